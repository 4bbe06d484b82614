import { beforeAll, describe, expect, it } from 'vitest'
import { Person, type Look } from './browser.ts'
import { PASSWORD } from './server.ts'
import { browser, server, setStage } from './stage.ts'

const API = '/.rest/editor/v1'
const LOOKS: [string, Look][] = [
  ['wide-light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['wide-dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['narrow-light', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }],
  ['narrow-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
]

interface Entry {
  '@id': string
  revision: number
  properties: Record<string, unknown>
}

setStage()

beforeAll(prepare)

/** Something is late, something is planned, something is translated and its source changed since. */
async function prepare() {
  const champion = (await server.api<{ results: Entry[] }>('GET', `${API}/entries/hiddenChampion?limit=1`)).results[0]
  if (!champion) throw new Error('no sample champions')
  const entry = `${API}/entries/hiddenChampion/${champion['@id']}`
  await server.api('PUT', `${entry}/workflow/stages/identification`, { assignee: 'admin', due: '2026-01-31' })
  const year = new Date().getFullYear() + 1
  await server.api('POST', `${entry}/schedule`, { action: 'publish', at: `${year}-03-01T09:00`, zone: 'Europe/Belgrade' })
  await server.api('PATCH', entry, { title: `${String(champion.properties.title)}, told anew`, '@revision': champion.revision })
}

async function everyLook(path: string, name: string, ready: (person: Person) => Promise<unknown>) {
  const ana = await Person.at(browser, server)
  await ana.logIn(path)
  for (const [look, as] of LOOKS) {
    await ana.look(as)
    await ready(ana)
    await ana.expectAccessible(`${name}, ${look}`)
    await ana.picture(`${name}-${look}`)
    expect(await ana.page.locator('.shell-main').evaluate((main) => main.scrollWidth - main.clientWidth), `${name}, ${look}: wider than its place`).toBeLessThanOrEqual(0)
    if (name === 'dashboard') await ana.page.locator('.shell-main').evaluate((main) => main.scrollTo(0, 620))
    if (name === 'dashboard') await ana.picture(`${name}-${look}-below`)
    await ana.page.locator('.shell-main').evaluate((main) => main.scrollTo(0, 0))
  }
  await ana.close()
}

describe('the dashboard', () => {
  it('shows quotas, translations, late tasks, plans and last changes at every width and in both schemes', async () => {
    await everyLook('/', 'dashboard', async (ana) => {
      await ana.page.getByRole('heading', { name: 'Overdue tasks' }).waitFor()
      await ana.page.getByText('told anew', { exact: false }).first().waitFor()
      await ana.page.getByRole('heading', { name: /: 5 of each partner/ }).waitFor()
      await ana.page.getByRole('heading', { name: 'Translations' }).waitFor()
      await ana.page.getByRole('heading', { name: 'Definition problems' }).waitFor()
    })
  })

  it('leads to the entries behind a number', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/')
    await ana.page.getByRole('link', { name: /Sample Partner Drava/ }).first().click()
    await ana.page.waitForURL(/apps\/champions-app\?filter=/)
    await ana.page.locator('.grid-item').first().waitFor()
    await ana.close()
  })

  it('is there in every language, and so are the roles', async () => {
    for (const [locale, heading, role] of [['de', 'Überfällige Aufgaben', 'Partnerredaktion'], ['it', 'Attività in ritardo', 'Redazione del partner'], ['sr', 'Задаци са истеклим роком', 'Уредник партнера']]) {
      const ana = await Person.at(browser, server, { locale })
      await ana.logIn('/')
      await ana.page.getByRole('heading', { name: heading }).waitFor()
      await ana.picture(`dashboard-${locale}`)
      await ana.open('/roles')
      await ana.page.getByRole('heading', { name: role }).waitFor()
      await ana.close()
    }
  })
})

describe('API tokens', () => {
  it('are made with a scope, shown once, used and revoked, by keyboard', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/tokens')
    const add = ana.page.getByRole('button', { name: 'New token' })
    await add.focus()
    await ana.page.keyboard.press('Enter')
    await ana.page.getByLabel('Name', { exact: true }).fill('The website')
    await ana.page.getByLabel('Actions', { exact: true }).first().click()
    await ana.page.getByRole('option', { name: 'read' }).click()
    await ana.page.keyboard.press('Escape')
    await ana.expectAccessible('new token')
    await ana.picture('token-dialog')
    await ana.page.getByRole('button', { name: 'Make the token' }).click()
    const token = (await ana.page.locator('[data-token]').textContent()) ?? ''
    expect(token).toMatch(/^nph_/)
    await ana.expectAccessible('made token')
    await ana.picture('token-made')
    const answer = (path: string, method = 'GET') => fetch(server.base + path, { method, headers: { Authorization: `Bearer ${token}` } }).then((reply) => reply.status)
    expect(await answer(`${API}/entries/award?limit=1`)).toBe(200)
    expect(await answer(`${API}/users`)).toBe(403)
    await ana.page.getByRole('button', { name: 'Close' }).click()
    await ana.page.getByText('The website').waitFor()
    await ana.page.getByRole('button', { name: 'Revoke The website' }).click()
    await ana.page.getByRole('button', { name: 'Revoke now' }).click()
    await ana.page.getByRole('heading', { name: 'No tokens' }).waitFor()
    expect(await answer(`${API}/entries/award?limit=1`)).toBe(401)
    await ana.close()
  })

  it('are listed at every width and in both schemes', async () => {
    await server.api('POST', `${API}/tokens`, { name: 'A website with a rather long name that has to be broken', actions: ['read'], types: ['hiddenChampion', 'cluster', 'news'], perspective: 'live' })
    await server.api('POST', `${API}/tokens`, { name: 'Everything', expiresInDays: 7 })
    await everyLook('/tokens', 'tokens', (ana) => ana.page.getByText('Everything').waitFor())
  })
})

describe('the audit log', () => {
  it('is filtered, paged and known to be intact', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/audit')
    await ana.page.getByRole('status').filter({ hasText: /is intact/ }).waitFor()
    await ana.page.getByRole('button', { name: 'Show more' }).click()
    await expect.poll(() => ana.page.locator('tbody tr').count()).toBeGreaterThan(50)
    await ana.page.locator('.audit-filter').getByLabel('What').click()
    await ana.page.getByRole('option', { name: 'token made' }).click()
    await ana.page.waitForURL(/kind=token-made/)
    await expect.poll(() => ana.page.locator('tbody tr').count()).toBeLessThan(10)
    await ana.page.locator('.audit-filter').getByLabel('Who').fill('nobody')
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('heading', { name: 'Nothing fits' }).waitFor()
    await ana.close()
  })

  it('is there at every width and in both schemes', async () => {
    await everyLook('/audit', 'audit', (ana) => ana.page.getByRole('status').filter({ hasText: /is intact/ }).waitFor())
  })
})

describe('sessions', () => {
  it('are listed, and end everywhere else and everywhere', async () => {
    const here = await Person.at(browser, server)
    const there = await Person.at(browser, server)
    await there.logIn('/')
    await here.logIn('/sessions')
    await here.page.getByText('this browser').waitFor()
    await here.page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await here.page.getByText('You are logged in here alone').waitFor()
    await there.page.getByRole('link', { name: 'API tokens' }).click()
    await there.page.getByText('Please log in again').waitFor()
    await here.page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()
    await here.page.locator('.login').waitFor()
    await here.close()
    await there.close()
  })

  it('are there at every width and in both schemes', async () => {
    await everyLook('/sessions', 'sessions', (ana) => ana.page.getByText('this browser').waitFor())
  })
})

describe('the log-in page', () => {
  it('has a button for the identity provider where there is one, and says why one was not let in', async () => {
    for (const [look, options] of LOOKS) {
      const ana = await Person.at(browser, server, options)
      await ana.page.route(`**${API}/login`, (route) => (route.request().method() === 'GET' ? route.fulfill({ json: { password: true, openId: { label: '', start: `${API}/login/openid` } } }) : route.continue()))
      await ana.open('/?login=refused')
      const button = ana.page.getByRole('link', { name: /organisation's account/ })
      await button.waitFor()
      expect(await button.getAttribute('href')).toBe(`${API}/login/openid`)
      await ana.page.getByRole('alert').getByText('you are not let in here').waitFor()
      await ana.expectAccessible(`log-in with a provider, ${look}`)
      await ana.picture(`login-provider-${look}`)
      await ana.close()
    }
  })
})

describe('who logs in at the identity provider', () => {
  const start = `${API}/login/openid`
  const atProvider = async () => {
    const ana = await Person.at(browser, server)
    await ana.page.route(`**${API}/login`, (route) => (route.request().method() === 'GET' ? route.fulfill({ json: { password: true, openId: { label: '', start } } }) : route.continue()))
    // Stands for the provider: it lets everybody in.
    await ana.context.route(`**${start}`, async (route) => {
      await ana.context.request.post(`${server.base}${API}/login`, { data: { user: 'admin', password: PASSWORD } })
      await route.fulfill({ status: 302, headers: { Location: '/admin/' } })
    })
    return ana
  }

  it('is sent to the page that she wanted', async () => {
    const ana = await atProvider()
    await ana.open('/apps/awards-app?q=export')
    await ana.page.getByRole('link', { name: /organisation's account/ }).click()
    await ana.page.waitForURL(/apps\/awards-app\?q=export/)
    await ana.page.locator('.grid-item').first().waitFor()
    await ana.close()
  })

  it('does so in another tab where the session ended under her work, and goes on with it', async () => {
    const ana = await atProvider()
    await ana.logIn('/apps/awards-app')
    await ana.page.locator('.grid-item').first().getByRole('link').click()
    const name = ana.field('Name')
    const before = await name.inputValue()
    await ana.context.clearCookies()
    await name.fill(`${before}, renamed`)
    const dialog = ana.page.getByRole('dialog', { name: 'Please log in again' })
    const link = dialog.getByRole('link', { name: /organisation's account/ })
    await link.waitFor()
    await ana.expectAccessible('log in again at the provider')
    await ana.picture('login-again-provider')
    const [tab] = await Promise.all([ana.context.waitForEvent('page'), link.click()])
    await tab.locator('.shell').waitFor()
    await tab.close()
    await ana.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await dialog.waitFor({ state: 'detached' })
    await ana.saved()
    expect(await name.inputValue()).toBe(`${before}, renamed`)
    await ana.close()
  })
})

describe('a rich text', () => {
  it('is stored without what it may not hold, and the editor says so', async () => {
    const organisation = (await server.api<{ results: Entry[] }>('GET', `${API}/entries/organisation?limit=1`)).results[0]
    const id = (await server.api<{ '@id': string }>('POST', `${API}/entries/news`, { title: 'Rich', ownerOrganisation: organisation?.['@id'], body: '<p>Before</p>' }))['@id']
    const ana = await Person.at(browser, server)
    await ana.page.route(`**${API}/entries/news/${id}`, (route) => {
      // What a browser of another make might send.
      const sent = route.request().method() === 'PATCH' ? route.request().postDataJSON() as Record<string, unknown> : null
      return sent?.body ? route.continue({ postData: JSON.stringify({ ...sent, body: `${String(sent.body)}<script>alert(1)</script>` }) }) : route.continue()
    })
    await ana.logIn(`/apps/news-app/${id}`)
    const box = ana.page.getByRole('textbox', { name: 'Body', exact: true })
    await box.click()
    await ana.page.keyboard.insertText('After ')
    await ana.page.getByText('Taken out: script').waitFor()
    const stored = await server.api<Entry>('GET', `${API}/entries/news/${id}`)
    expect(stored.properties.body).not.toContain('script')
    expect(stored.properties.body).toContain('After')
    await ana.close()
  })
})

describe('a developer of light modules', () => {
  it('sees which labels are missing and where they were looked for', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/')
    await ana.page.evaluate(() => localStorage.setItem('nephele.settings', JSON.stringify({ developer: true })))
    await ana.page.route(`**${API}/apps/awards-app*`, async (route) => {
      const answer = await route.fetch()
      const app = await answer.json() as { detail: { fields: { label: object }[] } }
      if (app.detail.fields[0]) app.detail.fields[0].label = { text: 'Name', missing: true, keys: ['awards-app.name.label', 'award.name.label'] }
      await route.fulfill({ response: answer, json: app })
    })
    await ana.open('/apps/awards-app/new')
    await ana.page.getByText('One label is missing').click()
    await ana.page.locator('.missing-labels').getByText('awards-app.name.label · award.name.label').waitFor()
    await ana.expectAccessible('missing labels')
    await ana.picture('missing-labels')
    await ana.close()
  })
})
