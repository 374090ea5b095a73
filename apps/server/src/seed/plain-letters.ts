import { geezInLatin } from './communities/geez.ts'

// Letters that are no letter-plus-mark to Unicode, so that taking the marks off leaves them as they are.
const hooked: Record<string, string> = {
  ...{ Ɔ: 'O', ɔ: 'o', Ɛ: 'E', ɛ: 'e', Ŋ: 'N', ŋ: 'n', Ɓ: 'B', ɓ: 'b' },
  ...{ Ɗ: 'D', ɗ: 'd', Ƙ: 'K', ƙ: 'k', Ƴ: 'Y', ƴ: 'y' },
}

// By single words, of which there are some thousands; whole names would fill the memory.
const plainWords = new Map<string, string>()

/** The name as people type it on an English keyboard: no tone marks, no dots, no hooks; Ge'ez script in Latin letters. */
export function withPlainLetters(name: string): string {
  return name.replace(/[^ -]+/g, plainWord)
}

function plainWord(word: string): string {
  const known = plainWords.get(word)
  if (known !== undefined) return known
  const plain = (geezInLatin[word] ?? word)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ƆɔƐɛŊŋƁɓƊɗƘƙƳƴ]/g, (letter) => hooked[letter] ?? letter)
  plainWords.set(word, plain)
  return plain
}
