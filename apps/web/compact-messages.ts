import path from 'node:path'
import type { Plugin } from 'vite'

const folder = path.join(import.meta.dirname, 'src/messages/messages/')
const language = path.join(import.meta.dirname, 'src/lib/language.ts')

/**
 * Texts without the machinery around them: a message becomes one short function that asks which language the pages
 * speak. For old phones, where every kilobyte is waited for. A message of another shape stays as it was made.
 */
export const compactMessages = (): Plugin => ({
  name: 'compact-messages',
  enforce: 'pre',
  transform(code, id) {
    const name = id.startsWith(folder) ? path.basename(id, '.js') : '_index'
    const english = textOf(code, 'en')
    const french = textOf(code, 'fr')
    if (name === '_index' || !english || !french) return undefined
    return {
      code: `import { isFrench } from ${JSON.stringify(language)}
export const ${name} = (i) => (isFrench ? ${french} : ${english})
`,
      map: null,
    }
  },
})

/** The template literal that a language returns; undefined where it does more than that. */
const textOf = (code: string, locale: string): string | undefined =>
  new RegExp(
    `const ${locale}_\\w+ = .*?=> \\{\\s*return [^\`]*\\((\`(?:[^\`\\\\]|\\\\.)*\`)\\)\\s*\\};`,
  ).exec(code)?.[1]
