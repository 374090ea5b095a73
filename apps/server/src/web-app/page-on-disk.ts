import { readFileSync, statSync } from 'node:fs'

/** Gives a built page from memory; after another build, the new one, since it names the files that are there now. */
export function pageOnDisk(file: string): () => string {
  const read = (mtimeMs: number) => ({ mtimeMs, page: readFileSync(file, 'utf8') })
  const first = statSync(file, { throwIfNoEntry: false })
  if (!first) throw new Error(`The web pages are not built: ${file} is missing.`)
  let known = read(first.mtimeMs)
  return () => {
    const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? known
    if (mtimeMs !== known.mtimeMs) known = read(mtimeMs)
    return known.page
  }
}
