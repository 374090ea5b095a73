import { pino } from 'pino'
import type { Config } from '../config.ts'
import { isInvariant } from './errors.ts'

export type Logger = pino.Logger

/**
 * One logger. What it says of an error is where and which, never the values in it: the messages and details of the
 * database, of mail servers and of parsers quote names, addresses and phone numbers.
 */
export function createLogger(
  { LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>,
  stream?: pino.DestinationStream,
): Logger {
  const options: pino.LoggerOptions = {
    level: LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  }
  return stream ? pino(options, stream) : pino(options)
}

type Described = { type: string; code?: string; at: string[]; cause?: Described; [key: string]: unknown }

/** Facts about an error that hold no personal data: type, code, names of tables and constraints, code positions. */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const facts = error as Error & Record<string, unknown>
  const named = ['code', 'constraint', 'table', 'column', 'routine', 'syscall', 'responseCode', 'command']
  return {
    type: error.name,
    ...Object.fromEntries(named.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]]))),
    ...(isInvariant(error) ? { message: error.message } : {}),
    at: positions(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

const positions = ({ stack = '', message }: Error) =>
  stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().replace(/^at /, ''))
