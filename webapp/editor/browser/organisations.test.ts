import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, Person } from './browser.ts'
import { PASSWORD, Server } from './server.ts'

let server: Server
let browser: Browser
const EDITOR = '/.rest/editor/v1'
const REPORTS = `${EDITOR}/entries/benchmarkReport`

interface Entry {
  '@id': string
  properties: Record<string, unknown>
}

beforeAll(async () => {
  server = await Server.start()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('a partner editor', () => {
  it("works on her organisation's drafts, and neither sees nor touches those of another", async () => {
    const [ours = '', theirs = ''] = (await server.api<{ results: Entry[] }>('GET', `${EDITOR}/entries/organisation?limit=2&state=published`)).results.map((one) => one['@id'])
    const write = async (title: string, owner: string) => (await server.api<Entry>('POST', REPORTS, { title, ownerOrganisation: owner }))['@id']
    const mine = await write('Quarterly figures of our own', ours)
    const other = await write('Quarterly figures of the neighbours', theirs)
    const name = `partner-${Date.now()}`
    await server.api('POST', `${EDITOR}/users`, { name, password: PASSWORD, roles: ['partner-editor'], organisations: [ours] })
    const stored = () => server.api<Entry>('GET', `${REPORTS}/${other}`)
    const before = await stored()

    const ana = await Person.at(browser, server)
    const app = (await server.api<{ apps: { name: string; contentType?: string }[] }>('GET', `${EDITOR}/apps`)).apps.find((one) => one.contentType === 'benchmarkReport')?.name ?? ''
    await ana.logIn(`/apps/${app}?q=quarterly`, name)
    await ana.page.locator('.grid-item', { hasText: 'of our own' }).waitFor()
    expect(await ana.page.getByText('of the neighbours').count()).toBe(0)
    await ana.page.locator('.grid-item', { hasText: 'of our own' }).getByRole('link').click()
    await ana.field('Title').fill('Quarterly figures, put right')
    await ana.saved()
    await expect.poll(async () => (await server.api<Entry>('GET', `${REPORTS}/${mine}`)).properties.title).toBe('Quarterly figures, put right')

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
        await send('PATCH', path, { title: 'Taken over' }),
        await send('DELETE', path),
        await send('PUT', `${path}/working-copy`, { revision: 1, fields: { title: 'Taken over' } }),
        await send('POST', `${path}/publish`, {}),
        (await (await fetch(`/.rest/editor/v1/references?types=${type}&ids=${id}`)).text()).includes('neighbours') ? 200 : 404,
      ]
    }, [`${REPORTS}/${other}`, 'benchmarkReport', other])
    expect(statuses.every((status) => status === 403 || status === 404), String(statuses)).toBe(true)
    expect(await stored()).toEqual(before)
    await ana.close()
  })
})
