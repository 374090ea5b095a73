/** What may be sent as a profile picture. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const

export const mostPictureBytes = 5 * 1_048_576
export const mostPicturePixels = 25_000_000
/** In pixels. */
export const longestPictureSide = 10_000

/** The sides, in pixels, of the squares that are made of a picture; a profile names the one in the middle. */
export const pictureSizes = [64, 256, 512] as const
export type PictureSize = (typeof pictureSizes)[number]
