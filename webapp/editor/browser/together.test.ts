import { beforeAll, describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { award, EDITOR, entriesOf, findEntries, organisations, stored, user, type Entry } from './prepared.ts'
import { browser, server, setStage } from './stage.ts'

const CHAMPION = '0a34257d-2917-3462-9cf5-2283375f3c4d'

interface Round {
  round: { version: string; partners: string[]; consents: unknown[] }
  state: string
  changedSince: boolean
}

async function person(name: string, path: string, options = {}): Promise<Person> {
  const somebody = await Person.at(browser, server, options)
  await somebody.logIn(path, name)
  return somebody
}

const focusIn = (somebody: Person) => somebody.page.evaluate(() => document.activeElement?.closest('[data-path], .side, .shell-bar, [role="dialog"]')?.className ?? document.activeElement?.tagName)
const partnersOf = (document: Entry) => (document.properties.agreement as { organisation: string }[]).map((one) => one.organisation)

async function strategy(): Promise<Entry> {
  const { results } = await findEntries(server, 'strategyDocument', 'limit=50')
  return stored(server, 'strategyDocument', results.find((one) => one['@name'] === 'cluster-innovation-strategy-1-1')?.['@id'] ?? '')
}

setStage()

beforeAll(async () => {
  await user(server, 'mira', 'Mira Sample', ['reviewer'])
  await user(server, 'boris', 'Boris Sample', ['reviewer'])
})

describe('a champion', () => {
  it('is led through all stages: what is missing is named, somebody gets the task, and one can go back', async () => {
    const mira = await person('mira', `/apps/champions-app/${CHAMPION}?panel=workflow`)
    const panel = mira.page.locator('.side')
    await panel.getByText('2 things are missing').waitFor()
    expect(await panel.getByRole('button', { name: 'Complete this stage' }).isDisabled()).toBe(true)
    await mira.expectAccessible('workflow')
    await mira.picture('workflow')
    await panel.getByRole('checkbox', { name: 'The company agrees to be described' }).check()
    await panel.getByText('One thing is missing').waitFor()
    await panel.getByRole('checkbox', { name: 'The criteria of the scheme are met' }).check()
    await panel.getByRole('button', { name: 'Complete this stage' }).click()
    await panel.locator('li[data-where="now"]').getByRole('heading', { name: /Benchmarking/ }).waitFor()

    await panel.getByLabel('Who does it').and(mira.page.locator('input:visible')).first().fill('boris')
    await mira.page.getByRole('option', { name: /Boris Sample/ }).click()
    await panel.getByLabel('Until').fill('2026-01-15')
    await panel.getByLabel('Until').blur()
    await panel.getByText('Overdue', { exact: true }).waitFor()
    // What a colleague plans and ticks comes in while one looks on, and passing through the field leaves it.
    const benchmarking = `${entriesOf('hiddenChampion', CHAMPION)}/workflow/stages/benchmarking`
    await server.api('PUT', benchmarking, { due: '2026-01-20', hours: 3 })
    await expect.poll(() => panel.getByLabel('Until').inputValue()).toBe('2026-01-20')
    await expect.poll(() => panel.getByLabel('Hours').inputValue()).toBe('3')
    await panel.getByLabel('Until').focus()
    await panel.getByLabel('Hours').focus()
    await panel.getByLabel('Hours').blur()
    const planned = (await server.api<{ way: { stages: { name: string }[] } }>('GET', `${entriesOf('hiddenChampion', CHAMPION)}/workflow`)).way.stages.find((one) => one.name === 'benchmarking')
    expect(planned).toMatchObject({ due: '2026-01-20', hours: 3 })
    const boris = await person('boris', '/tasks?overdue=true')
    await boris.page.locator('.tasks li', { hasText: 'Kilowatt hours' }).waitFor()
    await boris.expectAccessible('tasks')
    await boris.picture('tasks')
    await boris.page.getByRole('link', { name: /Kilowatt hours/ }).click()
    await boris.page.locator('.side li[data-where="now"]').waitFor()
    // A task that is given to somebody else leaves the list by itself.
    await boris.open('/tasks?overdue=true')
    await boris.page.locator('.tasks li', { hasText: 'Kilowatt hours' }).waitFor()
    await server.api('PUT', benchmarking, { assignee: 'mira' })
    await boris.page.getByRole('heading', { name: 'Nothing is overdue' }).waitFor()
    await server.api('PUT', benchmarking, { assignee: 'boris' })
    await boris.page.locator('.tasks li', { hasText: 'Kilowatt hours' }).waitFor()
    await boris.close()

    const owner = String((await stored(server, 'hiddenChampion', CHAMPION)).properties.ownerOrganisation)
    await user(server, 'owner', 'Owner Sample', ['partner-editor'], [owner])
    const partner = await person('owner', '/tasks')
    await partner.page.getByRole('heading', { name: 'No tasks here' }).waitFor()
    await partner.page.getByText('My organisation’s').click()
    await partner.page.locator('.tasks li', { hasText: 'Kilowatt hours' }).waitFor()
    await partner.close()

    await panel.getByRole('button', { name: 'Back to Company identification' }).click()
    await panel.locator('li[data-where="now"]').getByRole('heading', { name: /Company identification/ }).waitFor()
    for (let stage = 1; stage <= 7; stage += 1) {
      const now = panel.locator('li[data-where="now"]').filter({ has: mira.page.getByRole('heading', { name: new RegExp(`^${stage}\\.`) }) })
      await now.waitFor()
      for (const box of await now.getByRole('checkbox').all()) {
        if (!(await box.isChecked())) await Promise.all([mira.page.waitForResponse((answer) => answer.url().includes('/checklist/')), box.check()])
      }
      await panel.getByRole('button', { name: 'Complete this stage' }).click()
    }
    await panel.getByText('All stages are complete').waitFor()
    await mira.close()
  })
})

describe('a comment', () => {
  it('is written by the keyboard alone, reaches whom it mentions at once, is answered and resolved', async () => {
    const id = await award(server, 'Comment award')
    const mira = await person('mira', `/apps/awards-app/${id}`)
    const boris = await person('boris', '/')
    const bell = boris.page.getByRole('button', { name: /^Notifications/ })
    await bell.waitFor()
    const { unread: before } = await server.api<{ unread: number }>('GET', `${EDITOR}/notifications`, undefined, 'boris')
    await mira.field('Summary').waitFor()
    await mira.field('Summary').focus()
    await mira.page.keyboard.press('Alt+c')
    await expect.poll(() => focusIn(mira)).toContain('side')
    await mira.page.keyboard.type('Is this right, @bor')
    await mira.page.getByRole('option', { name: /Boris Sample/ }).waitFor()
    await mira.expectAccessible('mention picker')
    await mira.picture('comment-mention')
    await mira.page.keyboard.press('Enter')
    await mira.page.keyboard.type('?')
    await mira.page.keyboard.press('Control+Enter')
    await mira.page.locator('.thread', { hasText: 'Is this right, @Boris Sample ?' }).waitFor()
    await mira.page.getByRole('button', { name: '1 open thread on Summary' }).waitFor()
    await mira.expectAccessible('comments')
    await mira.picture('comments')

    await expect.poll(async () => Number(await bell.getAttribute('data-count')), { timeout: 10_000 }).toBe(before + 1)
    await boris.page.keyboard.press('Alt+n')
    await boris.page.getByRole('button', { name: /Mira Sample mentioned you in a comment on “Comment award”/ }).waitFor()
    await boris.expectAccessible('notifications')
    await boris.picture('notifications')
    await boris.page.getByRole('button', { name: /Mira Sample mentioned you/ }).focus()
    await boris.page.keyboard.press('Enter')
    await boris.page.waitForURL(/panel=comments/)
    await boris.page.locator('.thread[data-linked]').waitFor()
    // Mira is here too, by her name and not her account's.
    await boris.page.locator('.presence', { hasText: 'MS' }).first().waitFor()
    await expect.poll(() => boris.page.evaluate(() => document.activeElement?.className)).toContain('thread')
    await expect.poll(async () => Number(await bell.getAttribute('data-count')), { timeout: 10_000 }).toBe(before)
    const thread = boris.page.locator('.thread')
    await thread.getByRole('button', { name: 'Answer' }).focus()
    await boris.page.keyboard.press('Enter')
    await boris.page.keyboard.type('Yes, it is.')
    await boris.page.keyboard.press('Control+Enter')
    await mira.page.locator('.thread', { hasText: 'Yes, it is.' }).waitFor()
    await thread.getByRole('button', { name: 'Resolve' }).focus()
    await boris.page.keyboard.press('Enter')
    await boris.page.getByText('Nothing is open.').waitFor()
    await mira.page.getByText('Nothing is open.').waitFor()
    expect(await mira.page.locator('.comment-mark[data-count]').count()).toBe(0)
    await mira.close()
    await boris.close()
  })

  it('is not offered to those who may not comment, and the rule is named', async () => {
    const id = await award(server, 'Award of others')
    await user(server, 'guest', 'Guest Sample', ['analyst'])
    const list = await server.api<{ people: { name: string }[] }>('GET', `${entriesOf('award', id)}/people?q=`)
    expect(list.people.map((one) => one.name)).toContain('mira')
    expect(list.people.map((one) => one.name)).not.toContain('guest')
    const [organisation] = await organisations(server, 1)
    const guest = await person('guest', `/apps/organisations-app/${organisation}?panel=comments`)
    await guest.page.locator('.side .why', { hasText: 'analyst' }).waitFor()
    await guest.page.locator('.side .why', { hasText: 'can give you this right' }).waitFor()
    expect(await guest.page.locator('.side textarea').count()).toBe(0)
    await guest.page.locator('.form-why', { hasText: 'none of the roles analyst allows to write here' }).waitFor()
    expect(await guest.field('Name').getAttribute('readonly')).not.toBeNull()
    await guest.page.getByRole('button', { name: 'More actions' }).click()
    await guest.page.locator('.menu-why', { hasText: 'can give you this right' }).waitFor()
    await guest.page.keyboard.press('Escape')
    await guest.expectAccessible('comments without the right')
    await guest.close()
  })
})

describe('a strategy document', () => {
  it('is agreed with the eleventh of eleven partners and not before; that version is final, and an edit needs a new one', async () => {
    const agreed11 = await strategy()
    const id = agreed11['@id']
    const partners = partnersOf(agreed11)
    expect(partners).toHaveLength(11)
    await Promise.all(partners.map((partner, at) => user(server, `partner${at}`, `Partner ${at} Sample`, ['partner-editor'], [partner])))
    const path = `/apps/strategy-documents-app/${id}?panel=agreement`
    const round = async () => (await server.api<{ rounds: Round[] }>('GET', `${entriesOf('strategyDocument', id)}/agreement`)).rounds[0]

    // Asking, without a mouse.
    const mira = await person('mira', path)
    await mira.page.getByRole('button', { name: 'Ask the partners to agree' }).focus()
    await mira.page.keyboard.press('Enter')
    await mira.page.getByRole('heading', { name: '11 partners are to agree' }).waitFor()
    await mira.picture('agreement-asking')
    await mira.page.getByRole('button', { name: 'Ask them' }).focus()
    await mira.page.keyboard.press('Enter')
    await mira.page.getByText('Agreed so far: 0 of 11 partners').waitFor()
    await mira.page.locator('.side .why', { hasText: 'Only who acts for' }).waitFor()

    for (const [at, partner] of partners.slice(0, 9).entries()) await server.api('POST', `${entriesOf('strategyDocument', id)}/agreement/consents`, { organisation: partner }, `partner${at}`)
    const tenth = await person('partner9', path)
    await tenth.page.getByText('Agreed so far: 9 of 11 partners').waitFor()
    await tenth.page.getByRole('button', { name: /^Agree for/ }).focus()
    await tenth.page.keyboard.press('Enter')
    await tenth.page.getByText('Agreed so far: 10 of 11 partners').waitFor()
    await tenth.expectAccessible('agreement')
    await tenth.picture('agreement')
    await tenth.page.getByRole('button', { name: /^Withdraw the agreement of/ }).focus()
    await tenth.page.keyboard.press('Enter')
    await tenth.page.getByText('Agreed so far: 9 of 11 partners').waitFor()
    await tenth.page.getByRole('button', { name: /^Agree for/ }).click()
    await tenth.page.getByText('Agreed so far: 10 of 11 partners').waitFor()
    await tenth.close()
    await expect(server.api('GET', `${entriesOf('strategyDocument', id)}/agreement/agreed`)).rejects.toThrow('10 of 11')
    expect((await round())?.state).toBe('collecting')

    const last = await person('partner10', '/')
    await last.page.keyboard.press('Alt+n')
    await last.page.getByRole('button', { name: /Mira Sample asks .* to agree on/ }).click()
    await last.page.getByRole('button', { name: /^Agree for/ }).focus()
    await last.page.keyboard.press('Enter')
    await last.page.getByText(/is final: all 11 partners agreed/).waitFor()
    expect(await last.page.getByRole('button', { name: /^Withdraw/ }).count()).toBe(0)
    await last.picture('agreement-final')
    await last.close()
    const version = (await round())?.round.version
    expect((await server.api<{ version: string }>('GET', `${entriesOf('strategyDocument', id)}/agreement/agreed`)).version).toBe(version)

    await mira.open(path)
    await mira.page.getByText(/is final/).waitFor()
    await mira.field('Summary').fill('Another summary, which nobody has agreed on, and which is long enough.')
    await mira.saved()
    await mira.page.getByText('The draft was changed since.', { exact: false }).waitFor()
    await mira.expectAccessible('agreement after an edit')
    await mira.page.getByRole('button', { name: 'Open a new version' }).click()
    await mira.page.getByRole('button', { name: 'Ask them' }).click()
    await mira.page.getByText('Agreed so far: 0 of 11 partners').waitFor()
    await mira.page.getByRole('heading', { name: 'Earlier versions' }).waitFor()
    await mira.page.locator('#agreement-round:focus').waitFor()
    await mira.picture('agreement-new')
    expect((await round())?.round.version).not.toBe(version)
    const agreed = await server.api<{ differences: { field: string }[] }>('GET', `${entriesOf('strategyDocument', id)}/differences?from=${version}&to=draft`)
    expect(agreed.differences.map((difference) => difference.field)).toEqual(['summary'])
    await mira.close()
  }, 180_000)
})

describe('a publication at a time', () => {
  it('is planned with its time zone, cancelled, done once, and says why where it fails', async () => {
    const id = await award(server, 'Planned award')
    const mira = await person('mira', `/apps/awards-app/${id}?panel=schedule`, { timezoneId: 'Europe/Belgrade' })
    const panel = mira.page.locator('.side')
    await panel.getByLabel('When').fill('2030-06-01T09:00')
    await panel.getByRole('button', { name: 'Plan it' }).click()
    await panel.getByText('(Europe/Belgrade)', { exact: true }).waitFor()
    await panel.getByText('Jun 1, 2030, 9:00 AM').waitFor()
    await panel.getByText('Planned by Mira Sample').waitFor()
    await mira.expectAccessible('schedule')
    await panel.getByRole('button', { name: /^Cancel: Publish/ }).click()
    await panel.getByText('· cancelled').waitFor()
    await panel.getByLabel('When').fill('2020-06-01T09:00')
    await panel.getByRole('button', { name: 'Plan it' }).click()
    await panel.getByText('must lie ahead').waitFor()

    const soon = (zone: string, ahead: number) => new Date(Date.now() + ahead).toLocaleString('sv', { timeZone: zone }).replace(' ', 'T')
    const planned = { action: 'publish', zone: 'Asia/Tokyo' }
    await server.api('POST', `${entriesOf('award', id)}/schedule`, { ...planned, at: soon('Asia/Tokyo', 4_000) }, 'mira')
    await expect.poll(async () => (await stored(server, 'award', id)).state, { timeout: 30_000 }).toBe('published')
    await panel.getByText('· done').waitFor()
    // The form that is open says so too.
    await mira.page.locator('.entry-head .state[data-state="published"]').waitFor()
    await panel.getByText('(Asia/Tokyo)').waitFor()
    await panel.getByText(/where you are$/).first().waitFor()

    const broken = await award(server, 'Unfinished award', { summary: undefined, year: undefined, body: undefined })
    await server.api('POST', `${entriesOf('award', broken)}/schedule`, { ...planned, at: soon('Asia/Tokyo', 3_000) }, 'mira')
    await mira.open(`/apps/awards-app/${broken}?panel=schedule`)
    await panel.getByText('· failed').waitFor({ timeout: 30_000 })
    expect(await panel.locator('.deed-reason').innerText()).not.toBe('')
    await mira.expectAccessible('failed publication')
    await mira.picture('schedule-failed')
    await mira.page.keyboard.press('Alt+n')
    await mira.page.getByRole('button', { name: /“Unfinished award” could not be published as planned/ }).waitFor()
    await mira.close()
  })
})

describe('e-mail', () => {
  it('is chosen under Preferences, where a letter leads, and why it cannot be is said', async () => {
    const mira = await person('mira', '/?preferences=true')
    await mira.page.getByText('Notifications by e-mail').waitFor()
    await mira.page.getByText('This server sends no e-mail', { exact: false }).waitFor()
    await mira.expectAccessible('preferences')
    await mira.picture('preferences')
    await mira.close()
    const german = await person('mira', '/', { locale: 'de' })
    await expect.poll(async () => (await server.api<{ language: string }>('GET', `${EDITOR}/notifications/preferences`, undefined, 'mira')).language).toBe('de')
    await german.close()
  })
})

const strategyPath = async () => `/apps/strategy-documents-app/${(await strategy())['@id']}`
const SCREENS: [string, () => Promise<string>, string][] = [
  ['tasks-all', async () => '/tasks?whose=all', '.tasks li, .empty'],
  ['workflow-panel', async () => `/apps/champions-app/${CHAMPION}?panel=workflow`, '.stages li'],
  ['comments-panel', async () => `/apps/champions-app/${CHAMPION}?panel=comments`, '.thread'],
  ['agreement-panel', async () => `${await strategyPath()}?panel=agreement`, '.partners li'],
  ['workflow-agreement', async () => `${await strategyPath()}?panel=workflow`, '.stages li'],
  ['schedule-panel', async () => `/apps/champions-app/${CHAMPION}?panel=schedule`, '.planning'],
]

describe.each([
  ['light', 1280, 'en'],
  ['dark', 1280, 'de'],
  ['light', 390, 'sr'],
  ['dark', 390, 'it'],
] as const)('every screen of working together, %s at %i pixels in %s', (colorScheme, width, locale) => {
  it('can be used by everybody and fits', async () => {
    const text = 'Die Begründung der Auszeichnung müsste noch einmal von der Donaudampfschifffahrtsgesellschaft geprüft werden, @mira und @boris.\nDanke!'
    await server.api('POST', `${entriesOf('hiddenChampion', CHAMPION)}/comments`, { text, field: 'summary' })
    await server.api('PUT', `${entriesOf('hiddenChampion', CHAMPION)}/workflow/stages/publication`, { assignee: 'boris', due: '2026-01-20' })
    await server.api('POST', `${entriesOf('hiddenChampion', CHAMPION)}/workflow/stages/story/reopen`, {})
    const mira = await person('mira', '/', { colorScheme, locale, viewport: { width, height: width === 390 ? 844 : 800 } })
    for (const [name, path, sign] of SCREENS) {
      await mira.open(await path())
      await mira.page.locator(sign).first().waitFor()
      await mira.expectAccessible(`${name}, ${colorScheme}, ${width}, ${locale}`)
      await mira.picture(`${name}-${colorScheme}-${width}-${locale}`)
    }
    await mira.page.keyboard.press('Alt+n')
    await mira.page.locator('.notices li').first().waitFor()
    await mira.expectAccessible(`notifications, ${colorScheme}, ${width}, ${locale}`)
    await mira.picture(`notifications-${colorScheme}-${width}-${locale}`)
    await mira.close()
  })
})
