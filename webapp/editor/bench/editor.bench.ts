import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { CDPSession } from 'playwright-core'
import { describe, it } from 'vitest'
import { launch, Person } from '../browser/browser.ts'
import { PASSWORD, Server } from '../browser/server.ts'
import { FIELDS, writeEntries, writeModule } from './content.ts'

const ENTRIES = Number(process.env.NEPHELE_BENCH_ENTRIES ?? 100_000)
const KEYS = 120
const SLOWDOWN = 4
/** Texts at the beginning, in the middle and at the end of the form: others take no letters, but a space at times. */
const TYPED = [1, 151, 298]
const PATIENCE_MILLIS = 30_000
/** So long somebody looks at a screen before she goes on, to what is read meanwhile. */
const SETTLED_MILLIS = 2_000
const LAUNCHER = resolve(import.meta.dirname, '../../../nephele')

interface Figure {
  name: string
  measured: string
  goal: string
}

const figures: Figure[] = []
const at = (values: number[], share: number) => values.toSorted((left, right) => left - right)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
const millis = (values: number[]) => `p50 ${at(values, 0.5).toFixed(1)} ms, p95 ${at(values, 0.95).toFixed(1)} ms`

/** Keeps a figure and says it at once, so that what takes long is seen to go on. */
function tell(name: string, measured: string, goal = '') {
  figures.push({ name, measured, goal })
  console.log(`${name}: ${measured}`)
}

/** Waiting in the page has an end, and tells for what. */
async function within<T>(what: string, wait: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => { timer = setTimeout(() => fail(new Error(`Nothing came within ${PATIENCE_MILLIS / 1000} s: ${what}`)), PATIENCE_MILLIS) })
  try {
    return await Promise.race([wait, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Script as it comes over the wire until the first screen is there. */
async function firstScreen(ana: Person, session: CDPSession) {
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', (event) => { if (event.type === 'Script') scripts.add(event.requestId) })
  session.on('Network.loadingFinished', (event) => { if (scripts.has(event.requestId)) bytes += event.encodedDataLength })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const started = performance.now()
  await ana.open('/')
  await ana.page.locator('.launcher a').first().waitFor()
  tell('script before the first screen', `${(bytes / 1000).toFixed(0)} kB compressed`, '300 kB')
  tell('cold load to the first screen, on this machine', `${(performance.now() - started).toFixed(0)} ms`)
  await session.send('Network.setCacheDisabled', { cacheDisabled: false })
}

/** From a click or the last of some keys to what it brings (with a text in it), measured in the page, which listens before the deed is done. */
async function untilShown(ana: Person, event: string, selector: string, deed: () => Promise<unknown>, text = '', events = 1): Promise<number> {
  await ana.page.evaluate((wanted) => {
    let left = wanted.events
    const shown = new Promise<number>((done) => {
      const happens = (happened: Event) => {
        left -= 1
        if (left > 0) return
        window.removeEventListener(wanted.event, happens, { capture: true })
        const look = () => {
          if ([...document.querySelectorAll(wanted.selector)].some((one) => one.textContent?.toLowerCase().includes(wanted.text))) done(performance.now() - happened.timeStamp)
          else requestAnimationFrame(look)
        }
        look()
      }
      window.addEventListener(wanted.event, happens, { capture: true })
    })
    Object.assign(window, { shown })
  }, { event, selector, text, events })
  await deed()
  return within(`${selector} ${text} after a ${event}`, ana.page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown))
}

async function routes(ana: Person, app: string) {
  const times: number[] = []
  for (let turn = 0; turn < 12; turn += 1) {
    await ana.open('/')
    await ana.page.locator(`.launcher a[href$="/apps/${app}"]`).waitFor()
    await ana.page.waitForTimeout(SETTLED_MILLIS)
    const time = await untilShown(ana, 'click', '.grid-item .strong', () => ana.page.locator(`.launcher a[href$="/apps/${app}"]`).click())
    if (turn > 1) times.push(time)
  }
  tell(`a list of ${ENTRIES.toLocaleString('en')} entries opens`, millis(times), '300 ms')
  const changes: number[] = []
  for (let turn = 0; turn < 12; turn += 1) {
    const opened = await untilShown(ana, 'click', '.entry-head', () => ana.page.locator('.grid-item a').nth(turn).click())
    const back = await untilShown(ana, 'click', '.grid-item .strong', () => ana.page.getByRole('link', { name: 'Back to the list' }).click())
    if (turn > 1) changes.push(opened, back)
  }
  tell('route change: list to entry and back', millis(changes), '200 ms')
}

/** How long rows in view are empty after jumps and while the wheel turns. */
async function scrolling(ana: Person) {
  const filled = () => within('rows in view', ana.page.evaluate(() => new Promise<number>((done) => {
    const started = performance.now()
    const look = () => {
      const box = document.querySelector('.grid')?.getBoundingClientRect()
      const rows = [...document.querySelectorAll('.grid-item')].filter((row) => { const place = row.getBoundingClientRect(); return box && place.bottom > box.top && place.top < box.bottom })
      if (rows.length > 0 && !rows.some((row) => row.classList.contains('grid-waiting') || row.querySelector('.strong') === null)) done(performance.now() - started)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })))
  // The way to the end is found meanwhile.
  await ana.page.waitForTimeout(SETTLED_MILLIS)
  const jumps: number[] = []
  for (let turn = 1; turn <= 15; turn += 1) {
    await ana.page.evaluate((share) => { const grid = document.querySelector('.grid'); if (grid) grid.scrollTop = grid.scrollHeight * share }, (turn * 0.37) % 1)
    jumps.push(await filled())
  }
  tell('after a jump anywhere in the list that was looked at for two seconds: until no row is empty', millis(jumps))
  await ana.page.locator('.grid').hover()
  const wheel: number[] = []
  for (let turn = 0; turn < 60; turn += 1) {
    await ana.page.mouse.wheel(0, 250)
    wheel.push(await filled())
  }
  tell('while the wheel turns: until no row is empty', millis(wheel), 'no holes')
}

async function quickOpen(ana: Person) {
  const times: number[] = []
  for (const text of ['loo', 'mil', 'kil', 'pre', 'lat', 'for', 'spi', 'anv', 'fur', 'pul', 'tur', 'gea']) {
    await ana.page.keyboard.press('Control+k')
    await ana.page.locator('[role="combobox"]:focus').waitFor()
    times.push(await untilShown(ana, 'keydown', '[id^="palette-entry"]', () => ana.page.keyboard.type(text), text, text.length))
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('combobox').waitFor({ state: 'detached' })
  }
  tell('quick open: from the third letter to the entry', millis(times), 'p95 100 ms')
}

/** What a key costs the page: its event, React, style and layout; and from the key to the next picture. */
async function typing(ana: Person, session: CDPSession, app: string) {
  await ana.open(`/apps/${app}/new`)
  await ana.page.locator('.field').nth(FIELDS - 1).waitFor({ state: 'attached' })
  await ana.page.evaluate(() => {
    const work: number[] = []
    const paint: number[] = []
    Object.assign(window, { work, paint })
    let pressed = 0
    let keyWork = 0
    let started = 0
    // Before React and behind it. The key and its text are two messages to the page: what it waits for the second is no work.
    window.addEventListener('keydown', (event) => {
      started = performance.now()
      pressed = event.timeStamp
      const from = pressed
      requestAnimationFrame(() => setTimeout(() => paint.push(performance.now() - from)))
    }, { capture: true })
    window.addEventListener('keydown', () => { keyWork = performance.now() - started })
    window.addEventListener('beforeinput', () => { started = performance.now() }, { capture: true })
    window.addEventListener('input', () => { document.body.getBoundingClientRect(); work.push(keyWork + performance.now() - started) })
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  for (const field of TYPED) {
    await ana.page.locator(`[data-path="field${field}"] input`).first().focus()
    await ana.page.keyboard.type('A sample text typed by somebody who writes'.slice(0, KEYS / 3), { delay: 90 })
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const { work, paint } = await ana.page.evaluate(() => { const kept = window as unknown as { work: number[]; paint: number[] }; return { work: kept.work, paint: kept.paint } })
  tell(`typing in a form of ${FIELDS} fields, processor ${SLOWDOWN}x slower: work on a key`, millis(work), 'p95 16 ms')
  tell('the same: key to picture, with the wait for the next of 60 a second', millis(paint))
}

async function dashboard(server: Server) {
  const times: number[] = []
  for (let turn = 0; turn < 12; turn += 1) {
    const started = performance.now()
    await server.api('GET', '/.rest/editor/v1/dashboard?lang=en')
    times.push(performance.now() - started)
  }
  tell(`the dashboard of ${ENTRIES.toLocaleString('en')} entries is answered`, millis(times))
}

describe('the editor', () => {
  it('is measured', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nephele-editor-bench-'))
    const modules = join(folder, 'modules')
    writeModule(modules)
    await writeEntries(join(folder, 'entries.ndjson'), ENTRIES)
    const server = await Server.own('--empty', '--light-modules', modules)
    const browser = await launch()
    try {
      await promisify(execFile)(LAUNCHER, ['import', join(folder, 'entries.ndjson'), '--type', 'longList', '--data', server.data, '--light-modules', modules], { env: { ...process.env, NEPHELE_ADMIN_PASSWORD: PASSWORD }, maxBuffer: Infinity })
      const apps = (await server.api<{ apps: { name: string; contentType?: string }[] }>('GET', '/.rest/editor/v1/apps')).apps
      const app = (type: string) => apps.find((one) => one.contentType === type)?.name ?? ''
      const ana = await Person.at(browser, server)
      await ana.logIn('/')
      const session = await ana.context.newCDPSession(ana.page)
      await dashboard(server)
      await firstScreen(ana, session)
      await routes(ana, app('longList'))
      await scrolling(ana)
      await quickOpen(ana)
      await typing(ana, session, app('largeForm'))
    } finally {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    const cpu = cpus()
    console.log([`${cpu.length} processors (${cpu[0]?.model ?? ''}), load ${loadavg()[0]?.toFixed(1)}, ${ENTRIES.toLocaleString('en')} entries`, '', '| figure | measured | goal |', '|---|---|---|', ...figures.map((one) => `| ${one.name} | ${one.measured} | ${one.goal} |`)].join('\n'))
  })
})
