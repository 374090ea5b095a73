import { Avatar as KitAvatar } from '@mantine/core'

/** The person's picture, or the first letters of their names. The name itself stands beside it. */
export function Avatar({ name, picture, size = 36 }: { name: string; picture?: string; size?: number }) {
  return (
    <KitAvatar
      src={picture || null}
      alt=""
      size={size}
      styles={{ placeholder: { background: 'var(--leaf-soft)', color: 'var(--leaf)', fontWeight: 600 } }}
    >
      <span aria-hidden="true" style={{ fontSize: size * 0.4 }}>
        {initials(name)}
      </span>
    </KitAvatar>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last].map((word) => firstLetter(word)).join('')
}

/** The first letter with its marks: Ọ̀ is one letter. */
const firstLetter = (word: string) =>
  [...new Intl.Segmenter().segment(word)][0]?.segment.toLocaleUpperCase() ?? ''
