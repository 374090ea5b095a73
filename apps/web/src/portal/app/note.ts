import { createState } from '../../lib/state.ts'

/** What is said at the top of one page about what was just done elsewhere; gone when the page is left. */
export const note = createState<{ text: string; path: string } | undefined>(undefined)

/** Leaves a note on the page that is opened next. */
export const leaveNote = (path: string, text: string): void => note.set({ path, text })
