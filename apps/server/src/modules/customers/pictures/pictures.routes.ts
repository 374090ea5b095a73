import { mostPictureBytes, pictureTypes, profile } from '@crm/contract'
import { fileOf, takeFiles } from '../../../platform/http/file-body.ts'
import { actorOf, principalOf } from '../../../platform/http/principal.ts'
import { type App, plain } from '../../../platform/http/server.ts'
import { changePicture, type Pictures, removePicture } from './change-picture.ts'

const path = '/api/customers/profile/picture/'
const permission = 'account:own' as const

export async function picturesRoutes(app: App, pictures: Pictures): Promise<void> {
  await plain(app).register(async (scope) => {
    const files = scope as unknown as App
    takeFiles(scope, pictureTypes)
    files.put(
      path,
      {
        bodyLimit: mostPictureBytes,
        config: { permission, takes: pictureTypes },
        schema: {
          summary: 'Change my picture',
          description:
            'The body is the picture itself: JPEG, PNG, WebP or AVIF, at most 5 MB and 25 million pixels. The square in its middle is kept; where and with what it was taken is not.',
          response: { 200: profile },
        },
      },
      (request) =>
        changePicture(
          pictures,
          actorOf(request),
          principalOf(request).customer_id,
          fileOf(request.body, 'picture'),
        ),
    )
  })
  app.delete(
    path,
    { config: { permission }, schema: { summary: 'Remove my picture', response: { 200: profile } } },
    (request) => removePicture(pictures, actorOf(request), principalOf(request).customer_id),
  )
}
