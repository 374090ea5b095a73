import {
  longestPictureSide,
  mostPicturePixels,
  type PictureSize,
  pictureSizes,
  pictureTypes,
} from '@crm/contract'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

// Only what is taken can be decoded, whatever a file claims to be. Nothing is remembered, and one thread is enough.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
})
sharp.cache(false)
sharp.concurrency(1)

/** A picture as it is kept: WebP, this many pixels wide and high. */
export type Square = { size: PictureSize; bytes: Buffer }

/** What became of a picture: what is kept of it, or a sentence that says why it is not taken. */
export type Reading = { squares: Square[] } | { refusal: string }

const unreadable =
  'This is not a picture that we can read. Choose a JPEG, PNG, WebP or AVIF that opens on your device.'
const moving = 'This picture moves. Choose one that stands still.'

/**
 * Reads a picture of a stranger: by its bytes, never by its name; as it is meant to be looked at, cropped to the square
 * in its middle.
 */
export async function readPicture(bytes: Buffer): Promise<Reading> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type?.mime === 'image/apng' || isMovingWebp(bytes)) return { refusal: moving }
  if (!pictureTypes.some((known) => known === type?.mime)) return { refusal: unreadable }
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!head) return { refusal: unreadable }
  if (isTooLarge(head)) return { refusal: tooLarge(head) }
  if ((head.pages ?? 1) > 1) return { refusal: moving }
  const pixels = await decode(bytes).catch(() => undefined)
  return pixels ? { squares: await squaresOf(pixels) } : { refusal: unreadable }
}

/** Said by a flag of its head (WebP container, extended format): thousands of frames need not be looked for. */
const isMovingWebp = (bytes: Buffer) =>
  bytes.toString('latin1', 8, 16) === 'WEBPVP8X' && ((bytes[20] ?? 0) & 0b10) !== 0

type Size = { width: number; height: number }

const isTooLarge = ({ width, height }: Size) =>
  width * height > mostPicturePixels || Math.max(width, height) > longestPictureSide

const tooLarge = ({ width, height }: Size) =>
  `This picture is too large: ${width} × ${height}. Choose one with at most ${mostPicturePixels / 1e6} million pixels and no side over ${longestPictureSide}.`

const largestSide = Math.max(...pictureSizes)

/** The pixels of the square in its middle, and nothing else of the file. */
const decode = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: mostPicturePixels, sequentialRead: true, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize(largestSide, largestSide, { fit: 'cover', position: 'centre' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })

async function squaresOf({ data, info }: Awaited<ReturnType<typeof decode>>): Promise<Square[]> {
  const { width, height, channels } = info
  const squares: Square[] = []
  for (const size of pictureSizes) {
    const square = sharp(data, { raw: { width, height, channels } }).resize(size, size)
    squares.push({ size, bytes: await square.webp({ quality: 82 }).toBuffer() })
  }
  return squares
}
