import type { Json } from '../api/model.ts'

/** A value as text that people can compare: rich text with its paragraphs, lists a line an item. */
export function readable(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return /<\/?[a-z][^>]*>/i.test(value) ? textOf(value) : value
  if (Array.isArray(value)) return value.map(readable).join('\n')
  if (typeof value === 'object') return Object.entries(value).map(([name, below]) => `${name}: ${readable(below)}`).join('\n')
  return String(value)
}

function textOf(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  page.querySelectorAll('p, h1, h2, h3, h4, li, tr, blockquote, br').forEach((element) => element.append('\n'))
  page.querySelectorAll('td, th').forEach((element) => element.append('\t'))
  page.querySelectorAll('li').forEach((element) => element.prepend('• '))
  return (page.body.textContent ?? '').replaceAll(/\n{2,}/g, '\n').trim()
}
