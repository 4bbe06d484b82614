export interface MissingLabel {
  /** Where in the app: `browser.views.list.columns.title`. */
  place: string
  /** What is shown instead. */
  text: string
  keys: string[]
}

/** The labels of an app that were not found, wherever they stand in it. */
export function missingLabels(model: unknown): MissingLabel[] {
  const found: MissingLabel[] = []
  const visit = (value: unknown, path: string[]) => {
    if (Array.isArray(value)) value.forEach((item: unknown) => visit(item, [...path, nameOf(item)]))
    else if (typeof value === 'object' && value !== null) {
      const part = value as Record<string, unknown>
      if (part.missing === true && typeof part.text === 'string') {
        const place = path.filter((step) => step !== '' && step !== 'label').join('.')
        found.push({ place, text: part.text, keys: Array.isArray(part.keys) ? part.keys.map(String) : [] })
      } else for (const [name, below] of Object.entries(part)) visit(below, [...path, name])
    }
  }
  visit(model, [])
  return found
}

function nameOf(item: unknown): string {
  const named = item as { name?: unknown; value?: unknown } | null
  return String(named?.name ?? named?.value ?? '')
}
