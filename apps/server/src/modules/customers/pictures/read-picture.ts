import { longestPictureSide, mostAvifPixels, mostPicturePixels, pictureTypes } from '@crm/contract'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { FieldErrors } from '../../../platform/errors.ts'

// Only what is taken can be decoded, whatever a file claims to be. Nothing is remembered, and one thread is enough.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
})
sharp.cache(false)
sharp.concurrency(1)

const mostSeconds = 5

const refuse = (reason: string) => new FieldErrors({ picture: [reason] })
const unreadable = () =>
  refuse(
    'This is not a picture that we can read. Choose a JPEG, PNG, WebP or AVIF that opens on your device.',
  )

/** The pixels of a square and nothing else of the file that it came from. */
export type Square = { pixels: Buffer; channels: 1 | 2 | 3 | 4; side: number }

/**
 * Reads a picture of a stranger: by its bytes, never by its name; as it is meant to be looked at, cropped to the square
 * in its middle. Throws field errors for what is no picture, moves, or would take too much to open.
 */
export async function readPicture(bytes: Buffer, side: number): Promise<Square> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type?.mime === 'image/apng' || isMovingWebp(bytes)) throw moving()
  if (!pictureTypes.some((known) => known === type?.mime)) throw unreadable()
  await checkSize(bytes, type?.mime === 'image/avif' ? mostAvifPixels : mostPicturePixels)
  return decode(bytes, side)
}

/** Said by a flag of its head (WebP container, extended format): thousands of frames need not be looked for. */
const isMovingWebp = (bytes: Buffer) =>
  bytes.toString('latin1', 8, 16) === 'WEBPVP8X' && ((bytes[20] ?? 0) & 0b10) !== 0

const moving = () => refuse('This picture moves. Choose one that stands still.')

/** Reads what the head of the file says, before anything is unpacked. */
async function checkSize(bytes: Buffer, mostPixels: number): Promise<void> {
  const {
    width,
    height,
    pages = 1,
  } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw unreadable()
    })
  if (width * height > mostPixels || Math.max(width, height) > longestPictureSide)
    throw refuse(
      `This picture is too large: ${width} × ${height}. Choose one with at most ${mostPixels / 1e6} million pixels and no side over ${longestPictureSide}.`,
    )
  if (pages > 1) throw moving()
}

async function decode(bytes: Buffer, side: number): Promise<Square> {
  const { data, info } = await sharp(bytes, {
    limitInputPixels: mostPicturePixels,
    sequentialRead: true,
    failOn: 'error',
    pages: 1,
  })
    .timeout({ seconds: mostSeconds })
    .autoOrient()
    .resize(side, side, { fit: 'cover', position: 'centre' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw unreadable()
    })
  return { pixels: data, channels: info.channels, side }
}

/** The square as WebP, this many pixels wide and high. */
export const writeWebp = ({ pixels, channels, side }: Square, size: number): Promise<Buffer> =>
  sharp(pixels, { raw: { width: side, height: side, channels } })
    .resize(size, size)
    .webp({ quality: 82 })
    .toBuffer()
