import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ASSETS, file, findAssets, uploadAsset, type Asset } from './assets.ts'
import { Person } from './browser.ts'
import { png } from './pictures.ts'
import { browser, server, setStage } from './stage.ts'

const CHAMPIONS = '/.rest/editor/v1/entries/hiddenChampion'
/** More than is sent in one part. */
const LONG = 9 * 1024 * 1024
const disk = mkdtempSync(join(tmpdir(), 'nephele-media-'))

setStage()

afterAll(() => rmSync(disk, { recursive: true, force: true }))

const find = (q: string) => findAssets(server, q)
const upload = (name: string, bytes: Buffer, folder?: string) => uploadAsset(server, name, bytes, folder)
/** A large file lies on the disk: the browser reads it there itself. */
function onDisk(name: string, bytes = randomBytes(LONG)): string {
  const path = join(disk, name)
  writeFileSync(path, bytes)
  return path
}
const rows = (person: Person) => person.page.locator('.upload-tray .uploads > li')

describe('the library', () => {
  it('takes many files at once, refuses one with its reason, and offers what is there already', async () => {
    const ana = await Person.at(browser, server)
    const there = png(320, 180, [20, 90, 110], [230, 180, 60])
    const known = await upload('already-there.png', there)
    await ana.logIn('/media')
    await ana.page.getByRole('heading', { name: 'Media', level: 1 }).waitFor()
    await ana.page.locator('.list-head input[type="file"]').setInputFiles([
      file('first-loom.png', 'image/png', png(640, 360, [180, 40, 40], [240, 230, 220])),
      file('broken.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g>')),
      file('second-loom.png', 'image/png', png(360, 640, [40, 40, 120], [200, 220, 240])),
      file('the-same-again.png', 'image/png', there),
    ])
    await rows(ana).filter({ hasText: 'broken.svg' }).and(ana.page.locator('[data-upload="refused"]')).waitFor()
    await expect.poll(() => rows(ana).filter({ hasText: 'broken.svg' }).getByRole('alert').textContent()).toMatch(/svg|XML|picture/i)
    const same = rows(ana).filter({ hasText: 'the-same-again.png' })
    await same.getByText(/already: .*already-there/).waitFor()
    await ana.expectAccessible('uploads')
    await ana.picture('media-uploads')
    await same.getByRole('button', { name: 'Use that one' }).click()
    await ana.page.locator('.upload-tray').getByText('3 of 4 uploaded · one refused').waitFor()
    expect((await find('loom.png')).map((one) => one['@path'].split('/').at(-1)).toSorted()).toEqual(['first-loom.png', 'second-loom.png'])
    expect((await find('the-same-again')).length).toBe(0)
    expect(known).toMatch(/^jcr:/)
    await ana.page.getByRole('gridcell').filter({ hasText: 'first-loom.png' }).waitFor()
    await ana.page.getByRole('button', { name: 'Clear the list' }).click()
    await ana.close()
  })

  it('goes on with an upload by itself when the line comes back, and the file is the same', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/media')
    const bytes = randomBytes(LONG)
    let parts = 0
    let broken = 0
    await ana.page.route('**/.rest/editor/v1/uploads/*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      parts += 1
      if (parts > 1 && broken < 3) {
        broken += 1
        return route.abort('connectionreset')
      }
      return route.continue()
    })
    await ana.page.locator('.list-head input[type="file"]').setInputFiles(onDisk('long.bin', bytes))
    await ana.page.locator('.uploads [data-upload="stalled"]').getByText(/goes on by itself/).waitFor()
    await ana.page.locator('.uploads [data-upload="done"]').waitFor()
    expect(broken).toBe(3)
    const [asset] = await find('long.bin')
    expect(asset?.size).toBe(bytes.length)
    expect(asset?.contentHash).toBe(createHash('sha256').update(bytes).digest('hex'))
    await ana.close()
  })

  it('pauses an upload, goes on with it, and gives one up', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/media')
    // Behind the first part of each, nothing gets through until somebody has decided.
    let decided: () => void = () => undefined
    const decision = new Promise<void>((wake) => { decided = wake })
    await ana.page.route('**/.rest/editor/v1/uploads/*', async (route) => {
      const request = route.request()
      if (request.method() === 'PATCH' && request.headers()['upload-offset'] !== '0') await decision
      await route.continue().catch(() => undefined)
    })
    await ana.page.locator('.list-head input[type="file"]').setInputFiles([onDisk('paused.bin'), onDisk('unwanted.bin')])
    await ana.page.getByRole('button', { name: 'Pause paused.bin' }).click()
    await ana.page.getByRole('button', { name: 'Give up unwanted.bin' }).click()
    await rows(ana).filter({ hasText: 'paused.bin' }).and(ana.page.locator('[data-upload="paused"]')).waitFor()
    decided()
    await ana.page.getByRole('button', { name: 'Go on with paused.bin' }).click()
    await rows(ana).filter({ hasText: 'paused.bin' }).and(ana.page.locator('[data-upload="done"]')).waitFor()
    expect(await rows(ana).count()).toBe(1)
    expect(await find('unwanted')).toEqual([])
    await ana.close()
  })

  it('is walked, searched and narrowed by keyboard, and its address shows the same again', async () => {
    for (let at = 0; at < 4; at += 1) await upload(`walk-${at}.png`, png(200 + at, 100, [at * 40, 90, 90], [200, 200, at * 50]), '/walks')
    const ana = await Person.at(browser, server)
    await ana.logIn('/media')
    await ana.page.getByRole('gridcell').first().waitFor()
    await ana.page.keyboard.press('/')
    await ana.page.keyboard.type('walk-')
    await ana.page.getByText('4 files').waitFor()
    await ana.page.getByRole('gridcell').first().focus()
    await ana.page.keyboard.press('ArrowRight')
    await ana.page.keyboard.press('Space')
    await ana.page.keyboard.press('Shift+ArrowRight')
    await ana.page.getByText('2 files marked').waitFor()
    await ana.page.keyboard.press('Escape')
    // Also where there are fewer than one has walked past, the search leads to them.
    await ana.page.keyboard.press('/')
    await ana.page.keyboard.press('Control+a')
    await ana.page.keyboard.type('walk-3')
    await ana.page.getByText('One file', { exact: true }).waitFor()
    await ana.page.keyboard.press('ArrowDown')
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.textContent)).toContain('walk-3.png')
    await ana.page.keyboard.press('/')
    await ana.page.keyboard.press('Control+a')
    await ana.page.keyboard.type('walk-')
    await ana.page.getByText('4 files', { exact: true }).waitFor()
    await ana.page.getByRole('treeitem', { name: /walks/ }).focus()
    await ana.page.keyboard.press('Enter')
    await expect.poll(() => new URL(ana.page.url()).searchParams.get('folder')).toBe('/walks')
    await ana.page.reload()
    await ana.page.getByRole('heading', { name: 'walks', level: 1 }).waitFor()
    await ana.page.getByText('4 files').waitFor()
    await ana.page.getByRole('gridcell').first().focus()
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('tab', { name: 'Texts' }).waitFor()
    await ana.page.keyboard.press('Alt+Backspace')
    await ana.page.getByRole('heading', { name: 'walks', level: 1 }).waitFor()
    await ana.close()
  })

  it('keeps its folders: made, filled, renamed and taken away', async () => {
    const id = await upload('in-a-folder.png', png(90, 60, [9, 9, 90], [90, 200, 9]), '/tests')
    const ana = await Person.at(browser, server)
    await ana.logIn('/media?folder=/tests')
    await ana.page.getByRole('button', { name: 'New folder' }).click()
    await ana.page.getByRole('dialog').getByLabel('Name').fill('deep')
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('heading', { name: 'deep', level: 1 }).waitFor()
    await ana.page.getByRole('treeitem', { name: /tests/ }).click()
    await ana.page.getByRole('gridcell').filter({ hasText: 'in-a-folder' }).focus()
    await ana.page.keyboard.press('Space')
    await ana.page.getByRole('button', { name: 'Move', exact: true }).click()
    await ana.page.getByRole('dialog').getByLabel('To the folder').first().click()
    await ana.page.getByRole('option', { name: '/tests/deep' }).click()
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
    await ana.page.getByRole('dialog').getByText('1 of 1 done').waitFor()
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('treeitem', { name: /deep/ }).focus()
    await ana.page.keyboard.press('F2')
    await ana.page.getByRole('dialog').getByLabel('Name').fill('deeper')
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('heading', { name: 'deeper', level: 1 }).waitFor()
    await ana.page.getByRole('gridcell').filter({ hasText: 'in-a-folder' }).waitFor()
    expect((await server.api<Asset>('GET', `${ASSETS}/${id}`))['@path']).toBe('/tests/deeper/in-a-folder.png')
    await ana.page.getByRole('treeitem', { name: /deeper/ }).focus()
    await ana.page.keyboard.press('Delete')
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await ana.page.getByRole('dialog').getByRole('alert').getByText(/not empty/).waitFor()
    await ana.close()
  })

  it('gives many the same licence, and says of each how it went', async () => {
    const ids = [await upload('bulk-1.png', png(80, 80, [1, 2, 3], [9, 9, 9])), await upload('bulk-2.png', png(81, 80, [1, 2, 3], [9, 9, 9]))]
    const ana = await Person.at(browser, server)
    await ana.logIn('/media?q=bulk-')
    await ana.page.getByRole('gridcell').first().focus()
    await ana.page.keyboard.press('Control+a')
    await ana.page.getByText('2 files marked').waitFor()
    await ana.page.getByRole('button', { name: 'Edit together' }).click()
    const dialog = ana.page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'Licence' }).check()
    await dialog.getByRole('combobox', { name: 'Licence' }).or(dialog.getByRole('textbox', { name: 'Licence' })).fill('CC-BY-4.0')
    await ana.page.keyboard.press('Tab')
    await ana.expectAccessible('bulk edit')
    await ana.picture('media-bulk')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('2 of 2 done').waitFor()
    for (const id of ids) expect((await server.api<Asset>('GET', `${ASSETS}/${id}`)).properties.licence).toBe('CC-BY-4.0')
    await ana.close()
  })
})

describe('an asset', () => {
  it('has its focal point set by keyboard, and shows what is cut in each size', async () => {
    const id = await upload('focus.png', png(1000, 400, [200, 40, 40], [40, 40, 200]))
    const ana = await Person.at(browser, server)
    await ana.logIn(`/media/${id}`)
    await ana.page.getByRole('tab', { name: 'Texts' }).focus()
    await ana.page.keyboard.press('ArrowLeft')
    await ana.page.getByRole('tab', { name: 'Focal point', selected: true }).waitFor()
    await ana.page.keyboard.press('Tab')
    const slider = ana.page.getByRole('slider', { name: 'Focal point' })
    await expect.poll(() => slider.evaluate((one) => one === document.activeElement)).toBe(true)
    const square = ana.page.locator('[data-crop="square"] img')
    const before = await square.evaluate((image) => (image as HTMLElement).style.left)
    for (let at = 0; at < 4; at += 1) await ana.page.keyboard.press('Shift+ArrowLeft')
    await ana.page.keyboard.press('ArrowUp')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('10 % from the left, 49 % from the top')
    expect(await square.evaluate((image) => (image as HTMLElement).style.left)).not.toBe(before)
    expect(await square.evaluate((image) => parseFloat((image as HTMLElement).style.left))).toBeCloseTo(0, 3)
    await ana.expectAccessible('focal point')
    await ana.picture('media-focus')
    await ana.page.keyboard.press('Control+s')
    await ana.page.getByText('Saved, and live').first().waitFor()
    expect((await server.api<Asset>('GET', `${ASSETS}/${id}`)).properties.focalPoint).toBe('0.1,0.49')
    await ana.close()
  })

  it('is described in each language, and what the file says is corrected and taken back', async () => {
    const id = await upload('described.png', png(300, 200, [4, 120, 90], [240, 240, 90]))
    await expect.poll(async () => (await server.api<{ extraction: string }>('GET', `${ASSETS}/${id}`)).extraction).toBe('done')
    const ana = await Person.at(browser, server)
    await ana.logIn(`/media/${id}`)
    await ana.field('Alternative text').fill('A loom in green and yellow')
    await ana.page.getByRole('radiogroup', { name: 'Language of the content' }).locator('label').filter({ hasText: 'German' }).click()
    await ana.field('Alternative text').fill('Ein Webstuhl in Grün und Gelb')
    await ana.page.getByRole('tab', { name: 'Rights' }).click()
    await ana.field('Source').fill('Sample archive')
    await ana.page.getByRole('tab', { name: 'What the file says' }).click()
    await ana.field('Width, pixels').fill('301')
    await ana.page.getByText('The file says: 300').waitFor()
    await ana.expectAccessible('metadata')
    await ana.picture('media-metadata')
    await ana.page.getByRole('button', { name: 'Save', exact: true }).click()
    await ana.page.getByText('Saved, and live').first().waitFor()
    const saved = await server.api<{ properties: Record<string, unknown>; corrected: string[] }>('GET', `${ASSETS}/${id}`)
    expect(saved.properties).toMatchObject({ alt: 'A loom in green and yellow', alt_de: 'Ein Webstuhl in Grün und Gelb', source: 'Sample archive' })
    expect(saved.corrected).toEqual(['width'])
    await ana.page.getByRole('button', { name: 'Width, pixels: back to what the file says' }).click()
    await ana.page.keyboard.press('Control+s')
    await expect.poll(async () => (await server.api<{ corrected: string[] }>('GET', `${ASSETS}/${id}`)).corrected).toEqual([])
    await ana.close()
  })

  it('that is used is not thrown away; one that is not goes to the trash, comes back, and is removed for good', async () => {
    const used = await upload('used.png', png(120, 80, [90, 10, 90], [10, 90, 10]))
    const free = await upload('free.png', png(121, 80, [90, 10, 90], [10, 90, 10]))
    await server.api('POST', CHAMPIONS, { title: 'A sample champion with a picture', images: [used] })
    const ana = await Person.at(browser, server)
    await ana.logIn(`/media/${used}`)
    await ana.page.getByRole('link', { name: 'A sample champion with a picture' }).waitFor()
    await ana.page.getByRole('button', { name: 'More actions' }).click()
    await ana.page.getByRole('menuitem', { name: 'Move to the trash' }).click()
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Move to the trash' }).click()
    await ana.page.getByRole('dialog').getByText(/in use/).waitFor()
    // By its name, with the address after it.
    await ana.page.getByRole('dialog').getByRole('link', { name: 'A sample champion with a picture' }).waitFor()
    await ana.page.getByRole('dialog').getByText(/\/a-sample-champion-with-a-picture · /).waitFor()
    await ana.expectAccessible('refused: in use')
    await ana.picture('media-used')
    await ana.page.keyboard.press('Escape')

    await ana.open('/media?q=free.png')
    await ana.page.getByRole('gridcell').first().focus()
    await ana.page.keyboard.press('Space')
    await ana.page.getByRole('button', { name: 'Move to the trash' }).click()
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Move to the trash' }).click()
    await ana.page.getByRole('dialog').getByText('1 of 1 done').waitFor()
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('button', { name: 'Trash', exact: true }).click()
    await ana.page.getByRole('gridcell').filter({ hasText: 'free.png' }).waitFor()
    await ana.expectAccessible('trash')
    await ana.picture('media-trash')
    expect((await fetch(`${server.base}/dam/${free}`)).status).toBe(404)
    await ana.page.getByRole('gridcell').filter({ hasText: 'free.png' }).focus()
    await ana.page.keyboard.press('Enter')
    await ana.page.getByRole('button', { name: 'Take out of the trash' }).click()
    await ana.page.getByText('It is back, and readers get it again').first().waitFor()
    expect((await fetch(`${server.base}/dam/${free}`)).status).toBe(200)
    await server.api('DELETE', `${ASSETS}/${free}`)
    await ana.page.reload()
    await ana.page.getByRole('button', { name: 'More actions' }).click()
    await ana.page.getByRole('menuitem', { name: 'Remove for good' }).click()
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Remove for good' }).click()
    await ana.page.getByRole('dialog').getByText('1 of 1 done').waitFor()
    await expect(server.api('GET', `${ASSETS}/${free}`)).rejects.toThrow(/404/)
    await ana.close()
  })
})

describe('a field for pictures', () => {
  it('takes what is dropped on it, asks what the picture shows, and takes others from the library', async () => {
    await upload('from-the-library.png', png(150, 100, [10, 140, 140], [250, 250, 250]))
    const { '@id': id } = await server.api<{ '@id': string }>('POST', CHAMPIONS, { title: 'A sample champion for pictures' })
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/champions-app/${id}`)
    await ana.page.getByRole('tab', { name: /Links and media/ }).click()
    const field = ana.page.locator('[data-path="images"] .assets')
    const bytes = [...png(160, 100, [200, 120, 20], [30, 30, 30])]
    const dropped = await ana.page.evaluateHandle((octets) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(octets)], 'dropped.png', { type: 'image/png' }))
      return transfer
    }, bytes)
    await field.dispatchEvent('drop', { dataTransfer: dropped })
    await field.locator('.asset').filter({ hasText: 'dropped.png' }).locator('img').waitFor()
    const alt = field.getByRole('textbox', { name: /What does the picture show/ })
    await alt.fill('An orange loom')
    await ana.page.keyboard.press('Enter')
    await field.getByText('Kept with the picture').waitFor()
    const [asset] = await find('dropped.png')
    await expect.poll(async () => (await server.api<Asset>('GET', `${ASSETS}/${asset?.['@id']}`)).properties.alt).toBe('An orange loom')

    await field.getByRole('button', { name: 'Choose' }).click()
    const dialog = ana.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Search files' }).fill('from-the-library')
    await expect.poll(() => dialog.getByRole('list', { name: 'Media' }).getByRole('button').count()).toBe(1)
    await ana.page.keyboard.press('ArrowDown')
    await ana.page.keyboard.press('Enter')
    await ana.expectAccessible('asset chooser')
    await ana.picture('media-chooser')
    await dialog.getByRole('button', { name: 'Take 1' }).click()
    await field.locator('.asset').filter({ hasText: 'from-the-library.png' }).waitFor()
    await ana.saved()
    await ana.picture('media-field')
    const entry = await server.api<{ properties: { images: string[] } }>('GET', `${CHAMPIONS}/${id}`)
    expect(entry.properties.images).toHaveLength(2)
    await ana.close()
  })
})

describe.each([['en', 1280], ['sr', 390]] as const)('the screens of media, in %s at %i px', (locale, width) => {
  it('are accessible and in order, light and dark', async () => {
    const id = (await find('focus.png'))[0]?.['@id'] ?? await upload('focus.png', png(1000, 400, [200, 40, 40], [40, 40, 200]))
    const ana = await Person.at(browser, server, { viewport: { width, height: 800 }, locale })
    const both = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await ana.look({ viewport: { width, height: 800 }, colorScheme })
        await ana.expectAccessible(`${name}, ${colorScheme} ${width}`)
        await ana.picture(`${name}-${colorScheme}-${width}`)
      }
    }
    await ana.logIn('/media')
    await ana.page.getByRole('gridcell').first().locator('.asset-picture').waitFor()
    await both('media')
    await ana.open('/media?view=list')
    await ana.page.getByRole('gridcell').first().locator('.asset-picture').waitFor()
    await both('media-list')
    await ana.open(`/media/${id}`)
    await ana.page.locator('.asset-stage img').waitFor()
    await both('asset')
    for (const [at, tab] of ['rights', 'metadata', 'focus'].entries()) {
      await ana.page.getByRole('tab').nth(at + 1).click()
      await both(`asset-${tab}`)
      if (tab !== 'rights') continue
      await ana.page.locator('.asset-consent').scrollIntoViewIfNeeded()
      await ana.picture(`asset-consent-${width}`)
    }
    await ana.close()
  })
})
