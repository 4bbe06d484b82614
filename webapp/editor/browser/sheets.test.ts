import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PATIENCE, Person } from './browser.ts'
import { award, EDITOR, organisations, stored, user } from './prepared.ts'
import { browser, server, setStage } from './stage.ts'

setStage()

/** As a spreadsheet of this continent saves it. */
const windows1250 = (text: string) => Buffer.from([...text].map((letter) => ({ Č: 0xc8, č: 0xe8, ć: 0xe6, š: 0x9a, ž: 0x9e, Ž: 0x8e })[letter] ?? letter.charCodeAt(0)))

describe('a spreadsheet', () => {
  it('is read, mapped, checked row by row, imported, taken back, and its mapping remembered', async () => {
    const [owner] = await organisations(server, 1)
    const file = { name: 'nagrade.csv', mimeType: 'text/csv', buffer: windows1250(`externalId;Ime nagrade;summary;ownerOrganisation;body;year\nn:1;Čačanska nagrada za žito;Nagrada za one koji rade sa žitom.;${owner};Žiri;2026\nn:2;Druga nagrada;Nagrada za druge.;${owner};Žiri;mnogo\nn:3;Treća nagrada;;${owner};Žiri;2.025\n`) }
    const ana = await Person.at(browser, server)
    await ana.logIn('/apps/awards-app')
    await ana.page.locator('.grid-item').first().waitFor()
    await ana.page.keyboard.press('i')
    await ana.page.getByRole('heading', { name: 'Import a spreadsheet' }).waitFor()
    await ana.expectAccessible('import: file')
    await ana.page.getByText('up to 10,000 rows, 300 columns and 10.5 MB').waitFor()
    await ana.page.locator('input[type="file"]').setInputFiles(file)
    await ana.page.getByRole('cell', { name: 'Čačanska nagrada za žito' }).waitFor()
    await ana.expectAccessible('import: file read')
    await ana.picture('import-file')
    await ana.page.getByRole('button', { name: 'Next: columns' }).click()

    const ime = ana.page.getByRole('combobox', { name: 'Ime nagrade goes to' })
    await ime.waitFor()
    expect(await ime.inputValue()).toBe('')
    await ime.fill('Name')
    await ana.page.getByRole('option', { name: 'Name · English' }).click()
    await ana.page.getByRole('button', { name: 'Templates' }).click()
    await ana.page.getByRole('button', { name: /Keep this mapping/ }).click()
    await ana.page.getByRole('textbox', { name: 'Name of the template' }).fill('Nagrade')
    await ana.page.getByRole('button', { name: 'Save', exact: true }).click()
    await ana.page.getByText('The template “Nagrade” fits this sheet').waitFor()
    await ana.atRest()
    await ana.expectAccessible('import: columns')
    await ana.picture('import-columns')
    await ana.page.getByRole('button', { name: 'Next: check' }).click()

    await ana.page.getByText('must be a number, not `mnogo`').waitFor()
    await ana.page.getByRole('button', { name: 'Import 2 rows' }).waitFor()
    await ana.page.getByText('Only errors (1)').click()
    await expect.poll(() => ana.page.locator('.sheet-rows > li').count()).toBe(1)
    await ana.expectAccessible('import: check')
    await ana.picture('import-check')
    const [report] = await Promise.all([ana.page.waitForEvent('download'), ana.page.getByRole('button', { name: 'Download the report' }).click()])
    expect(readFileSync(await report.path(), 'utf8')).toContain('refused')
    await ana.page.getByRole('button', { name: 'Import 2 rows' }).click()
    await ana.page.getByText('Finished · 2 of 3 done').waitFor()
    await ana.expectAccessible('import: done')
    await ana.picture('import-done')
    const [result] = await Promise.all([ana.page.waitForEvent('download'), ana.page.getByRole('link', { name: 'Download the result' }).click()])
    const lines = readFileSync(await result.path(), 'utf8').split('\r\n')
    expect(lines[1]).toMatch(/^n:1,.*,created,/)
    expect(lines[2]).toMatch(/,refused,.*F \(year\)/)
    const id = lines[1]?.split(',').at(-1) ?? ''
    expect((await stored(server, 'award', id)).properties).toMatchObject({ name: 'Čačanska nagrada za žito', year: 2026 })

    // The same file again: the mapping is there by itself, and nothing would change.
    await ana.page.getByRole('button', { name: 'Import another' }).click()
    await ana.page.locator('input[type="file"]').setInputFiles(file)
    await ana.page.getByRole('cell', { name: 'Čačanska nagrada za žito' }).waitFor()
    await ana.page.getByRole('button', { name: 'Next: columns' }).click()
    await ana.page.getByText('The template “Nagrade” fits this sheet').waitFor()
    await expect.poll(() => ime.inputValue()).toBe('Name · English')
    await ana.page.getByRole('button', { name: 'Next: check' }).click()
    await expect.poll(() => ana.page.locator('.sheet-rows .outcome[data-outcome="unchanged"]').count(), { timeout: PATIENCE }).toBe(2)

    const jobs = (await server.api<{ jobs: { id: string; request: { action: string } }[] }>('GET', `${EDITOR}/jobs`)).jobs
    await server.api('POST', `${EDITOR}/jobs/${jobs.find((job) => job.request.action === 'importSheet')?.id}/undo`)
    await expect.poll(() => stored(server, 'award', id).then(() => 'there', () => 'gone'), { timeout: PATIENCE }).toBe('gone')
    await ana.close()
  })

  it('is what a list is taken away as: harmless to open, and unchanged when it comes back', async () => {
    const id = await award(server, '=1+1 Izvoznik')
    const other = await award(server, 'Izvoznik too')
    const ana = await Person.at(browser, server)
    await ana.logIn('/apps/awards-app?q=izvoznik')
    await ana.page.locator('.grid-item', { hasText: 'Izvoznik too' }).waitFor()
    const take = async (format: string) => {
      await ana.page.getByRole('button', { name: 'Export', exact: true }).click()
      const [file] = await Promise.all([ana.page.waitForEvent('download'), ana.page.getByRole('menuitem', { name: format }).click()])
      return file
    }
    await ana.page.getByRole('button', { name: 'Export', exact: true }).click()
    await ana.page.getByText('All 2 entries of this list').waitFor()
    await ana.picture('export')
    await ana.page.keyboard.press('Escape')
    const csv = await take('CSV')
    expect(csv.suggestedFilename()).toBe('award.csv')
    expect(readFileSync(await csv.path(), 'utf8')).toContain(",'=1+1 Izvoznik")
    const xlsx = readFileSync(await (await take('Excel')).path())

    await ana.page.locator('.grid-item', { hasText: '=1+1' }).getByRole('checkbox').check()
    const one = JSON.parse(readFileSync(await (await take('JSON')).path(), 'utf8')) as { '@id': string }[]
    expect(one.map((entry) => entry['@id'])).toEqual([id])

    await ana.open('/apps/awards-app/import')
    await ana.page.locator('input[type="file"]').setInputFiles({ name: 'award.xlsx', mimeType: 'application/octet-stream', buffer: xlsx })
    await ana.page.getByRole('button', { name: 'Next: columns' }).click()
    await ana.page.getByRole('button', { name: 'Next: check' }).click()
    await expect.poll(() => ana.page.locator('.sheet-rows .outcome[data-outcome="unchanged"]').count(), { timeout: PATIENCE }).toBe(2)

    // An external id that is written into it is kept, and the next sheet needs no other; one that another entry has is refused.
    const bring = async (text: string) => {
      await ana.open('/apps/awards-app/import')
      await ana.page.locator('input[type="file"]').setInputFiles({ name: 'ids.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await ana.page.getByRole('button', { name: 'Next: columns' }).click()
      await ana.page.getByRole('button', { name: 'Next: check' }).click()
    }
    await bring(`@id,externalId,body\n${id},iz:1,Sample jury\n`)
    await ana.page.getByRole('button', { name: 'Import 1 row' }).click()
    await ana.page.getByText('Finished · 1 of 1 done').waitFor()
    await bring(`externalId,body\niz:1,Another jury\n`)
    await ana.page.getByRole('button', { name: 'Import 1 row' }).click()
    await ana.page.getByText('Finished · 1 of 1 done').waitFor()
    expect((await stored(server, 'award', id)).properties).toMatchObject({ body: 'Another jury', externalIds: [{ scheme: 'iz', value: '1' }] })
    await bring(`@id,externalId,body\n${other},iz:1,Sample jury\n`)
    await ana.page.getByText('another entry has the value `iz:1`').waitFor()
    await ana.close()

    await user(server, 'no-export', 'Reader Sample', ['reader'])
    const reader = await Person.at(browser, server, { viewport: { width: 390, height: 844 }, locale: 'sr' })
    await reader.logIn('/apps/awards-app', 'no-export')
    await reader.page.getByRole('button', { name: 'Извоз' }).waitFor()
    await reader.expectAccessible('no export')
    await reader.page.getByRole('button', { name: 'Извоз' }).hover()
    await reader.page.getByText('извозе', { exact: false }).waitFor()
    await reader.picture('export-denied')
    await reader.close()
  })

  it('brings rich texts, and tells of each row what could not be kept of them', async () => {
    const ana = await Person.at(browser, server)
    await ana.logIn('/apps/news-app/import')
    await ana.page.locator('input[type="file"]').setInputFiles({ name: 'news.csv', mimeType: 'text/csv', buffer: Buffer.from('externalId,title,body\nr:1,Untidy news,<p>Kept</p><script>gone</script>\nr:2,Tidy news,<p>Kept</p>\n') })
    await ana.page.getByRole('button', { name: 'Next: columns' }).click()
    await ana.page.getByRole('button', { name: 'Next: check' }).click()
    await ana.page.getByRole('button', { name: 'Import 2 rows' }).click()
    await ana.page.getByText('Finished · 2 of 2 done').waitFor()
    const told = ana.page.getByRole('list', { name: 'Not everything in the texts of one entry could be kept' }).getByRole('listitem')
    await told.waitFor()
    expect(await told.innerText()).toBe('Row 2 Untidy news Body: script')
    await ana.expectAccessible('import: rich text')
    await ana.picture('import-cleaned')
    await ana.close()
  })

  it('that is none is refused in words, at 390 pixels and in Serbian too', async () => {
    const ana = await Person.at(browser, server, { viewport: { width: 390, height: 844 }, locale: 'sr', colorScheme: 'dark' })
    // As of a server that takes less.
    await ana.page.route('**/sheets/award/limits', (route) => route.fulfill({ json: { maxBytes: 2_000_000, maxUnpackedBytes: 4_000_000, maxRows: 1234, maxColumns: 50 } }))
    await ana.logIn('/apps/awards-app/import')
    await ana.page.getByText('до 1.234 редова, 50 колона и 2 MB').waitFor()
    await ana.page.locator('input[type="file"]').setInputFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\u0003\u0004 no workbook') })
    await ana.page.getByRole('alert').getByText('оштећена').waitFor()
    await ana.expectAccessible('import refused')
    await ana.page.locator('input[type="file"]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('externalId;name;year\nx;Nagrada;mnogo\n') })
    await ana.page.getByRole('button', { name: 'Даље: колоне' }).click()
    await ana.expectAccessible('import columns, narrow')
    await ana.picture('import-columns-dark-390-sr')
    await ana.page.getByRole('button', { name: 'Даље: провера' }).click()
    await ana.page.locator('.sheet-rows .outcome[data-outcome="refused"]').waitFor()
    await ana.expectAccessible('import check, narrow')
    await ana.picture('import-check-dark-390-sr')
    await ana.close()
  })
})
