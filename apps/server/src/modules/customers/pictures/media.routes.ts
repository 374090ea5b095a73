import { z } from 'zod'
import { AppError } from '../../../platform/errors.ts'
import type { App } from '../../../platform/http/server.ts'
import type { Pictures } from './change-picture.ts'
import { pictureKey, pictureType } from './picture-files.ts'

/** Whoever knows the name of a picture may look at it: pages show pictures without a token. */
export function mediaRoutes(app: App, { storage }: Pick<Pictures, 'storage'>): void {
  app.get(
    '/media/pictures/:name',
    {
      config: { permission: 'public', limit: 'none', isPage: true },
      schema: { hide: true, params: z.object({ name: z.string() }) },
    },
    async (request, reply) => {
      const key = pictureKey(request.params.name)
      const bytes = key && (await storage.read(key))
      if (!bytes) throw new AppError('not_found')
      return reply.headers(servedHeaders).send(bytes)
    },
  )
}

/** A name never gets other bytes. Should they ever be more than a picture, a browser runs nothing of it. */
const servedHeaders = {
  'content-type': pictureType,
  'content-disposition': 'inline; filename="picture.webp"',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, max-age=31536000, immutable',
}
