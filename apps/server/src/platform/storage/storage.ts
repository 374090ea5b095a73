import { invariant } from '../errors.ts'

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

/** Keys are made by us and never by who sends a file: anything else is a bug, and leads nowhere. */
export function checkKey(key: string): void {
  invariant(/^[a-z]+\/[\da-z-]+\.[a-z\d]+$/.test(key), 'a key of the storage is a folder and a name')
}
