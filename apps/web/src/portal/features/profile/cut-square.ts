/** No picture is shown larger than this. */
const largestPixels = 1_024
const quality = 0.88

type Square = { x: number; y: number; width: number; height: number }

/** The chosen square of a picture, no larger than needed, in the smallest format that this browser can write. */
export async function cutSquare(address: string, { x, y, width, height }: Square): Promise<Blob> {
  const image = new Image()
  image.src = address
  await image.decode()
  const size = Math.min(Math.round(width), largestPixels)
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas to draw on.')
  context.imageSmoothingQuality = 'high'
  // What is clear in a PNG shows as paper, not as black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size, size)
  context.drawImage(image, x, y, width, height, 0, 0, size, size)
  const webp = await written(canvas, 'image/webp')
  // A browser that can't write WebP answers with a PNG, many times as large.
  return webp.type === 'image/webp' ? webp : written(canvas, 'image/jpeg')
}

const written = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be written.'))),
      type,
      quality,
    )
  })
