import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Person } from './browser.ts'
import { PASSWORD } from './server.ts'
import { browser, server, setStage } from './stage.ts'

interface Entry {
  '@id': string
  revision: number
  properties: Record<string, unknown>
}

interface Segment {
  start: number
  end: number
  [name: string]: unknown
}

const ENTRIES = '/.rest/editor/v1/entries'
const SRT = '1\n00:00:00,000 --> 00:00:04,000\nAna: Good morning. How are you today?\n\n2\n00:00:04,000 --> 00:00:08,000\nBoris: The container behind the hall.\n\n3\n00:00:08,000 --> 00:00:12,000\nAna: Thank you.\n'
const GERMAN = 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ana>Guten Morgen. Wie geht es Ihnen heute?\n\n00:04.000 --> 00:08.000\n<v Boris>Der Container hinter der Halle.\n'

const files = mkdtempSync(join(tmpdir(), 'nephele-tracks-'))

setStage()

function file(name: string, content: string): string {
  const path = join(files, name)
  writeFileSync(path, content)
  return path
}

const segments = async (id: string) => (await server.api<Entry>('GET', `${ENTRIES}/transcript/${id}`)).properties.segments as Segment[]

async function sample(type: string, title: string): Promise<string> {
  const found = await server.api<{ results: Entry[] }>('GET', `${ENTRIES}/${type}?limit=100`)
  const entry = found.results.find((one) => String(one.properties.title).includes(title))
  if (!entry) throw new Error(`There is no ${type} ${title}`)
  return entry['@id']
}

/** A transcript with a film, as short as the sample film. */
async function transcript(title: string): Promise<string> {
  const id = (await server.api<Entry>('POST', `${ENTRIES}/transcript`, { title, sourceLanguage: 'en' }))['@id']
  const film = await server.api<Entry>('GET', `${ENTRIES}/video/${await sample('video', 'cold chain')}`)
  await server.api('POST', `${ENTRIES}/video`, { title: `Film of ${title}`, source: 'upload', file: film.properties.file, transcript: id })
  return id
}

async function choose(page: Page, menu: string, item: string | RegExp, path: string) {
  await page.getByRole('button', { name: menu, exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: item }).click()
  await (await chooser).setFiles(path)
}

describe('a transcriber', () => {
  it('brings in a file, cuts and joins, and sets times from the player', async () => {
    const id = await transcript('Morning talk')
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/transcripts-app/${id}?tab=transcript`)
    await ana.page.locator('.transcript').waitFor()
    await choose(ana.page, 'Import', /As what was spoken/, file('talk.srt', SRT))
    await ana.page.getByText('3 segments are new or changed.').waitFor()
    const first = ana.page.getByLabel('Text of segment 1, English')
    await first.click()
    await ana.page.keyboard.press('Control+Home')
    for (let step = 0; step < 'Good morning.'.length; step += 1) await ana.page.keyboard.press('ArrowRight')
    await ana.page.keyboard.press('Alt+Enter')
    await ana.page.getByLabel('Text of segment 4, English').waitFor()
    await expect.poll(() => ana.page.getByLabel('Text of segment 2, English').inputValue()).toBe('How are you today?')
    await ana.saved()
    expect((await segments(id)).map((one) => one.text)).toEqual(['Good morning.', 'How are you today?', 'The container behind the hall.', 'Thank you.'])

    await ana.page.locator('video').evaluate((film: HTMLVideoElement) => { film.currentTime = 2.5 })
    await ana.page.locator('.segment[data-current]').getByLabel('Text of segment 2, English').waitFor()
    await ana.page.getByLabel('Text of segment 2, English').click()
    await ana.page.keyboard.press('Alt+i')
    await expect.poll(() => ana.page.getByLabel('Start of segment 2', { exact: true }).inputValue()).toBe('0:02.500')
    await ana.page.getByLabel('Start of segment 2', { exact: true }).fill('0:01,9')
    await ana.page.keyboard.press('Enter')
    await ana.saved()
    expect((await segments(id))[1]?.start).toBe(1.9)

    await ana.page.getByLabel('Text of segment 1, English').click()
    await ana.page.keyboard.press('Alt+Shift+Enter')
    await expect.poll(() => first.inputValue()).toBe('Good morning. How are you today?')
    await ana.page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Text of segment 2, English')
    await ana.saved()
    expect(await segments(id)).toHaveLength(3)
    await ana.expectAccessible('transcript')
    await ana.picture('transcript')

    await ana.page.getByRole('button', { name: 'More for segment 3' }).click()
    await ana.page.getByRole('menuitem', { name: 'Insert a segment after this one' }).waitFor()
    await ana.expectAccessible('the menu of a segment')
    await ana.picture('transcript-menu')
    await ana.page.getByRole('menuitem', { name: 'Insert a segment after this one' }).click()
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Text of segment 4, English')
    await ana.page.keyboard.type('Goodbye.')
    await ana.saved()
    expect((await segments(id)).at(-1)?.text).toBe('Goodbye.')
    await ana.close()
  })

  it('is told line by line what is wrong with a file, and reads one in an old encoding', async () => {
    const id = await transcript('Broken talk')
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/transcripts-app/${id}?tab=transcript`)
    await ana.page.locator('.transcript').waitFor()
    await choose(ana.page, 'Import', /As what was spoken/, file('broken.vtt', 'WEBVTT\n\n00:01,000 --> 00:02,000\nHello\n'))
    await ana.page.getByRole('alert').getByText('is not of the form').waitFor()
    await ana.page.getByRole('alert').getByText('Line 3').waitFor()
    await ana.expectAccessible('transcript refused')
    await ana.picture('transcript-refused')
    const old = join(files, 'old.srt')
    writeFileSync(old, Buffer.from([...'1\n00:00:00,000 --> 00:00:02,000\n'].map((one) => one.charCodeAt(0)).concat([0x8e, 0x65, 0x6e, 0x61, 0x0a])))
    await choose(ana.page, 'Import', /As what was spoken/, old)
    await ana.page.getByRole('button', { name: 'Read it in this encoding' }).click()
    await expect.poll(() => ana.page.getByLabel('Text of segment 1, English').inputValue()).toBe('Žena')
    await ana.close()
  })
})

describe('a translator', () => {
  it('sees which segments are to be done, which are outdated, and says that one still fits', async () => {
    const id = await transcript('Translated talk')
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/transcripts-app/${id}?tab=transcript&locale=de`)
    await ana.page.locator('.transcript').waitFor()
    await choose(ana.page, 'Import', /As what was spoken/, file('talk.srt', SRT))
    await ana.page.getByText('3 segments are new or changed.').waitFor()
    await choose(ana.page, 'Import', /As the translation \(German\)/, file('talk.vtt', GERMAN))
    await ana.page.getByText('The file had no text for 1 segment.').waitFor()
    await ana.page.locator('.transcript-progress').getByText('2 of 3 translated').waitFor()

    await ana.page.getByLabel('Text of segment 2, English').fill('The big container behind the hall.')
    await ana.saved()
    await ana.page.locator('.segment[data-state="outdated"]').getByLabel('Text of segment 2, German').waitFor()
    expect(await ana.page.locator('.segment-state[data-state="outdated"]').count()).toBe(1)
    await ana.expectAccessible('translated transcript')
    await ana.picture('transcript-translation')

    await ana.page.getByLabel('Text of segment 1, English').click()
    await ana.page.keyboard.press('Alt+Shift+ArrowDown')
    await expect.poll(() => ana.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Text of segment 2, German')
    await ana.page.getByRole('button', { name: 'It still fits' }).click()
    await ana.page.getByText('1 translation confirmed').waitFor()
    await expect.poll(() => ana.page.locator('.segment-state[data-state="outdated"]').count()).toBe(0)
    await ana.page.getByLabel('Text of segment 3, German').fill('Danke.')
    await ana.page.locator('.transcript-progress').getByText('3 of 3 translated').waitFor()
    await ana.saved()

    const download = ana.page.waitForEvent('download')
    await ana.page.getByRole('button', { name: 'Export', exact: true }).click()
    await ana.page.getByRole('menuitem', { name: 'German · WebVTT' }).click()
    expect((await download).suggestedFilename()).toBe('transcript.de.vtt')
    await ana.close()
  })

  it('works on a telephone, and in the dark', async () => {
    const id = await sample('transcript', 'the label that let the saw')
    const ana = await Person.at(browser, server, { viewport: { width: 390, height: 844 } })
    await ana.logIn(`/apps/transcripts-app/${id}?tab=transcript`)
    await ana.page.getByLabel('Text of segment 1, Italian').waitFor()
    await ana.page.locator('.transcript').scrollIntoViewIfNeeded()
    await ana.expectAccessible('transcript, narrow')
    await ana.picture('transcript-390')
    await ana.page.locator('.transcript-list').scrollIntoViewIfNeeded()
    await ana.picture('transcript-390-list')
    await ana.close()
    const bo = await Person.at(browser, server, { colorScheme: 'dark' })
    await bo.logIn(`/apps/transcripts-app/${id}?tab=transcript`)
    await bo.page.getByLabel('Text of segment 1, Italian').waitFor()
    await bo.page.locator('.transcript').scrollIntoViewIfNeeded()
    await bo.expectAccessible('transcript, dark')
    await bo.picture('transcript-dark')
    await bo.close()
  })
})

describe('an editor of films', () => {
  it('attaches captions, sees them over the film, and takes a poster and a chapter from it', async () => {
    const id = await sample('video', 'A label at the saw')
    const ana = await Person.at(browser, server)
    await ana.logIn(`/apps/videos-app/${id}?tab=film`)
    const tracks = ana.page.locator('.tracks')
    await tracks.scrollIntoViewIfNeeded()
    await tracks.locator('video').waitFor()
    await tracks.getByText('Captions · English').waitFor()
    expect(await tracks.locator('track').count()).toBeGreaterThan(1)
    await ana.expectAccessible('tracks')
    await ana.picture('tracks')

    await tracks.getByLabel('Kind', { exact: true }).first().click()
    await ana.page.getByRole('option', { name: 'Subtitles' }).click()
    await tracks.getByLabel('Language', { exact: true }).first().fill('German')
    await ana.page.getByRole('option', { name: 'German' }).click()
    const chooser = ana.page.waitForEvent('filechooser')
    await tracks.getByRole('button', { name: 'Attach WebVTT or SRT' }).click()
    await (await chooser).setFiles(file('german.vtt', GERMAN))
    await tracks.getByText('Subtitles · German').waitFor()
    const cues = () => tracks.locator('video').evaluate((film: HTMLVideoElement) => {
      const track = [...film.textTracks].find((one) => one.language === 'de')
      if (track) track.mode = 'showing'
      return track?.cues?.length
    })
    await expect.poll(cues).toBe(2)

    await tracks.locator('video').evaluate((film: HTMLVideoElement) => { film.currentTime = 6 })
    await expect.poll(() => tracks.locator('video').evaluate((film: HTMLVideoElement) => film.currentTime)).toBe(6)
    await tracks.getByRole('button', { name: 'Take this moment as poster' }).click()
    await tracks.getByText(/The poster is the picture at 0:06.000|Nothing on the server can read this film/).waitFor()
    await tracks.getByRole('button', { name: 'Begin a chapter here' }).click()
    await ana.saved()
    const stored = (await server.api<Entry>('GET', `${ENTRIES}/video/${id}`)).properties
    expect(stored.posterAt).toBe(6)
    expect((stored.chapters as Segment[]).map((one) => one.start)).toEqual([0, 6, 8])
    await ana.close()
  })

  it('loads nothing of a film that lies with others before agreeing', async () => {
    const id = (await server.api<Entry>('POST', `${ENTRIES}/video`, { title: 'Elsewhere', source: 'youtube' }))['@id']
    const ana = await Person.at(browser, server)
    const asked: string[] = []
    await ana.context.route(/^https:\/\//, (route) => { asked.push(new URL(route.request().url()).host); void route.fulfill({ contentType: 'text/html', body: '<p>A player</p>' }) })
    await ana.logIn(`/apps/videos-app/${id}`)
    const field = ana.field('Address (URL)')
    await field.fill('https://www.youtube.com/@somebody')
    await ana.page.getByText('names no film').waitFor()
    await field.fill('https://youtu.be/AbCdEf_-123')
    const consent = ana.page.locator('.film-consent')
    await consent.getByText('www.youtube-nocookie.com').waitFor()
    await consent.scrollIntoViewIfNeeded()
    await ana.expectAccessible('consent')
    await ana.picture('film-consent')
    expect(asked).toEqual([])
    await consent.getByRole('button', { name: 'Agree and show the player' }).click()
    await ana.page.frameLocator('.film-frame').frameLocator('iframe').getByText('A player').waitFor()
    expect(asked).toEqual(['www.youtube-nocookie.com'])
    await ana.close()
  })

  it('finds all of it on a telephone', async () => {
    const id = await sample('video', 'A cold chain')
    const ana = await Person.at(browser, server, { viewport: { width: 390, height: 844 } })
    await ana.logIn(`/apps/videos-app/${id}?tab=film`, 'admin', PASSWORD)
    const tracks = ana.page.locator('.tracks')
    await tracks.locator('.track-list li').first().waitFor()
    await tracks.scrollIntoViewIfNeeded()
    await ana.expectAccessible('tracks, narrow')
    await ana.picture('tracks-390')
    await ana.close()
  })
})
