import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const DIST = resolve(import.meta.dirname, '../dist')
const MOST_BYTES = 300_000

interface Chunk {
  file: string
  imports?: string[]
  isEntry?: boolean
}

/** All script that must be there before something is seen. */
function needed(manifest: Record<string, Chunk>, start: string): Set<string> {
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  visit(start)
  return files
}

describe.skipIf(!existsSync(join(DIST, '.vite/manifest.json')))('the built editor', () => {
  const manifest = () => JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const size = (files: Set<string>) => [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length, 0)

  it('shows its first screen with less than 300 kB of compressed script', () => {
    const files = needed(manifest(), 'index.html')
    for (const screen of ['src/home/HomePage.tsx', 'src/i18n/de.json']) needed(manifest(), screen).forEach((file) => files.add(file))
    expect(size(files)).toBeLessThan(MOST_BYTES)
  })

  it('shows a list with less than 300 kB too', () => {
    const files = needed(manifest(), 'index.html')
    needed(manifest(), 'src/list/ListPage.tsx').forEach((file) => files.add(file))
    expect(size(files)).toBeLessThan(MOST_BYTES)
  })

  it('loads neither rich text nor maps before they are needed', () => {
    const first = needed(manifest(), 'index.html')
    for (const late of ['src/fields/RichTextControl.tsx', 'src/fields/MapControl.tsx']) expect(first).not.toContain(manifest()[late]?.file)
  })
})
