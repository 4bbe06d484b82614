import { describe, expect, it } from 'vitest'
import { ASSETS, uploadAsset, type Asset } from './assets.ts'
import { Person } from './browser.ts'
import { png } from './pictures.ts'
import { browser, server, setStage } from './stage.ts'

setStage()

describe('a picture', () => {
  it('is cropped by keyboard and by mouse, and readers get the part that the previews show', async () => {
    const id = await uploadAsset(server, 'cropped.png', png(1000, 400, [200, 40, 40], [40, 40, 200]))
    const ana = await Person.at(browser, server)
    // What is seen in a picture at its left and its right edge, half way down.
    const edges = (address: string) => ana.page.evaluate(async (src) => {
      const image = new Image()
      image.src = src
      await image.decode()
      const paper = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d')
      paper?.drawImage(image, 0, 0)
      const at = (x: number) => { const [red = 0, , blue = 0] = paper?.getImageData(x, Math.floor(image.naturalHeight / 2), 1, 1).data ?? []; return red > blue ? 'red' : 'blue' }
      return `${image.naturalWidth}x${image.naturalHeight} ${at(1)} ${at(image.naturalWidth - 2)}`
    }, address)
    const delivered = (at: string) => edges(`${server.base}/.imaging/mte/nephele/large/dam/${id}/cropped.png?${at}`)
    await ana.logIn(`/media/${id}`)
    expect(await delivered('whole')).toBe('1000x400 red blue')
    await ana.page.getByRole('tab', { name: 'Crop' }).click()
    await ana.page.keyboard.press('Tab')
    await ana.page.keyboard.press('Tab')
    const box = ana.page.getByRole('slider', { name: 'Crop' })
    await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true)
    for (let at = 0; at < 40; at += 1) await ana.page.keyboard.press('Shift+ArrowLeft')
    for (let at = 0; at < 40; at += 1) await ana.page.keyboard.press('ArrowRight')
    await expect.poll(() => box.getAttribute('aria-valuetext')).toBe('40 % from the left, 0 % from the top, 60 % wide, 100 % high')
    await ana.page.getByRole('textbox', { name: 'From the left' }).fill('30')
    await ana.page.keyboard.press('Tab')
    await expect.poll(() => box.getAttribute('aria-valuetext')).toContain('30 % from the left')
    await ana.page.getByRole('radiogroup', { name: 'Shape' }).locator('label').filter({ hasText: '1:1' }).click()
    await expect.poll(() => box.getAttribute('aria-valuetext')).toBe('40 % from the left, 0 % from the top, 40 % wide, 100 % high')
    await ana.page.getByRole('radiogroup', { name: 'Shape' }).locator('label').filter({ hasText: 'Free' }).click()
    const width = (await box.evaluate((one) => one.parentElement?.getBoundingClientRect().width)) ?? 0
    const handle = await ana.page.locator('[data-edges="w"]').boundingBox()
    const [x, y] = [(handle?.x ?? 0) + (handle?.width ?? 0) / 2, (handle?.y ?? 0) + (handle?.height ?? 0) / 2]
    await ana.page.mouse.move(x, y)
    await ana.page.mouse.down()
    await ana.page.mouse.move(x + width * 0.2, y, { steps: 4 })
    await ana.page.mouse.up()
    await expect.poll(() => box.getAttribute('aria-valuetext')).toMatch(/^(59|60|61)(\.\d)? % from the left, 0 % from the top, (19|20|21)(\.\d)? % wide, 100 % high$/)
    const middle = await box.boundingBox()
    await ana.page.mouse.move((middle?.x ?? 0) + 30, (middle?.y ?? 0) + 40)
    await ana.page.mouse.down()
    await ana.page.mouse.move((middle?.x ?? 0) + 2_000, (middle?.y ?? 0) + 40, { steps: 4 })
    await ana.page.mouse.up()
    await ana.page.getByRole('textbox', { name: 'Width' }).fill('20')
    await ana.page.getByRole('textbox', { name: 'From the left' }).fill('80')
    const square = ana.page.locator('[data-crop="square"] img')
    // The square is 200 pixels of 1000 wide, at the right edge.
    await expect.poll(() => square.evaluate((image) => parseFloat((image as HTMLElement).style.width))).toBeCloseTo(500, 0)
    expect(await square.evaluate((image) => parseFloat((image as HTMLElement).style.left))).toBeCloseTo(-400, 0)
    await ana.expectAccessible('crop')
    await ana.picture('media-crop')
    await ana.page.keyboard.press('Control+s')
    await ana.page.getByText('Saved, and live').first().waitFor()
    expect((await server.api<Asset>('GET', `${ASSETS}/${id}`)).properties.crop).toBe('0.8,0,0.2,1')
    expect(await delivered('cropped')).toBe('200x400 blue blue')
    const shown = ana.page.locator('.asset-stage img')
    await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(200)
    await ana.page.getByRole('button', { name: 'Show all of it' }).click()
    await ana.page.keyboard.press('Control+s')
    await expect.poll(async () => (await server.api<Asset>('GET', `${ASSETS}/${id}`)).properties.crop).toBeUndefined()
    expect(await delivered('whole-again')).toBe('1000x400 red blue')
    await ana.close()
  })
})
