import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { entriesOf, organisations, stored, write } from './prepared.ts'
import { browser, server, setStage } from './stage.ts'

setStage()

const champion = async (more: Record<string, unknown>) => {
  const [owner] = await organisations(server, 1)
  return write(server, 'hiddenChampion', { title: 'A press that counts its own strokes', title_de: 'Eine Presse, die ihre Hübe zählt', ownerOrganisation: owner, ...more })
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('aria-label') || document.activeElement?.tagName)

describe('items of a field', () => {
  it('stay open and keep the keyboard while they change places, are removed and brought back', async () => {
    const id = await champion({ quotes: ['First', 'Second', 'Third'].map((text) => ({ text, speaker: `${text} sample` })) })
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/champions-app/${id}`)
    await ana.page.getByRole('tab', { name: /Details/ }).click()
    const quotes = ana.page.locator('[data-path="quotes"]')
    const heads = () => quotes.locator('.multi-head > button').evaluateAll((all) => all.map((one) => `${one.textContent} ${one.getAttribute('aria-expanded')}`))
    await quotes.locator('.multi-head > button').nth(2).click()
    await quotes.getByRole('button', { name: 'Move 3 up' }).click()
    await expect.poll(heads).toEqual(['1First · First sample false', '2Third · Third sample true', '3Second · Second sample false'])
    expect(await quotes.locator('#field-quotes-1-speaker').inputValue()).toBe('Third sample')
    await expect.poll(() => focused(ana.page)).toBe('Move 2 up')
    await quotes.locator('#field-quotes-1-speaker').focus()
    await ana.page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => focused(ana.page)).toBe('field-quotes-0-speaker')
    await quotes.getByRole('button', { name: 'Remove 3' }).click()
    await expect.poll(() => focused(ana.page)).toBe('Remove 2')
    await ana.saved()
    await ana.page.keyboard.press('Control+z')
    await expect.poll(heads).toEqual(['1Third · Third sample true', '2First · First sample false', '3Second · Second sample false'])
    // Undoing leads the keyboard to what it brought back.
    await expect.poll(() => focused(ana.page)).toBe('BUTTON')
    for (const left of [2, 1]) {
      await quotes.getByRole('button', { name: 'Remove 1' }).click()
      await expect.poll(heads).toHaveLength(left)
      await expect.poll(() => focused(ana.page)).toBe('Remove 1')
    }
    await ana.page.keyboard.press('Enter')
    await expect.poll(() => focused(ana.page)).toMatch(/^Add|BUTTON/)
    await ana.close()
  })
})

describe('undo', () => {
  it('goes on after a reload, stays in the language one is in, and finds what stands beside', async () => {
    const id = await champion({})
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/champions-app/${id}?locale=de`)
    await ana.field('Title').fill('Eine Presse, die zählt')
    await ana.page.getByRole('tab', { name: /Details/ }).click()
    await ana.page.getByRole('button', { name: 'Add: Quotes' }).click()
    await expect.poll(() => focused(ana.page)).toBe('field-quotes-0-text_de')
    await ana.page.keyboard.type('Gesagt')
    await expect.poll(async () => (await stored(server, 'hiddenChampion', id)).properties.quotes).toEqual([{ text_de: 'Gesagt' }])
    await ana.saved()
    await ana.page.reload()
    const undo = ana.page.locator('.entry-head').getByRole('button', { name: 'Undo' })
    await undo.click()
    await expect.poll(() => focused(ana.page)).toBe('field-quotes-0-text_de')
    await undo.click()
    await undo.click()
    await expect.poll(() => focused(ana.page)).toBe('field-title_de')
    expect(new URL(ana.page.url()).searchParams.get('locale')).toBe('de')
    await expect.poll(async () => (await stored(server, 'hiddenChampion', id)).properties.title_de).toBe('Eine Presse, die ihre Hübe zählt')
    expect(await undo.isDisabled()).toBe(true)

    await ana.open(`/apps/champions-app/${id}?beside=de`)
    await ana.page.locator('#beside-field-title_de').fill('Nebenan geschrieben')
    await ana.page.locator('#field-title').focus()
    await ana.page.keyboard.press('Control+z')
    await expect.poll(() => focused(ana.page)).toBe('beside-field-title_de')
    expect(await ana.page.locator('#beside-field-title_de').inputValue()).toBe('Eine Presse, die ihre Hübe zählt')
    await ana.close()
  })
})

describe('a rich text', () => {
  it('links to entries and files by what they are called', async () => {
    const id = await champion({})
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/champions-app/${id}`)
    const text = ana.page.locator('.rich-text').first()
    for (const [typed, found, link] of [['kilowatt ho', /Kilowatt hours/, /^nephele:/], ['wood.sv', /wood\.svg/, /^jcr:/]] as const) {
      await text.click()
      await ana.page.getByRole('button', { name: 'Link', exact: true }).first().click()
      const dialog = ana.page.getByRole('dialog')
      await dialog.getByText('Entry or asset').first().click()
      await dialog.getByRole('textbox', { name: 'Entry or asset' }).fill(typed)
      await ana.page.getByRole('option', { name: found }).first().click()
      await expect.poll(() => dialog.getByRole('textbox', { name: 'Entry or asset' }).getAttribute('placeholder')).toMatch(found)
      await dialog.getByRole('button', { name: 'Apply' }).click()
      await expect.poll(() => text.locator('a').last().getAttribute('href')).toMatch(link)
    }
    await ana.saved()
    await ana.close()
  })
})

describe('a form', () => {
  it('shows nobody as her own colleague when she loads it again', async () => {
    const id = await champion({})
    const presence = () => server.api<{ editors: { window: string }[] }>('PUT', `${entriesOf('hiddenChampion', id)}/presence`, { window: 'of-a-colleague' })
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/champions-app/${id}`)
    await expect.poll(async () => (await presence()).editors).toHaveLength(2)
    await ana.page.reload()
    await ana.field('Title').waitFor()
    await expect.poll(async () => (await presence()).editors).toHaveLength(2)
    await ana.open('/')
    await ana.page.locator('.shell').waitFor()
    expect((await presence()).editors.map((one) => one.window)).toEqual(['of-a-colleague'])
    await ana.close()
  })

  it('scrolls its fields alone: its head stays where it is', async () => {
    const id = await champion({ quotes: [{ text: 'Said', speaker: 'Sample speaker' }] })
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/champions-app/${id}`)
    await ana.field('Title').waitFor()
    await ana.atRest()
    expect(await ana.page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBeLessThanOrEqual(1)
    await ana.close()
  })

  it('is nowhere wider than a telephone, however long the summaries of its items are', async () => {
    const long = 'The ICT solution is in daily use for at least a year, in three shifts, and everybody who works with it was asked'
    const id = await champion({ criteria: [{ criterion: long, evidence: long, met: true }, { criterion: long.replaceAll(' ', ''), met: false }], quotes: [{ text: long, speaker: long }], investment: [{ amount: 230_000, currency: 'EUR', fundingTypes: ['own-funds', 'national-grant'], source: long, year: 2011 }] })
    const ana = await Person.at(browser, server, { viewport: { width: 390, height: 844 } })
    await ana.logIn(`/apps/champions-app/${id}`)
    const beyond = () => ana.page.locator('.fields *').evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 0.5).map((one) => `${one.tagName} ${one.getAttribute('class')}`))
    await ana.field('Title').waitFor()
    for (const tab of await ana.page.getByRole('tab').all()) {
      await tab.click()
      await ana.atRest()
      expect(await beyond()).toEqual([])
    }
    await ana.picture('fields-narrow')
    await ana.page.locator('.multi-head > button').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()))
    await ana.page.locator('#field-criteria-0-criterion').waitFor()
    await ana.atRest()
    expect(await beyond()).toEqual([])
    await ana.picture('fields-narrow-open')
    await ana.close()
  })

  it('leads the keyboard into the field when the last conflict is settled', async () => {
    const id = await champion({ translationNote: 'Before' })
    const ana = await Person.at(browser, server)
    // She does not hear at once what her colleague does.
    await ana.page.route(/\/v1\/events/, (route) => route.abort())
    await ana.logIn(`/apps/champions-app/${id}`)
    await ana.field('Note on the translation').waitFor()
    await server.api('PATCH', entriesOf('hiddenChampion', id), { revision: (await stored(server, 'hiddenChampion', id)).revision, title: 'A press that a colleague renamed', translationNote: 'Hers' })
    await ana.field('Title').fill('A press that I renamed')
    await ana.field('Note on the translation').fill('Mine')
    await ana.page.getByRole('button', { name: 'Take theirs' }).first().click()
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.textContent)).toBe('Take theirs')
    await ana.page.keyboard.press('Enter')
    await expect.poll(() => focused(ana.page)).toBe('field-translationNote')
    expect([await ana.field('Title').inputValue(), await ana.field('Note on the translation').inputValue()]).toEqual(['A press that a colleague renamed', 'Hers'])
    await ana.page.keyboard.press('End')
    await ana.page.keyboard.type(' and mine')
    await expect.poll(async () => (await stored(server, 'hiddenChampion', id)).properties.translationNote).toBe('Hers and mine')
    await ana.close()
  })
})
