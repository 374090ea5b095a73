import './avatar.css'

type AvatarProps = { name: string; picture: string; size?: number }

/** The picture of a person, or their first letters with all their marks. Decoration beside the name. */
export function Avatar({ name, picture, size = 56 }: AvatarProps) {
  const style = { inlineSize: size, blockSize: size, fontSize: size * 0.4 }
  if (picture) return <img className="avatar" src={picture} alt="" width={size} height={size} style={style} />
  return (
    <span className="avatar" aria-hidden="true" style={style}>
      {initials(name)}
    </span>
  )
}

/** The first letters of the first and the last name. */
export function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => word.match(/\p{L}\p{M}*/u)?.[0] ?? [])
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toLocaleUpperCase()
}
