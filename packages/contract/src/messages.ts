import type { z } from 'zod'

/** The words for a fault in a field: those of Django REST Framework, which clients already know. */
export function fieldMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return typeMessage(issue)
  return absenceMessage(issue.input)
}

function typeMessage(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string | undefined {
  if (issue.expected === 'object' && issue.input === null) return 'No data provided'
  const absent = absenceMessage(issue.input)
  if (absent) return absent
  if (issue.expected === 'boolean') return 'Must be a valid boolean.'
  if (issue.expected === 'string') return 'Not a valid string.'
  if (issue.expected === 'object')
    return `Invalid data. Expected a dictionary, but got ${pythonType(issue.input)}.`
  return undefined
}

function absenceMessage(input: unknown): string | undefined {
  if (input === undefined) return 'This field is required.'
  if (input === null) return 'This field may not be null.'
  return undefined
}

/** The seed is written in Python and says so in this one message. */
function pythonType(input: unknown): string {
  if (Array.isArray(input)) return 'list'
  if (typeof input === 'string') return 'str'
  if (typeof input === 'boolean') return 'bool'
  return Number.isInteger(input) ? 'int' : 'float'
}
