import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'

export const FIELDS = 300
const KINDS = ['', '', '', ', i18n: true', '', '', ', type: Long', '', ', type: LocalDate', ', type: Boolean'] as const

/** A light module with a form of 300 fields on one page, and with a small type for a long list. */
export function writeModule(folder: string) {
  const types = join(folder, 'measured', 'contentTypes')
  const apps = join(folder, 'measured', 'apps')
  for (const place of [types, apps]) mkdirSync(place, { recursive: true })
  const datasource = (workspace: string) => `datasource:\n  workspace: ${workspace}\n  autoCreate: true\n  spread: true\n  namespaces: { measured: https://nephele.example/ns/measured/1.0 }\n`
  const fields = Array.from({ length: FIELDS - 1 }, (_, at) => `    field${at + 1}: { label: "Field number ${at + 1}"${KINDS[at % KINDS.length]} }`)
  writeFileSync(join(types, 'largeForm.yaml'), `${datasource('largeforms')}model:\n  nodeType: measured:largeForm\n  properties:\n    title: { required: true }\n${fields.join('\n')}\n`)
  // By itself the platform puts what classifies an entry on a page of its own.
  const onePage = ['title', ...Array.from({ length: FIELDS - 1 }, (_, at) => `field${at + 1}`)].map((name) => `{ name: ${name} }`).join(', ')
  writeFileSync(join(apps, 'large-form-app.yaml'), `!content-type:largeForm\nname: large-form-app\nlabel: Large form\nsubApps:\n  detail:\n    form:\n      layout: !override\n        $type: tabbedLayout\n        tabs: [{ name: content, fields: [${onePage}] }]\n`)
  writeFileSync(join(types, 'longList.yaml'), `${datasource('longlists')}model:\n  nodeType: measured:longList\n  properties:\n    title: { required: true, search: { text: 4, sort: true } }\n    place: { search: [facet, sort] }\n    year: { type: Long, search: [sort, range] }\n`)
}

const WORDS = ['loom', 'mill', 'kiln', 'press', 'lathe', 'forge', 'spindle', 'anvil', 'furnace', 'pulley', 'turbine', 'gearbox']

/** Entries of the long list, as newline-delimited JSON. */
export async function writeEntries(file: string, count: number) {
  const output = createWriteStream(file)
  for (let at = 0; at < count; at += 1) {
    const title = `${WORDS[at % 12]} ${WORDS[Math.floor(at / 12) % 12]} ${WORDS[Math.floor(at / 144) % 12]} ${at}`
    output.write(`${JSON.stringify({ externalId: `measured:${at}`, title, place: WORDS[(at * 7) % 12], year: 1900 + (at % 120) })}\n`)
  }
  output.end()
  await finished(output)
}
