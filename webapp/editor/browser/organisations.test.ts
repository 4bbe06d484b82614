import { describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { awardOf, EDITOR, entriesOf, organisations, stored, user, write } from './prepared.ts'
import { browser, server, setStage } from './stage.ts'

const REPORT = 'benchmarkReport'

setStage()

describe('a partner editor', () => {
  it("works on her organisation's drafts, and neither sees nor touches those of another", async () => {
    const [ours = '', theirs = ''] = await organisations(server, 2)
    const mine = await write(server, REPORT, { title: 'Quarterly figures of our own', ownerOrganisation: ours })
    const other = await write(server, REPORT, { title: 'Quarterly figures of the neighbours', ownerOrganisation: theirs })
    await user(server, 'nora', 'Nora Sample', ['partner-editor'], [ours])
    const before = await stored(server, REPORT, other)

    const ana = await Person.at(browser, server)
    const app = (await server.api<{ apps: { name: string; contentType?: string }[] }>('GET', `${EDITOR}/apps`)).apps.find((one) => one.contentType === REPORT)?.name ?? ''
    await ana.logIn(`/apps/${app}?q=quarterly`, 'nora')
    await ana.page.locator('.grid-item', { hasText: 'of our own' }).waitFor()
    expect(await ana.page.getByText('of the neighbours').count()).toBe(0)
    // She may change and delete, but not publish.
    await ana.page.locator('.grid-item', { hasText: 'of our own' }).focus()
    await ana.page.keyboard.press('Space')
    const bar = ana.page.getByRole('region', { name: 'Marked entries' })
    expect(await bar.getByRole('button', { name: 'Publish' }).getAttribute('aria-disabled')).toBe('true')
    await bar.getByRole('button', { name: 'More actions' }).click()
    expect(await ana.page.getByRole('menuitem').evaluateAll((all) => all.map((one) => `${one.textContent} ${(one as HTMLButtonElement).disabled}`))).toEqual(['Unpublish true', 'Move false', 'Delete false'])
    await ana.page.getByRole('menu').getByText(/none of your roles \(partner-editor\) allows to publish entries here/).waitFor()
    await ana.page.keyboard.press('Escape')
    await ana.page.locator('.grid-item', { hasText: 'of our own' }).getByRole('link').click()
    await ana.field('Title').fill('Quarterly figures, put right')
    await ana.saved()
    await expect.poll(async () => (await stored(server, REPORT, mine)).properties.title).toBe('Quarterly figures, put right')

    // Who knows the address gets no further, and is not told whether there is something.
    await ana.open(`/apps/${app}/${other}`)
    await ana.page.getByRole('alert').getByRole('heading', { name: 'This is not here any more' }).waitFor()
    await ana.expectAccessible("another organisation's draft")
    expect(await ana.page.getByText('neighbours').count()).toBe(0)
    await ana.page.keyboard.press('Control+k')
    await ana.page.getByRole('combobox').fill('neighbours')
    await ana.page.getByText('Nothing found').waitFor()

    // Nor past the interface, with the same session.
    const statuses = await ana.page.evaluate(async ([path = '', type = '', id = '']) => {
      const { csrfToken: token } = (await (await fetch('/.rest/editor/v1/me')).json()) as { csrfToken: string }
      const send = async (method: string, to: string, body?: unknown) => (await fetch(to, { method, headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token }, body: body === undefined ? undefined : JSON.stringify(body) })).status
      return [
        await send('GET', path),
        await send('PATCH', path, { revision: 1, title: 'Taken over' }),
        await send('DELETE', path),
        await send('PUT', `${path}/working-copy`, { revision: 1, fields: { title: 'Taken over' } }),
        await send('POST', `${path}/publish`, {}),
        (await (await fetch(`/.rest/editor/v1/references?types=${type}&ids=${id}`)).text()).includes('neighbours') ? 200 : 404,
      ]
    }, [entriesOf(REPORT, other), REPORT, other])
    expect(statuses.every((status) => status === 403 || status === 404), String(statuses)).toBe(true)
    expect(await stored(server, REPORT, other)).toEqual(before)
    await ana.close()
  })
})

describe('many entries, of which one may change some', () => {
  it("are refused one by one before and after where they are another organisation's, and the others are done", async () => {
    const [ours = '', theirs = ''] = await organisations(server, 2)
    const mine = await write(server, 'award', awardOf(ours, 'Gemischt, our own'))
    const other = await write(server, 'award', awardOf(theirs, 'Gemischt, of the neighbours'))
    await user(server, 'mila', 'Mila Sample', ['partner-editor'], [ours])
    const mila = await Person.at(browser, server)
    await mila.logIn('/apps/awards-app?q=gemischt', 'mila')
    await mila.page.locator('[role="row"][tabindex="0"]', { hasText: 'Gemischt' }).focus()
    await mila.page.keyboard.press('Control+a')
    await mila.page.getByRole('region', { name: 'Marked entries' }).getByRole('button', { name: 'More actions' }).click()
    await mila.page.getByRole('menuitem', { name: 'Delete' }).click()
    const dialog = mila.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'See what would happen' }).click()
    await dialog.getByText('Possible for 1 of 2').waitFor()
    await dialog.getByRole('listitem').filter({ hasText: 'of the neighbours' }).getByText(/none of the roles partner-editor allows to delete here/).waitFor()
    await dialog.getByText(/admin.*can give you this right/).waitFor()
    // Styled, although no form was open yet.
    expect(await dialog.locator('.notice').evaluate((notice) => getComputedStyle(notice).borderInlineStartWidth)).toBe('4px')
    await mila.expectAccessible('what would be refused')
    await mila.picture('bulk-partly')
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await dialog.getByText('Finished · 1 of 2 done').waitFor()
    await dialog.getByText('One entry was refused').waitFor()
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    await dialog.getByText('Taken back · 1 of 2 done').waitFor()
    expect((await stored(server, 'award', mine)).state).toBe('not-published')
    expect((await stored(server, 'award', other)).state).toBe('not-published')
    await mila.close()
  })

  it('are told before to be gone for good where their deletion is published, and stay marked no longer', async () => {
    const [owner] = await organisations(server, 1)
    const live = await write(server, 'award', awardOf(owner, 'Endgültig live'))
    await server.api('POST', `${entriesOf('award', live)}/publish`, {})
    await write(server, 'award', awardOf(owner, 'Endgültig draft'))
    const ana = await Person.at(browser, server)
    await ana.logIn('/apps/awards-app?q=endgültig')
    const bar = ana.page.getByRole('region', { name: 'Marked entries' })
    const dialog = ana.page.getByRole('dialog')
    const markAll = async () => {
      await ana.page.locator('[role="row"][tabindex="0"]', { hasText: 'Endgültig' }).focus()
      await ana.page.keyboard.press('Control+a')
    }
    await markAll()
    await bar.getByRole('button', { name: 'More actions' }).click()
    await ana.page.getByRole('menuitem', { name: 'Delete' }).click()
    await dialog.getByRole('button', { name: 'See what would happen' }).click()
    await dialog.getByText('One of them is live: readers see it until its deletion is published.').waitFor()
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await dialog.getByText('Finished · 2 of 2 done').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await bar.waitFor({ state: 'detached' })

    await ana.page.getByRole('status').getByText('One entry', { exact: true }).waitFor()
    await markAll()
    await bar.getByRole('button', { name: 'Publish' }).click()
    await dialog.getByRole('button', { name: 'See what would happen' }).click()
    await dialog.getByText('it goes from readers and from here, and that cannot be taken back').waitFor()
    await ana.expectAccessible('deletions about to be published')
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await dialog.getByText('Finished · 1 of 1 done').waitFor()
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    await dialog.getByText('One entry could not be taken back').waitFor()
    await dialog.getByText('Taken back · 0 of 1 done').waitFor()
    await ana.close()
  })

  it("get a text in a translator's language from her, and nothing else", async () => {
    const [owner] = await organisations(server, 1)
    const id = await write(server, 'award', awardOf(owner, 'Zu übersetzen'))
    await user(server, 'tara', 'Tara Sample', ['translator'], [], ['de'])
    const tara = await Person.at(browser, server)
    await tara.logIn('/apps/awards-app?q=zu%20übersetzen', 'tara')
    await tara.page.locator('[role="row"][tabindex="0"]', { hasText: 'Zu übersetzen' }).focus()
    await tara.page.keyboard.press('Control+a')
    const bar = tara.page.getByRole('region', { name: 'Marked entries' })
    expect(await bar.getByRole('button', { name: 'More actions' }).getAttribute('aria-disabled')).toBe('true')
    await bar.getByRole('button', { name: 'Set a field' }).click()
    const dialog = tara.page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Field' }).click()
    expect(await tara.page.getByRole('option', { name: 'Year' }).count()).toBe(0)
    await tara.page.getByRole('option', { name: 'Awarding body' }).click()
    await dialog.getByRole('textbox', { name: 'Awarding body' }).fill('Eine Jury')
    await tara.expectAccessible("a field in a translator's language")
    await tara.picture('bulk-translator')
    await dialog.getByRole('button', { name: 'See what would happen' }).click()
    await dialog.getByText('Possible for 1 of 1').waitFor()
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await dialog.getByText('Finished · 1 of 1 done').waitFor()
    expect((await stored(server, 'award', id)).properties).toMatchObject({ body: 'Sample jury', body_de: 'Eine Jury' })
    await tara.close()
  })
})

describe('a reader', () => {
  it('is told before she writes that she may make nothing new, by which rule and who can help', async () => {
    await user(server, 'rosa', 'Rosa Sample', ['reader'])
    const rosa = await Person.at(browser, server)
    await rosa.logIn('/apps/awards-app', 'rosa')
    await rosa.page.locator('.grid-item').first().waitFor()
    const add = rosa.page.locator('.list-head').getByRole('button', { name: 'New' })
    expect(await add.getAttribute('aria-disabled')).toBe('true')
    expect(await rosa.page.getByRole('link', { name: 'Import a spreadsheet' }).count()).toBe(0)
    await add.focus()
    await rosa.page.getByRole('tooltip', { name: /none of your roles \(reader\) allows to make new entries here\. admin.*can give you this right/ }).waitFor()
    await add.blur()
    await rosa.expectAccessible('a list one may only read')

    // Nor may she do anything to those that are there, one or many.
    await rosa.page.locator('.grid-item').first().focus()
    await rosa.page.keyboard.press('Space')
    const bar = rosa.page.getByRole('region', { name: 'Marked entries' })
    for (const [deed, rule] of [['Publish', 'publish'], ['Set a field', 'change'], ['More actions', 'publish']]) {
      const button = bar.getByRole('button', { name: deed })
      expect(await button.getAttribute('aria-disabled')).toBe('true')
      await button.focus()
      await rosa.page.getByRole('tooltip', { name: new RegExp(`none of your roles \\(reader\\) allows to ${rule} entries here\\. admin.*can give you this right`) }).waitFor()
      await rosa.page.keyboard.press('Enter')
      await button.blur()
    }
    expect(await rosa.page.getByRole('dialog').count()).toBe(0)
    await rosa.expectAccessible('marked entries one may only read')
    await rosa.picture('bulk-denied')
    // Nor to the files of the library.
    await rosa.open('/media?view=list')
    await rosa.page.locator('[role="gridcell"][tabindex="0"]').first().focus()
    await rosa.page.keyboard.press('Space')
    const together = rosa.page.getByRole('region', { name: 'Marked files' }).getByRole('button', { name: 'Edit' })
    expect(await together.getAttribute('aria-disabled')).toBe('true')
    await together.focus()
    await rosa.page.getByRole('tooltip', { name: /none of your roles \(reader\) allows to change entries here\. admin.*can give you this right/ }).waitFor()
    await together.blur()
    await rosa.expectAccessible('marked files one may only read')
    await rosa.open('/apps/awards-app')
    await rosa.page.locator('.grid-item').first().waitFor()
    await rosa.page.keyboard.press('n')
    await rosa.open('/apps/awards-app/new')
    await rosa.page.locator('.form-why').getByText(/none of your roles \(reader\)/).waitFor()
    expect(await rosa.field('Name').getAttribute('readonly')).not.toBeNull()
    await rosa.expectAccessible('a form one may not fill in')
    await rosa.close()
  })
})
