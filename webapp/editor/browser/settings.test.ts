import { describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { user } from './prepared.ts'
import { browser, server, setStage } from './stage.ts'

setStage()

describe('what somebody sets for herself', () => {
  it('works at once and is still so after a reload: language, dark, density', async () => {
    const ana = await Person.at(browser, server)
    const height = async () => (await ana.page.locator('.grid-item').first().boundingBox())?.height ?? 0
    const looks = () => ana.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.mantineColorScheme])
    await ana.logIn('/apps/champions-app')
    await ana.page.locator('.grid-item .strong').first().waitFor()
    const roomy = await height()
    await ana.page.keyboard.press('Control+,')
    const dialog = ana.page.getByRole('dialog')
    await dialog.getByText('Dark', { exact: true }).waitFor()
    await ana.expectAccessible('preferences')
    await ana.picture('preferences')
    await dialog.getByText('Dark', { exact: true }).click()
    await dialog.getByText('Compact', { exact: true }).click()
    await dialog.getByLabel('Language').first().click()
    await ana.page.getByRole('option', { name: 'Deutsch' }).click()
    await expect.poll(looks).toEqual(['de', 'dark'])
    await ana.page.keyboard.press('Escape')
    await expect.poll(height).toBeLessThan(roomy)
    await ana.page.reload()
    await ana.page.locator('.grid-item .strong').first().waitFor()
    await expect.poll(looks).toEqual(['de', 'dark'])
    expect(await height()).toBeLessThan(roomy)
    await ana.page.getByRole('link', { name: 'Neu', exact: true }).waitFor()
    await ana.expectAccessible('list, compact and dark')
    await ana.picture('list-compact-dark')
    await ana.open('/apps/champions-app/00000000-0000-0000-0000-000000000000')
    await ana.page.getByText('Es gibt keinen Eintrag vom Typ hiddenChampion').waitFor()
    await ana.close()
  })

  it('begins with what she worked on, at the place she left, which nobody else at this browser sees', async () => {
    await user(server, 'second', 'Second Sample', ['coordinator'])
    const ana = await Person.at(browser, server)
    await ana.logIn('/apps/champions-app/0a34257d-2917-3462-9cf5-2283375f3c4d')
    await ana.page.getByRole('tab', { name: 'Classification' }).click()
    await ana.page.waitForURL(/tab=classification/)
    await ana.page.keyboard.press('Alt+l')
    await ana.page.waitForURL(/locale=/)
    const place = new URL(ana.page.url()).search
    await ana.open('/')
    await ana.page.locator('section[aria-labelledby="continue"] a').first().click()
    await ana.page.locator('.field').first().waitFor()
    expect(new URL(ana.page.url()).search).toBe(place)
    await ana.context.clearCookies()
    await ana.logIn('/', 'second')
    await ana.page.locator('.launcher').first().waitFor()
    expect(await ana.page.locator('section[aria-labelledby="continue"]').count()).toBe(0)
    await ana.close()
  })
})
