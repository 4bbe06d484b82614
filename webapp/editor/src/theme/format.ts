/** Dates and numbers as the reader of the interface writes them. */
const language = () => document.documentElement.lang || 'en'

const formats = new Map<string, unknown>()

/** Formats are costly to make and a list needs one in each row: those made are kept. */
function format<F, O>(make: new (language: string, options: O) => F, options: O): F {
  const key = `${make.name} ${language()} ${JSON.stringify(options)}`
  const kept = formats.get(key) as F | undefined
  if (kept) return kept
  const made = new make(language(), options)
  formats.set(key, made)
  return made
}

export function formatMoment(text: string | null | undefined): string {
  if (!text) return ''
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) return text
  return format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}

/** A day, month or year without time or zone: never through an instant, which would shift it. */
export function formatDay(text: string | null | undefined): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text ?? '')
  if (!parts) return text ?? ''
  const [, year, month, day] = parts
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  const form: Intl.DateTimeFormatOptions = day ? { dateStyle: 'medium' } : month ? { year: 'numeric', month: 'long' } : { year: 'numeric' }
  return format(Intl.DateTimeFormat, { ...form, timeZone: 'UTC' }).format(date)
}

export function formatNumber(value: number): string {
  return format(Intl.NumberFormat, {}).format(value)
}

const STEPS: [number, Intl.RelativeTimeFormatUnit][] = [[60, 'second'], [60, 'minute'], [24, 'hour'], [30, 'day'], [12, 'month'], [Infinity, 'year']]

export function formatAgo(text: string | null | undefined, now = Date.now()): string {
  if (!text) return ''
  let amount = (new Date(text).getTime() - now) / 1000
  if (Number.isNaN(amount)) return text
  for (const [size, unit] of STEPS) {
    if (Math.abs(amount) < size) return format(Intl.RelativeTimeFormat, { numeric: 'auto' }).format(Math.round(amount), unit)
    amount /= size
  }
  return text
}

export function formatBytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, size)) / 3))
  return format(Intl.NumberFormat, { style: 'unit', unit: units[step], maximumFractionDigits: 1 }).format(size / 1000 ** step)
}

/** What browsers have no name for. */
const UNNAMED: Record<string, Record<string, string>> = { cnr: { en: 'Montenegrin', de: 'Montenegrinisch', it: 'montenegrino', sr: 'црногорски' } }

export function localeName(id: string): string {
  try {
    return UNNAMED[id]?.[language()] ?? format(Intl.DisplayNames, { type: 'language' }).of(id.replaceAll('_', '-')) ?? id
  } catch {
    return id
  }
}

/** A moment as the clocks of a time zone show it. */
export function formatZoned(text: string, zone: string): string {
  return format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(text))
}

/** How far a zone is from UTC now, as `GMT+1`. */
export function zoneOffset(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date()).find((part) => part.type === 'timeZoneName')?.value ?? ''
}
