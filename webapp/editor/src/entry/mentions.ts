/** The name that is being written after an @, up to the caret. */
export function mentionAt(text: string, caret: number): { from: number; name: string } | null {
  const found = /(?:^|[^\w@])@([A-Za-z0-9._-]*)$/.exec(text.slice(0, caret))
  return found ? { from: caret - (found[1]?.length ?? 0) - 1, name: found[1] ?? '' } : null
}
