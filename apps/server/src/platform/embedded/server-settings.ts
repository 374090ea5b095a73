import { statfsSync } from 'node:fs'
import os from 'node:os'

const MEGABYTE = 1024 * 1024

/** The settings of the embedded server, as arguments: they stay with a server that somebody restarts by pg_ctl. */
export function serverArguments(cluster: string, port: number, own: Record<string, string> = {}): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // TCP only: the path of a socket may not be longer than about 100 characters, a data folder's may.
    unix_socket_directories: '',
    cluster_name: 'crm',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    shared_buffers: '256MB',
    effective_cache_size: `${Math.max(512, Math.floor(os.totalmem() / MEGABYTE / 2))}MB`,
    random_page_cost: '1.1',
    dynamic_shared_memory_type: sharedMemoryType(),
    // Compiling a query costs more than it gains on the short ones a web application asks.
    jit: 'off',
    wal_compression: 'on',
    max_wal_size: '2GB',
    // People's data stays out of the log: no failed statement, no offending value, no detail.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...own,
  }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A container has 64 MB of /dev/shm unless told otherwise, which a parallel query fills: files do instead. */
function sharedMemoryType(): string {
  const NEEDED_BYTES = 256 * MEGABYTE
  if (process.platform === 'win32') return 'windows'
  if (process.platform !== 'linux') return 'posix'
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < NEEDED_BYTES ? 'mmap' : 'posix'
  } catch {
    return 'mmap'
  }
}
