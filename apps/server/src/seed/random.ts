/** Random numbers that belong to one row: the same seed and row give the same numbers, whatever came before. */
export class RowRandom {
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(seed: number, row: number) {
    this.a = scramble(row)
    this.b = scramble(seed ^ 0x5eed)
    this.c = scramble(row ^ Math.imul(seed, 0x9e3779b9))
    // Neighbouring rows start from neighbouring states; twelve rounds is what sfc32 needs to part them.
    for (let round = 0; round < 12; round++) this.bits()
  }

  /** 32 random bits, as an unsigned integer (sfc32, public domain, Chris Doty-Humphrey). */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** At least 0 and less than 1. */
  fraction(): number {
    return this.bits() / 0x1_0000_0000
  }

  chance(share: number): boolean {
    return this.fraction() < share
  }

  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1))
  }

  pick<Item>(items: readonly Item[]): Item {
    return itemAt(items, this.fraction())
  }

  /** Like `pick`, but the front of the list comes up more often: lists of names are ordered by how common they are. */
  pickCommon<Item>(items: readonly Item[]): Item {
    return itemAt(items, this.fraction() ** 1.6)
  }
}

function itemAt<Item>(items: readonly Item[], fraction: number): Item {
  const item = items[Math.floor(fraction * items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from an empty list.')
  return item
}

/** A one-to-one mixing of 32 bits (murmur3's finaliser), so that different rows keep different states. */
export function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
