import { describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { browser, server, setStage } from './stage.ts'

const CHAMPIONS = '/.rest/editor/v1/entries/hiddenChampion'

setStage()

describe('the preview', () => {
  it('follows what is typed before it is saved, in each language and width, and leads to the field', async () => {
    const { '@id': id } = await server.api<{ '@id': string }>('POST', CHAMPIONS, { title: 'A sample champion ahead', summary: 'Woven ahead of its time.', title_de: 'Ein Beispiel voraus' })
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/champions-app/${id}`)
    await ana.field('Title').waitFor()
    await ana.page.keyboard.press('Alt+p')
    const shown = ana.page.locator('.page-preview')
    await shown.getByRole('heading', { name: 'A sample champion ahead' }).waitFor()
    // No save gets through: what is shown is what is typed.
    await ana.page.route(`**${CHAMPIONS}/${id}`, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
    await ana.field('Title').fill('A sample champion far ahead')
    await shown.getByRole('heading', { name: 'A sample champion far ahead' }).waitFor({ timeout: 3_000 })
    expect((await server.api<{ properties: { title: string } }>('GET', `${CHAMPIONS}/${id}`)).properties.title).toBe('A sample champion ahead')
    await ana.page.unroute(`**${CHAMPIONS}/${id}`)
    await ana.expectAccessible('preview')
    await ana.picture('preview-page')
    await shown.getByText('Woven ahead of its time.').click()
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'))).toBe('summary')
    await ana.page.getByRole('radiogroup', { name: 'Width of the screen' }).locator('label').filter({ hasText: 'Desktop' }).click()
    expect(await ana.page.locator('.preview-screen').getAttribute('data-width')).toBe('desktop')
    await ana.page.locator('.preview-tools').getByLabel('Language', { exact: true }).first().click()
    await ana.page.getByRole('option', { name: 'German' }).click()
    await shown.getByRole('heading', { name: 'Ein Beispiel voraus' }).waitFor()
    await shown.getByText(/from English/).first().waitFor()
    await ana.picture('preview-desktop-german')
    await ana.page.getByText('JSON', { exact: true }).click()
    await ana.page.locator('.preview').getByText('"Ein Beispiel voraus"').waitFor()
    await ana.page.locator('.preview').getByRole('button', { name: '"title"' }).click()
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'))).toBe('title_de')
    await ana.close()
  })
})
