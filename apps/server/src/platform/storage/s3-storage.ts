import type { S3Client } from '@aws-sdk/client-s3'
import { checkKey, type Storage } from './storage.ts'

/** How long a bucket may take to be reached, and to answer. */
const connectMs = 1_500
const answerMs = 5_000

type Place = { bucket: string; prefix: string; region: string; endpoint: string | undefined }

/**
 * Keeps files in a bucket, named by an address like `s3://bucket/prefix?region=…&endpoint=…`. Credentials come from
 * where the client of AWS looks for them: the environment, its files, or the machine's role.
 */
export function createS3Storage(address: string): Storage {
  const { bucket, prefix, region, endpoint } = placeOf(address)
  const at = (key: string) => {
    checkKey(key)
    return { Bucket: bucket, Key: `${prefix}${key}` }
  }
  // Loaded only where a bucket is used: it is large.
  const loading = import('@aws-sdk/client-s3')
  const opening = loading.then(({ S3Client }) => openClient(S3Client, region, endpoint))

  return {
    async put(key, bytes, type) {
      const { PutObjectCommand } = await loading
      await (await opening).send(new PutObjectCommand({ ...at(key), Body: bytes, ContentType: type }))
    },
    async read(key) {
      const { GetObjectCommand, NoSuchKey } = await loading
      try {
        const { Body } = await (await opening).send(new GetObjectCommand(at(key)))
        return Body && Buffer.from(await Body.transformToByteArray())
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    async delete(keys) {
      const { DeleteObjectCommand } = await loading
      // One by one: not every store that speaks S3 takes many at once.
      for (const key of keys) await (await opening).send(new DeleteObjectCommand(at(key)))
    },
    close() {
      opening
        .then((client) => client.destroy())
        .catch(() => {
          // It was never opened: whoever used it was told.
        })
    },
  }
}

const openClient = (Client: typeof S3Client, region: string, endpoint: string | undefined) =>
  new Client({
    region,
    // Others than Amazon name the bucket in the path, and know no newer checksums.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
  })

function placeOf(address: string): Place {
  const { hostname, pathname, searchParams } = new URL(address)
  const folder = decodeURIComponent(pathname).replace(/^\/+|\/+$/g, '')
  return {
    bucket: hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    region: searchParams.get('region') ?? 'us-east-1',
    endpoint: searchParams.get('endpoint') ?? undefined,
  }
}
