import { describe, expect, it } from 'vitest'
import { PATIENCE, Person } from './browser.ts'
import { awardOf, findEntries, organisations, write } from './prepared.ts'
import { browser, server, setStage } from './stage.ts'

/** More than a look ahead checks. */
const COUNT = 210
const CHECKED = 200

setStage()

const count = async (state: string) => (await findEntries(server, 'award', `q=zweihundert&state=${state}&limit=1`)).total

describe('two hundred entries and more', () => {
  it('are published together after a look at what would happen, and taken back', async () => {
    const [owner] = await organisations(server, 1)
    for (let from = 0; from < COUNT; from += 10) await Promise.all(Array.from({ length: 10 }, (_, at) => write(server, 'award', awardOf(owner, `Zweihundert ${from + at}`))))
    const ana = await Person.at(browser, server)
    await ana.logIn('/apps/awards-app?q=zweihundert')
    await ana.page.getByRole('status').getByText(`${COUNT} entries`, { exact: true }).waitFor()
    await ana.page.locator('[role="row"][tabindex="0"]', { hasText: 'Zweihundert' }).focus()
    await ana.page.keyboard.press('Control+a')
    await ana.page.getByRole('button', { name: `Choose all ${COUNT} of the list` }).click()
    await ana.page.getByRole('region', { name: 'Marked entries' }).getByRole('button', { name: 'Publish' }).click()
    const dialog = ana.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'See what would happen' }).click()
    await dialog.getByText(`Possible for ${CHECKED} of the first ${CHECKED}; the others of ${COUNT} are checked when it is done`).waitFor()
    await ana.expectAccessible('bulk preview')
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await dialog.getByText(`Finished · ${COUNT} of ${COUNT} done`).waitFor({ timeout: 2 * PATIENCE })
    await ana.picture('bulk-published')
    await expect.poll(() => count('published'), { timeout: PATIENCE }).toBe(COUNT)
    // Whoever has closed the dialogue finds her way back, also after a reload.
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await ana.page.reload()
    await ana.page.getByRole('button', { name: 'Show or take back' }).waitFor()
    await ana.expectAccessible('last bulk action')
    await ana.picture('bulk-last')
    await ana.page.getByRole('button', { name: 'Show or take back' }).click()
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    await dialog.getByText(`Taken back · ${COUNT} of ${COUNT} done`).waitFor({ timeout: 2 * PATIENCE })
    await expect.poll(() => count('published'), { timeout: PATIENCE }).toBe(0)
    // Deleted, they are in the list no more, and still as many; the bar knows what the dialogue did.
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await ana.page.locator('[role="row"][tabindex="0"]', { hasText: 'Zweihundert' }).focus()
    await ana.page.keyboard.press('Control+a')
    await ana.page.getByRole('button', { name: `Choose all ${COUNT} of the list` }).click()
    await ana.page.getByRole('region', { name: 'Marked entries' }).getByRole('button', { name: 'More actions' }).click()
    await ana.page.getByRole('menuitem', { name: 'Delete' }).click()
    await dialog.getByRole('button', { name: 'See what would happen' }).click()
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await ana.page.getByText('Nothing fits').waitFor({ timeout: 2 * PATIENCE })
    await dialog.getByText(`Finished · ${COUNT} of ${COUNT} done`).waitFor()
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    await dialog.getByText(`Taken back · ${COUNT} of ${COUNT} done`).waitFor({ timeout: 2 * PATIENCE })
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await ana.page.getByText('Show or take back').waitFor({ state: 'detached' })
    await ana.close()
  })
})
