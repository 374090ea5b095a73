import { invariant, isInvariant } from '../errors.ts'

/** Keeps files by key, on a disk or in a bucket. A key is a folder and a name: `pictures/….webp`. */
export type Storage = {
  /** Keeps the whole file or nothing; whoever reads meanwhile sees no half of it. */
  put(key: string, bytes: Buffer, type: string): Promise<void>
  /** The file, or undefined where there is none. */
  read(key: string): Promise<Buffer | undefined>
  /** What is not there is gone already. */
  delete(keys: readonly string[]): Promise<void>
  close(): void
}

/** Files can't be kept, read or removed just now: the disk or the bucket failed. */
export class StorageError extends Error {
  constructor(cause: unknown) {
    super('The storage failed.', { cause })
    this.name = 'StorageError'
  }
}

/** The same storage, which says of any failure that it is the storage's; a broken invariant stays a bug. */
export function tellingFailures(storage: Storage): Storage {
  const tell = (cause: unknown): never => {
    throw isInvariant(cause) ? cause : new StorageError(cause)
  }
  return {
    put: (key, bytes, type) => storage.put(key, bytes, type).catch(tell),
    read: (key) => storage.read(key).catch(tell),
    delete: (keys) => storage.delete(keys).catch(tell),
    close: () => storage.close(),
  }
}

/** Keys are made by us and never by who sends a file: anything else is a bug, and leads nowhere. */
export function checkKey(key: string): void {
  invariant(/^[a-z]+\/[\da-z-]+\.[a-z\d]+$/.test(key), 'a key of the storage is a folder and a name')
}
