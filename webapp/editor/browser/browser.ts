import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { PASSWORD, type Server } from './server.ts'

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter((path): path is string => path !== undefined)
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']

/** How long something may take on a busy machine before it counts as not happening. */
export const PATIENCE = 60_000
export const PICTURES = resolve(import.meta.dirname, '../../target/editor-screens')

export function launch(): Promise<Browser> {
  const executablePath = CANDIDATES.find(existsSync)
  if (!executablePath) throw new Error('No chromium was found: install it (Debian: apt install chromium), or set CHROMIUM to its path')
  mkdirSync(PICTURES, { recursive: true })
  return chromium.launch({ executablePath, args: FLAGS })
}

/** Through what one looks: a screen of some size, light or dark. */
export interface Look {
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
}

/** One person at her own browser. What the page complains of is collected, and must be nothing at the end. */
export class Person {
  readonly complaints: string[] = []
  readonly context: BrowserContext
  readonly page: Page
  private readonly base: string

  private constructor(context: BrowserContext, page: Page, base: string) {
    this.context = context
    this.page = page
    this.base = base
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => { if (/Content Security Policy|Minified React error|Warning:/.test(message.text())) this.complaints.push(message.text()) })
  }

  static async at(browser: Browser, server: Server, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', reducedMotion: 'reduce', ...options })
    context.setDefaultTimeout(PATIENCE)
    return new Person(context, await context.newPage(), server.base)
  }

  async open(path: string) {
    await this.page.goto(`${this.base}/admin${path}`)
  }

  async logIn(path = '/', user = 'admin', password = PASSWORD) {
    await this.open(path)
    await this.page.locator('input[name="username"]').fill(user)
    await this.page.locator('input[name="password"]').fill(password)
    await this.page.keyboard.press('Enter')
    await this.page.locator('.shell').waitFor()
  }

  /** The same page on another screen. */
  async look({ viewport, colorScheme }: Look) {
    await this.page.setViewportSize(viewport)
    await this.page.emulateMedia({ colorScheme })
    await this.page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
  }

  field(label: string | RegExp) {
    return this.page.getByRole('textbox', { name: label }).first()
  }

  async saved() {
    await this.page.locator('.save-state[data-save="saved"]').waitFor()
  }

  /** The screen as it is now, for people to look at. */
  async picture(name: string) {
    await this.atRest()
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }

  /** Until fields and the pictures on the screen are there and nothing fades or slides any more; what turns for ever is let turn. */
  async atRest() {
    await this.page.waitForFunction(() => !document.querySelector('.field-waiting') && [...document.images].every((one) => one.complete || !one.checkVisibility() || one.getBoundingClientRect().top > innerHeight))
    await this.page.evaluate(async () => {
      // A colour that is inherited begins to change when that of its parent has: so until a frame begins in which nothing moves.
      const moving = async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
        return document.getAnimations().filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity)
      }
      for (let now = await moving(); now.length > 0; now = await moving()) await Promise.all(now.map((one) => one.finished.catch(() => undefined)))
    })
  }

  /** Nothing that WCAG 2.2 AA forbids and a program can find; nothing wider than the screen. */
  async expectAccessible(name: string) {
    await this.atRest()
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axe.source)
    const found = await this.page.evaluate(async () => {
      const { axe: checker } = window as unknown as { axe: typeof axe }
      // A sheet that is just coming the checker would copy into a document of its own, which the page's policy forbids; no rule asked for needs it.
      const result = await checker.run(document, { preload: false, runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })
      // An open menu lies above the page and is in no region of it; the checker knows that of dialogues only.
      const inMenu = (selector: unknown) => typeof selector === 'string' && document.querySelector(selector)?.closest('[role="menu"]') !== null
      const violations = result.violations.map((one) => (one.id === 'region' ? { ...one, nodes: one.nodes.filter((node) => !inMenu(node.target[0])) } : one)).filter((one) => one.nodes.length > 0)
      return violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`)
    })
    expect(found, `accessibility of ${name}`).toEqual([])
    const beyond = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(beyond, `sideways scrolling of ${name}`).toBeLessThanOrEqual(0)
  }

  async close() {
    await this.context.close()
    expect(this.complaints).toEqual([])
  }
}
