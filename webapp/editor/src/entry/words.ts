export interface Piece {
  kind: 'same' | 'added' | 'gone'
  text: string
}

/** Above this many pairs of words the middle is compared as a whole: a text of that size changed throughout is better read than diffed. */
const MOST_PAIRS = 4_000_000

/** What changed between two texts, word by word. */
export function wordDiff(before: string, after: string): Piece[] {
  const left = words(before)
  const right = words(after)
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let end = 0
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end += 1
  const middle = between(left.slice(start, left.length - end), right.slice(start, right.length - end))
  return joined([{ kind: 'same', text: left.slice(0, start).join('') }, ...middle, { kind: 'same', text: left.slice(left.length - end).join('') }])
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []
}

function between(left: string[], right: string[]): Piece[] {
  if (left.length * right.length > MOST_PAIRS || left.length === 0 || right.length === 0) {
    return [{ kind: 'gone', text: left.join('') }, { kind: 'added', text: right.join('') }]
  }
  const width = right.length + 1
  const longest = new Uint32Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = left[i] === right[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
    }
  }
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      pieces.push({ kind: 'same', text: left[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= right.length || (i < left.length && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))) {
      pieces.push({ kind: 'gone', text: left[i] ?? '' })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: right[j] ?? '' })
      j += 1
    }
  }
  return pieces
}

function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const last = result.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else result.push({ ...piece })
  }
  return result
}
