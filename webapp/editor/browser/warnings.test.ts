import { describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { browser, server, setStage } from './stage.ts'

const VIDEOS = '/.rest/editor/v1/entries/video'

interface Entry {
  '@id': string
  state: string
}

setStage()

describe('a film without captions', () => {
  it('is published with a word of warning, that leads to the field', async () => {
    const organisation = (await server.api<{ results: Entry[] }>('GET', '/.rest/editor/v1/entries/organisation?limit=1')).results[0]?.['@id']
    const film = { title: 'A film without words', summary: 'Nobody says what is heard in this film of a workshop.', ownerOrganisation: organisation, source: 'youtube', url: 'https://www.youtube.com/watch?v=AbCdEf_-123' }
    const id = (await server.api<Entry>('POST', VIDEOS, film))['@id']
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/videos-app/${id}`)
    await ana.page.getByRole('button', { name: 'Publish', exact: true }).first().click()
    const panel = ana.page.getByRole('dialog')
    await panel.getByText('One thing could be better').waitFor()
    await panel.getByText(/neither captions nor a transcript/).waitFor()
    await panel.getByText('Nothing stands against publishing').waitFor()
    await ana.expectAccessible('publishing with a warning')
    await ana.picture('publish-warning')
    await ana.page.setViewportSize({ width: 390, height: 844 })
    await ana.picture('publish-warning-phone')
    await ana.expectAccessible('publishing with a warning on a phone')
    await ana.page.setViewportSize({ width: 1280, height: 800 })
    await panel.getByRole('button', { name: 'Publish', exact: true }).click()
    await ana.page.locator('.entry-head .state[data-state="published"]').waitFor()
    expect((await server.api<Entry>('GET', `${VIDEOS}/${id}`)).state).toBe('published')
    await ana.close()
  })
})
