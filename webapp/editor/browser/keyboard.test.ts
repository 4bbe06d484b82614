import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PATIENCE, Person } from './browser.ts'
import { PASSWORD } from './server.ts'
import { browser, server, setStage } from './stage.ts'

let ana: Person

/** Each task of docs/keyboard.md with its lines. */
const TASKS = readFileSync(resolve(import.meta.dirname, '../../../docs/keyboard.md'), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((task) => [task.split('\n')[0] ?? '', task.split('\n').filter((line) => /^\d+\. /.test(line)).map((line) => line.replace(/^\d+\. /, ''))] as const)

const FARTHEST = 150
const FILES: Record<string, string> = { 'awards.csv': 'externalId;Name;Remark\nkeys:1;Award from a file;Brought in by keys alone.\n' }

setStage()

beforeAll(async () => {
  ana = await Person.at(browser, server)
  // Without a listener the browser would ask the system.
  ana.page.on('filechooser', () => undefined)
  await ana.open('/')
  await ana.page.locator('.login').waitFor()
})

afterAll(async () => {
  await ana?.close()
})

/** What has the focus, as it is read out. */
const focused = () => ana.page.evaluate(() => {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return ''
  const labelled = at.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const labels = (at as HTMLInputElement).labels
  return (labelled || at.getAttribute('aria-label') || (labels && [...labels].map((label) => label.textContent).join(' ')) || at.textContent || '').replace(/[\s*]+/g, ' ').trim()
})

async function goBy(key: string, kind: string, name: string) {
  await expect.poll(async () => {
    for (let presses = 0; presses < FARTHEST; presses += 1) {
      const here = kind === 'choice' ? ((await ana.page.locator('[role="option"][aria-selected="true"]').filter({ visible: true }).first().textContent({ timeout: 1_000 }).catch(() => '')) ?? '') : await focused()
      const role = kind === 'row' || kind === 'button' ? await ana.page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName.toLowerCase()) : kind
      if (role === kind && (kind === '' ? here === name : here.includes(name))) return true
      if (kind === 'choice' && presses > 12) return false
      await ana.page.keyboard.press(key)
    }
    return false
  }, { timeout: PATIENCE, message: `by ${key} to ${name}` }).toBe(true)
}

async function see(what: string, text: string) {
  const found = what === 'the heading ' ? ana.page.getByRole('heading', { name: text }) : what === 'the row ' ? ana.page.locator('.grid-item', { hasText: text }) : ana.page.getByText(text)
  await found.or(ana.page.getByLabel(text)).filter({ visible: true }).first().waitFor()
}

/** The dialogue of the system is answered by whoever listens from the beginning. */
async function choose(key: string, file: string) {
  const chosen = new Promise<void>((done, fail) => ana.page.once('filechooser', (chooser) => { chooser.setFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(FILES[file] ?? '') }).then(done, fail) }))
  await ana.page.keyboard.press(key)
  await chosen
}

/** The list shows what it had until the search is answered. */
async function searched() {
  await ana.page.waitForFunction(() => new URLSearchParams(location.search).get('q') === document.querySelector<HTMLInputElement>('.list-search input')?.value)
  await ana.page.locator('.list-body[aria-busy="false"]').waitFor()
}

const LINES: [RegExp, (...parts: string[]) => Promise<void>][] = [
  [/^Press `([^`]+)` and choose the file "([^"]+)"\.$/, choose],
  [/^Press `([^`]+)`\.$/, (key = '') => ana.page.keyboard.press(key)],
  [/^Type the password\.$/, () => ana.page.keyboard.type(PASSWORD)],
  [/^Type "([^"]+)"\.?$/, (text = '') => ana.page.keyboard.type(text)],
  [/^Go by `([^`]+)` to (?:the (button|row|choice) )?"([^"]+)"\.$/, (key = '', kind = '', name = '') => goBy(key, kind, name)],
  [/^You are at "([^"]+)"\.$/, (name = '') => expect.poll(focused, { timeout: PATIENCE }).toContain(name)],
  [/^You see (the heading |the row )?"([^"]+)"\.$/, (what = '', text = '') => see(what, text)],
  [/^The search is done\.$/, searched],
  [/^It is saved\.$/, () => ana.saved()],
]

async function run(line: string) {
  for (const [form, deed] of LINES) {
    const parts = form.exec(line)
    if (parts) return deed(...parts.slice(1).map((part) => part ?? ''))
  }
  throw new Error(`docs/keyboard.md says what nobody understands: ${line}`)
}

describe('by keyboard alone, as docs/keyboard.md says', () => {
  it.each(TASKS)('%s', async (_, lines) => {
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) await run(line).catch(async (error: unknown) => {
      await ana.picture('keyboard-failed')
      throw new Error(`${line}\n${String(error)}\nThe focus is at "${await focused()}"`, { cause: error })
    })
  })
})
