import { describe, expect, it } from 'vitest'
import { PATIENCE, Person } from './browser.ts'
import { award, stored } from './prepared.ts'
import { Server } from './server.ts'
import { browser, server, setStage } from './stage.ts'

setStage(() => Server.own())

describe('an editor whose server is killed and started again', () => {
  it('goes on typing, reloads, and finds everything saved', async () => {
    const id = await award(server, 'Restart award')
    const name = async () => (await stored(server, 'award', id)).properties.name
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/awards-app/${id}`)
    await ana.field('Name').waitFor()
    await server.kill()
    await ana.field('Name').fill('Typed while the server was down')
    await ana.page.locator('.save-state[data-save="offline"]').waitFor()
    await server.run()
    // Without a reload: the same page goes on by itself.
    await ana.saved()
    await expect.poll(name, { timeout: PATIENCE }).toBe('Typed while the server was down')

    await server.kill()
    await ana.field('Name').fill('Typed before the browser was closed')
    await ana.page.locator('.save-state[data-save="offline"]').waitFor()
    await ana.page.close()
    await server.run()
    const again = await ana.context.newPage()
    await again.goto(`${server.base}/admin/apps/awards-app/${id}`)
    await again.locator('.save-state[data-save="saved"]').waitFor()
    await expect.poll(name, { timeout: PATIENCE }).toBe('Typed before the browser was closed')
    await ana.close()
  })
})
