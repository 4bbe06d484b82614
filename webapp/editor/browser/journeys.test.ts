import { describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { browser, server, setStage } from './stage.ts'

interface Entry {
  '@id': string
  state: string
  properties: Record<string, unknown>
}

const CHAMPIONS = '/.rest/editor/v1/entries/hiddenChampion'
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC', 'base64')
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')

setStage()

async function pickTerm(person: Person, label: string, text: string) {
  const box = person.page.getByRole('combobox', { name: label, exact: true }).or(person.page.getByLabel(label, { exact: true })).first()
  await box.click()
  await box.fill(text)
  await person.page.getByRole('option').first().waitFor()
  await person.page.keyboard.press('ArrowDown')
  await person.page.keyboard.press('Enter')
  await person.page.keyboard.press('Escape')
}

async function pickEntry(person: Person, label: string, text: string) {
  const box = person.page.getByLabel(label, { exact: true }).first()
  await box.click()
  await box.fill(text)
  await person.page.getByRole('option').filter({ hasNotText: 'Create' }).first().click()
}

async function writeRich(person: Person, label: string, text: string) {
  const box = person.page.getByRole('textbox', { name: label, exact: true })
  await box.click()
  await person.page.keyboard.insertText(text)
}

describe('a champion', () => {
  it('is made from nothing, with a picture and references, put right where rules are broken, and published', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/apps/champions-app')
    await ana.page.getByRole('link', { name: 'New', exact: true }).click()
    await ana.field('Title').fill('A loom that tells when it is tired')
    await ana.field('Summary').fill('A sample weaving mill listens to its looms and mends them before they stop.')
    await ana.page.waitForURL(/apps\/champions-app\/[0-9a-f-]{36}/)
    const id = new URL(ana.page.url()).pathname.split('/').at(-1) ?? ''
    // It got its address while she wrote, and she writes on where she is.
    await ana.page.keyboard.type(' Since 2012.')
    await expect.poll(() => ana.field('Summary').inputValue()).toMatch(/before they stop\. Since 2012\.$/)
    await ana.saved()

    // Publishing too early lists what is missing, and a line leads to its field.
    await ana.page.keyboard.press('Control+Enter')
    await ana.page.getByRole('dialog').getByText(/stand against publishing/).first().waitFor()
    await ana.expectAccessible('publication check')
    await ana.picture('publish-refused')
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Business story' }).first().click()
    await ana.page.getByRole('textbox', { name: 'Business story' }).waitFor()
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'))).toBe('story')

    await writeRich(ana, 'Business story', words(320))
    for (const text of ['Initial situation', 'Solution', 'Results', 'Evidence of success']) await writeRich(ana, text, words(60))
    await ana.page.getByRole('tab', { name: /Classification/ }).click()
    for (const [label, text] of [['Edition', '2014'], ['Champion scheme', 'c'], ['Level of the case', 's'], ['Country', 'Slovenia'], ['Region', 'SI03'], ['Innovation dimensions', 'r'], ['ICT categories', 'e']] as const) await pickTerm(ana, label, text)
    await ana.page.getByRole('tab', { name: /Links and media/ }).click()
    for (const [label, text] of [['Owner organisation', 'sample'], ['Company', 'drava'], ['Cluster', 'm'], ['Partner', 'sample'], ['Interviews', 'i']] as const) await pickEntry(ana, label, text)
    await ana.page.locator('[data-path="images"] input[type="file"]').setInputFiles({ name: 'loom.png', mimeType: 'image/png', buffer: PICTURE })
    await ana.page.locator('[data-path="images"] .asset img').waitFor()
    // From its beginning: what has half gone under the bar of tabs is no target.
    await ana.page.locator('.entry-form').evaluate((form) => form.scrollTo(0, 0))
    await ana.expectAccessible('links and media')
    await ana.picture('links-and-media')
    await ana.saved()

    await ana.page.keyboard.press('Control+Enter')
    await ana.page.getByRole('dialog').getByText('Nothing stands against publishing').waitFor()
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await ana.page.locator('.entry-head .state[data-state="published"]').waitFor()
    const published = await server.api<Entry>('GET', `${CHAMPIONS}/${id}`)
    expect(published.state).toBe('published')
    expect(published.properties.images).toHaveLength(1)
    await ana.close()
  })

  it('goes back to what an earlier version said, one field or all', async () => {
    const found = await server.api<{ results: Entry[] }>('GET', `${CHAMPIONS}?q=Kilowatt&limit=1`)
    const id = found.results[0]?.['@id'] ?? ''
    const before = (await server.api<Entry>('GET', `${CHAMPIONS}/${id}`)).properties.summary
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/champions-app/${id}?panel=versions`)
    await ana.field('Summary').fill('Another summary that nobody likes, long enough.')
    await ana.saved()
    await ana.page.getByRole('button', { name: /Compare version/ }).first().click()
    await ana.page.locator('.difference del').first().waitFor()
    await ana.expectAccessible('versions')
    await ana.picture('versions')
    await ana.page.getByRole('button', { name: /Take this: Summary/ }).click()
    await expect.poll(async () => (await server.api<Entry>('GET', `${CHAMPIONS}/${id}`)).properties.summary).toBe(before)
    await expect.poll(() => ana.field('Summary').inputValue()).toBe(before)
    await ana.page.keyboard.press('Control+z')
    await expect.poll(() => ana.field('Summary').inputValue()).toContain('nobody likes')
    await ana.page.keyboard.press('Control+Shift+z')
    await ana.saved()
    await ana.close()
  })
})

describe('by keyboard alone', () => {
  it('an award is made, written and given up again, with nothing but keys', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/')
    await ana.page.keyboard.press('Control+k')
    await ana.page.getByRole('combobox').waitFor()
    await ana.page.keyboard.type('awards')
    await ana.page.getByRole('option', { name: 'Awards' }).waitFor()
    while ((await ana.page.locator('[role="option"][aria-selected="true"]').textContent())?.includes('Awards') !== true) await ana.page.keyboard.press('ArrowDown')
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('heading', { name: 'Awards' }).waitFor()
    await ana.page.locator('.grid-item').first().waitFor()
    await ana.page.keyboard.press('n')
    await ana.page.getByRole('textbox', { name: 'Name' }).first().waitFor()
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if (await ana.page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path') === 'name')) break
      await ana.page.keyboard.press('Tab')
    }
    await ana.page.keyboard.type('Award by keys')
    await ana.page.waitForURL(/awards-app\/[0-9a-f-]{36}/)
    await ana.saved()
    await ana.page.keyboard.type(' alone')
    await ana.saved()
    await ana.page.keyboard.press('Control+z')
    await expect.poll(() => ana.field('Name').inputValue()).toBe('Award by keys')
    await ana.page.keyboard.press('Alt+Backspace')
    await ana.page.getByRole('heading', { name: 'Awards' }).waitFor()
    await ana.page.locator('.grid-item', { hasText: 'Award by keys' }).first().waitFor()
    await ana.close()
  })
})

const SCREENS: [string, string, string][] = [
  ['home', '/', '.launcher'],
  ['list', '/apps/champions-app', '.grid-item .strong'],
  ['import', '/apps/champions-app/import', '.drop'],
  ['tree', '/apps/champions-app?view=tree', '.tree-row'],
  ['thumbnails', '/apps/champions-app?view=thumbnail', '.thumb'],
  ['form', '/apps/champions-app/0a34257d-2917-3462-9cf5-2283375f3c4d', '.field'],
  ['form-details', '/apps/champions-app/0a34257d-2917-3462-9cf5-2283375f3c4d?tab=details', '.composite'],
  ['form-map', '/apps/champions-app/0a34257d-2917-3462-9cf5-2283375f3c4d?tab=classification', '.map-land'],
  ['preview', '/apps/champions-app/0a34257d-2917-3462-9cf5-2283375f3c4d?panel=preview', '.page-preview'],
  ['beside', '/apps/champions-app/0a34257d-2917-3462-9cf5-2283375f3c4d?locale=sr&beside=en', '.beside-pair'],
  ['used-in', '/apps/companies-app/b89b909a-fec0-308a-94a7-30786cc78fec?panel=usedin', '.used-in li'],
  ['users', '/users', '.people li'],
  ['roles', '/roles', '.panel'],
  ['problems', '/problems', 'h1'],
  ['missing', '/nowhere', '.empty'],
]

describe.each([
  ['light', 1280, 'en'],
  ['dark', 1280, 'de'],
  ['light', 390, 'sr'],
  ['dark', 390, 'it'],
] as const)('every screen, %s at %i pixels in %s', (colorScheme, width, locale) => {
  it('can be used by everybody and fits', async () => {
    const ana = await Person.at(browser, server, { colorScheme, locale, viewport: { width, height: width === 390 ? 844 : 800 } })
    await ana.logIn('/')
    for (const [name, path, sign] of SCREENS) {
      await ana.open(path)
      await ana.page.locator(sign).first().waitFor({ state: 'attached' })
      await ana.picture(`${name}-${colorScheme}-${width}-${locale}`)
      await ana.expectAccessible(`${name}, ${colorScheme}, ${width}, ${locale}`)
    }
    await ana.close()
  }, 240_000)
})
