import { expect, it } from 'vitest'
import { ASSETS, file, findAssets, uploadAsset, type Asset } from './assets.ts'
import { Person } from './browser.ts'
import { png } from './pictures.ts'
import { browser, server, setStage } from './stage.ts'

setStage()

it('a file is dragged into a folder, and files from outside are dropped on the library', async () => {
  await uploadAsset(server, 'dragged-here.png', png(90, 70, [90, 9, 9], [9, 90, 90]), '/from')
  await uploadAsset(server, 'lies-there.png', png(91, 70, [90, 9, 9], [9, 90, 90]), '/into')
  const ana = await Person.at(browser, server)
  await ana.logIn('/media?q=dragged-here')
  const card = ana.page.getByRole('gridcell').filter({ hasText: 'dragged-here.png' })
  await card.locator('img').waitFor()
  await ana.atRest()
  await card.dragTo(ana.page.getByRole('treeitem', { name: /^into/ }))
  await expect.poll(async () => (await findAssets(server, 'dragged-here'))[0]?.['@path']).toBe('/into/dragged-here.png')
  const dropped = await ana.page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['A note that was dropped.'], 'dropped-note.txt', { type: 'text/plain' }))
    return transfer
  })
  await ana.page.getByRole('treeitem', { name: /^into/ }).dispatchEvent('drop', { dataTransfer: dropped })
  await ana.page.locator('.upload-tray [data-upload="done"]').waitFor()
  await ana.picture('library-dropped')
  expect((await findAssets(server, 'dropped-note'))[0]?.['@path']).toBe('/into/dropped-note.txt')
  await ana.close()
})

it('what two people say of a file is kept: who comes second sees what was changed, and loses nothing', async () => {
  const id = await uploadAsset(server, 'contested.png', png(92, 70, [90, 9, 9], [9, 90, 90]))
  const ana = await Person.at(browser, server)
  await ana.logIn(`/media/${id}`)
  await ana.field('Title').fill('By Ana')
  await server.api('PATCH', `${ASSETS}/${id}`, { properties: { caption: 'By somebody else' } })
  await ana.page.keyboard.press('Control+s')
  await ana.page.getByText(/Somebody else has changed this file/).waitFor()
  await ana.expectAccessible('a contested file')
  await ana.picture('asset-contested')
  await expect.poll(() => ana.field('Caption').inputValue()).toBe('By somebody else')
  expect(await ana.field('Title').inputValue()).toBe('By Ana')
  await ana.page.keyboard.press('Control+s')
  await ana.page.getByText('Saved, and live').first().waitFor()
  expect((await server.api<Asset>('GET', `${ASSETS}/${id}`)).properties).toMatchObject({ title: 'By Ana', caption: 'By somebody else' })
  await ana.close()
})

it('another file takes the place of one, under the same id and with all that was said of it', async () => {
  const id = await uploadAsset(server, 'first-form.png', png(93, 70, [90, 9, 9], [9, 90, 90]))
  await server.api('PATCH', `${ASSETS}/${id}`, { properties: { alt: 'Two colours' } })
  const ana = await Person.at(browser, server)
  await ana.logIn(`/media/${id}`)
  await ana.page.locator('.facts').getByText('93 × 70').waitFor()
  await ana.page.locator('.asset-head input[type="file"]').setInputFiles(file('second-form.png', 'image/png', png(194, 70, [9, 90, 9], [90, 90, 9])))
  await ana.page.locator('.facts').getByText('194 × 70').waitFor()
  await ana.picture('asset-replaced')
  const replaced = await server.api<Asset & { fileName: string }>('GET', `${ASSETS}/${id}`)
  expect(replaced).toMatchObject({ '@id': id, fileName: 'second-form.png', properties: { alt: 'Two colours' } })
  await ana.close()
})

it('a file is found among everything by its name, and opens in the library', async () => {
  const id = await uploadAsset(server, 'mallet-and-maul-notes.png', png(95, 70, [90, 9, 9], [9, 90, 90]))
  const ana = await Person.at(browser, server)
  await ana.logIn('/')
  // The palette is still on its way into the browser: nothing of what is typed is lost.
  await ana.page.keyboard.press('Control+k')
  await ana.page.keyboard.type('mallet-and-maul')
  await ana.page.getByRole('option', { name: /mallet-and-maul-notes/ }).waitFor()
  await ana.expectAccessible('palette with a file')
  await ana.page.keyboard.press('Enter')
  await ana.page.waitForURL((url) => decodeURIComponent(url.pathname) === `/admin/media/${id}`)
  await ana.page.getByRole('heading', { name: /mallet-and-maul-notes/ }).waitFor()
  // What was changed last is on the first screen, files too, and leads there.
  await ana.open('/')
  await ana.page.getByRole('region', { name: 'Changed last' }).getByRole('link', { name: /mallet-and-maul-notes/ }).first().click()
  await ana.page.waitForURL((url) => decodeURIComponent(url.pathname) === `/admin/media/${id}`)
  await ana.close()
})

it('an app of files leads to the library: in the launcher, in the palette and by its address', async () => {
  const id = await uploadAsset(server, 'of-one-app.png', png(96, 70, [90, 9, 9], [9, 90, 90]))
  const ana = await Person.at(browser, server)
  const files = { name: 'pictures-app', contentType: 'asset', workspace: 'dam', label: { text: 'Our pictures', keys: [], missing: false } }
  await ana.page.route('**/.rest/editor/v1/apps?*', async (route) => {
    const answer = await route.fetch()
    const all = await answer.json() as { apps: object[] }
    await route.fulfill({ response: answer, json: { ...all, apps: [...all.apps, { ...all.apps.at(-1), ...files }] } })
  })
  await ana.page.route('**/.rest/editor/v1/apps/pictures-app?*', async (route) => {
    const answer = await route.fetch({ url: route.request().url().replace('pictures-app', 'awards-app') })
    await route.fulfill({ response: answer, json: { ...await answer.json() as object, ...files } })
  })
  await ana.logIn('/')
  const isLibrary = async (path: string) => {
    await ana.page.waitForURL((url) => decodeURIComponent(url.pathname) === path)
    await ana.page.getByRole('heading', { name: path === '/admin/media' ? 'Media' : 'of-one-app' }).waitFor()
  }
  for (const place of ['.shell-links', '.launcher']) {
    await ana.open('/')
    await ana.page.locator(place).getByRole('link', { name: 'Our pictures' }).click()
    await isLibrary('/admin/media')
  }
  await ana.open('/')
  await ana.page.locator('.shell').waitFor()
  await ana.page.keyboard.press('Control+k')
  await ana.page.keyboard.type('our pictures')
  await ana.page.getByRole('option', { name: /Our pictures/ }).click()
  await isLibrary('/admin/media')
  for (const below of ['', '/new', '/import']) {
    await ana.open(`/apps/pictures-app${below}`)
    await isLibrary('/admin/media')
  }
  await ana.open(`/apps/pictures-app/${id}`)
  await isLibrary(`/admin/media/${id}`)
  await ana.close()
})
