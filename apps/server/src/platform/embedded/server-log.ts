import { closeSync, copyFileSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'

const LIMIT_BYTES = 10 * 1024 * 1024
const LOOK_EVERY_MS = 60_000

export type ServerLog = {
  file: string
  descriptor: number
  size(): number
  since(position: number): string
  close(): void
}

/** Opens the log PostgreSQL writes to, and keeps it and one predecessor from growing without bound. */
export function openServerLog(dataDir: string): ServerLog {
  const file = path.join(dataDir, 'postgres.log')
  const descriptor = openSync(file, 'a', 0o600)
  shorten(file)
  const timer = setInterval(shorten, LOOK_EVERY_MS, file).unref()
  return {
    file,
    descriptor,
    size: () => sizeOf(file),
    since: (position) => readFrom(file, position),
    close: () => {
      clearInterval(timer)
      closeSync(descriptor)
    },
  }
}

export function lastLines(text: string, count = 5): string {
  return text.trim().split('\n').slice(-count).join('\n')
}

// The server keeps its descriptor, so the file is emptied in place; opened for appending, it goes on at the start.
function shorten(file: string): void {
  if (sizeOf(file) < LIMIT_BYTES) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function readFrom(file: string, position: number): string {
  const READ_BYTES = 64 * 1024
  const from = Math.max(position, sizeOf(file) - READ_BYTES)
  const buffer = Buffer.alloc(READ_BYTES)
  const descriptor = openSync(file, 'r')
  const length = readSync(descriptor, buffer, 0, READ_BYTES, from)
  closeSync(descriptor)
  return buffer.toString('utf8', 0, length)
}
