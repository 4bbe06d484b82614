import { describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { award, entriesOf, stored } from './prepared.ts'
import { PASSWORD } from './server.ts'
import { browser, server, setStage } from './stage.ts'

setStage()

describe('an editor', () => {
  it('is told nothing about which half of a wrong log-in was wrong, and gets in with the right one', async () => {
    const ana = await Person.at(browser, server)
    await ana.open('/')
    await ana.page.locator('.login').waitFor()
    await ana.expectAccessible('log-in')
    await ana.picture('login')
    await ana.page.locator('input[name="username"]').fill('nobody')
    await ana.page.locator('input[name="password"]').fill('wrong')
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('alert').getByText('do not fit together').waitFor()
    await ana.logIn('/')
    await ana.page.getByRole('heading', { name: /Welcome/ }).waitFor()
    await ana.expectAccessible('home')
    await ana.picture('home-first')
    await ana.close()
  })

  it('finds an entry in a list by search, filters and keyboard', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/apps/champions-app')
    await ana.page.locator('.grid-item').first().waitFor()
    await ana.expectAccessible('list')
    await ana.picture('list-first')
    await ana.page.keyboard.press('/')
    await ana.page.keyboard.type('kilowatt')
    await ana.page.waitForURL(/q=kilowatt/)
    // The list shows what it had until the search is answered.
    await ana.page.locator('.list-body[aria-busy="false"]').waitFor()
    await ana.page.locator('[role="row"][tabindex="0"]', { hasText: 'Kilowatt hours' }).focus()
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('heading', { name: /Kilowatt hours/ }).waitFor()
    await ana.expectAccessible('form')
    await ana.picture('form-found')
    await ana.close()
  })

  it.each(['en', 'it', 'sr'])('reads the whole state of an entry in a list (%s)', async (locale) => {
    const id = await award(server, `Changed award ${locale}`)
    await server.api('POST', `${entriesOf('award', id)}/publish`, {})
    await server.api('PATCH', entriesOf('award', id), { revision: (await stored(server, 'award', id)).revision, year: 2027 })
    const ana = await Person.at(browser, server, { locale })
    await ana.logIn(`/apps/awards-app?q=changed+award+${locale}`)
    const cell = ana.page.locator('.grid-item', { hasText: `Changed award ${locale}` }).locator('[data-col="status"]')
    await cell.locator('.state[data-state="modified"]').waitFor()
    const { beyond, height } = await cell.evaluate((one) => ({ beyond: one.scrollWidth - one.clientWidth, height: one.getBoundingClientRect().height }))
    expect(beyond).toBe(0)
    // As high as the lowest row.
    expect(height).toBeLessThanOrEqual(34)
    await ana.picture(`list-state-${locale}`)
    await ana.close()
  })

  it('keeps what was typed when the session ends, and saves it after logging in in place', async () => {
    const id = await award(server, 'Session award')
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/awards-app/${id}`)
    await ana.field('Name').waitFor()
    await ana.context.clearCookies()
    await ana.field('Name').fill('')
    // She is asked when she rests: what she types goes into its field, not into the password.
    await ana.page.keyboard.type('Typed after the session ended', { delay: 60 })
    await ana.page.getByText('Please log in again').waitFor()
    await ana.picture('session-ended')
    await ana.page.locator('input[name="password"]').fill(PASSWORD)
    await ana.page.keyboard.press('Enter')
    await ana.saved()
    expect((await stored(server, 'award', id)).properties.name).toBe('Typed after the session ended')
    await ana.close()
  })

  it('keeps both changes of two people, and chooses where both changed the same field', async () => {
    const id = await award(server, 'Two people award')
    const ana = await Person.at(browser, server)
    const boris = await Person.at(browser, server)
    await ana.logIn(`/apps/awards-app/${id}`)
    await boris.logIn(`/apps/awards-app/${id}`)
    await ana.field('Summary').fill('Ana writes the summary of this award anew.')
    await ana.saved()
    // What one saves the other sees, without doing anything.
    await expect.poll(() => boris.field('Summary').inputValue()).toBe('Ana writes the summary of this award anew.')
    await ana.context.setOffline(true)
    await boris.field('Name').fill('Boris names it')
    await boris.saved()
    expect((await stored(server, 'award', id)).properties).toMatchObject({ name: 'Boris names it', summary: 'Ana writes the summary of this award anew.' })
    await ana.field('Name').fill('Ana names it')
    await ana.context.setOffline(false)
    await ana.page.getByRole('heading', { name: /changed by somebody else/ }).waitFor()
    await ana.expectAccessible('conflict')
    await ana.picture('conflict')
    expect((await stored(server, 'award', id)).properties.name).toBe('Boris names it')
    await ana.page.getByRole('button', { name: 'Keep mine' }).click()
    await ana.saved()
    expect((await stored(server, 'award', id)).properties.name).toBe('Ana names it')
    await ana.close()
    await boris.close()
  })
})
