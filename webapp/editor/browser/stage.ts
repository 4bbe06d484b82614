import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launch } from './browser.ts'
import { Server } from './server.ts'

/** What the tests of a file are done at and with, from its {@link setStage} on. */
export let server: Server
export let browser: Browser

/** For each file, before whatever else it prepares: a browser, and the server that all files use or one of its own. */
export function setStage(start: () => Promise<Server> = Server.start) {
  beforeAll(async () => {
    server = await start()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
}
