import sharp from 'sharp'
import type { Answer, TestApp } from './test-app.ts'

export const picturePath = '/api/customers/profile/picture/'

/** A picture with nothing on it, by these numbers. */
export const blank = (width = 80, height = 60) =>
  sharp({ create: { width, height, channels: 3, background: '#2c7a49' }, limitInputPixels: false })

export const somePicture = (): Promise<Buffer> => blank().png().toBuffer()

/** Sends a picture as the one of who has this token. */
export const putPicture = async (
  crm: TestApp,
  token: string,
  body?: Buffer,
  type = 'image/png',
): Promise<Answer> =>
  crm.call('PUT', picturePath, {
    token,
    body: body ?? (await somePicture()),
    headers: { 'content-type': type },
  })

/** An animation, each frame different from the last: those that are alike would be one. */
export function frames(count: number) {
  const side = 4
  const pixels = Buffer.alloc(side * side * 3 * count)
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] = (at * 31 + Math.floor(at / (side * side * 3)) * 7) % 256
  return sharp(pixels, { raw: { width: side, height: side * count, channels: 3, pageHeight: side } }).webp({
    loop: 0,
  })
}
