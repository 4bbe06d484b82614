import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { award } from './prepared.ts'
import { browser, server, setStage } from './stage.ts'

let ana: Person
const NAME = `Kurbelmeister ${Date.now()}`

setStage()

beforeAll(async () => {
  ana = await Person.at(browser, server)
  await ana.logIn()
})

afterAll(async () => {
  await ana?.close()
})

const focused = () => ana.page.evaluate(() => document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent || document.activeElement?.id)

/** A dialogue that is opened by these keys and closed again leaves one where one was. */
async function comesBack(...keys: string[]) {
  const before = await focused()
  for (const key of keys) await ana.page.keyboard.press(key)
  await ana.page.getByRole('dialog').waitFor()
  await expect.poll(() => ana.page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
  await expect.poll(async () => {
    // The first may close the choices of a field.
    await ana.page.keyboard.press('Escape')
    return ana.page.getByRole('dialog').count()
  }).toBe(0)
  await expect.poll(focused).toBe(before)
}

describe('closing a dialogue', () => {
  it('leaves the keyboard in the field one was in, and at the button that opened it', async () => {
    const id = await award(server, NAME)
    await ana.open(`/apps/awards-app/${id}`)
    await ana.field('Name').focus()
    await comesBack('Control+k')
    await comesBack('Control+,')
    await comesBack('Control+Enter')
    await ana.page.getByRole('button', { name: 'More actions' }).focus()
    await comesBack('?')
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('menuitem', { name: 'Delete' }).click()
    await ana.page.getByRole('dialog').waitFor()
    await ana.page.keyboard.press('Escape')
    await expect.poll(focused).toBe('More actions')
  })

  it('does so where entries are changed together, and where people are made', async () => {
    await ana.open('/apps/awards-app?q=' + encodeURIComponent(NAME))
    await ana.page.locator('.grid-item', { hasText: NAME }).focus()
    await ana.page.keyboard.press('Space')
    const bar = ana.page.getByRole('region', { name: 'Marked entries' })
    for (const button of ['Publish', 'Set a field']) {
      await bar.getByRole('button', { name: button }).focus()
      await comesBack('Enter')
    }
    for (const item of ['Unpublish', 'Move', 'Delete']) {
      await bar.getByRole('button', { name: 'More actions' }).click()
      await ana.page.getByRole('menuitem', { name: item }).click()
      await ana.page.getByRole('dialog').waitFor()
      await ana.page.keyboard.press('Escape')
      await expect.poll(focused).toBe('More actions')
    }
    await ana.open('/users')
    await ana.page.getByRole('button', { name: 'New user' }).focus()
    await comesBack('Enter')
  })

  it('by choosing what leads elsewhere begins on the new screen', async () => {
    await ana.open('/')
    await ana.page.locator('.shell-search').focus()
    await ana.page.keyboard.press('Enter')
    await ana.page.keyboard.type(NAME)
    await ana.page.getByRole('option', { name: NAME }).waitFor()
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('heading', { name: NAME }).waitFor()
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.id)).toBe('main')
    await ana.page.keyboard.press('Alt+Backspace')
    await ana.page.getByRole('heading', { name: 'Awards' }).waitFor()
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.id)).toBe('main')
  })
})

describe('the quick search', () => {
  it('has every letter that is typed while it is still on its way into the browser', async () => {
    const boris = await Person.at(browser, server)
    await boris.page.route(/Palette-/, async (route) => {
      await new Promise((wake) => setTimeout(wake, 700))
      await route.continue()
    })
    await boris.logIn()
    await boris.page.keyboard.press('Control+k')
    await boris.page.getByLabel('An entry, an app, or what you want to do').waitFor()
    await boris.page.keyboard.type('Kilowatt hours on the delivery note', { delay: 50 })
    await expect.poll(() => boris.page.getByRole('combobox').inputValue()).toBe('Kilowatt hours on the delivery note')
    await boris.close()
  })
})
