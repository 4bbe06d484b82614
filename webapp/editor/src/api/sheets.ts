import { answer, api, type Schemas } from './client.ts'
import { address, call, keepFile } from './http.ts'

export type MappedColumn = Schemas['SheetMappingColumn']
export type Mapping = Schemas['SheetMapping']
export type SheetColumn = Schemas['ImportSheetsColumn']
/** Where a column can go; without a property it says which entry it is. */
export type Target = Schemas['ColumnTargetsChoice']
export type Sheet = Schemas['ImportSheetsView']
export type RowReport = Schemas['RowReport']
export type Template = Schemas['Template']
/** How a file shall be read; what is not said is found out. */
export type Reading = Partial<Pick<Schemas['Reading'], 'worksheet' | 'headings' | 'encoding' | 'separator'>>

const at = ({ contentType, id }: Sheet) => ({ type: contentType, id })

export async function bringSheet(type: string, file: File, reading: Reading = {}): Promise<Sheet> {
  const form = new FormData()
  form.append('file', file)
  return (await call<Sheet>('POST', `/sheets/${type}`, { form, query: { ...reading } })).data
}

/** How large a spreadsheet may be. */
export const limitsQuery = (type: string) => ({ queryKey: ['sheet-limits', type], queryFn: () => answer(api.GET('/sheets/{type}/limits', { params: { path: { type } } })), staleTime: 300_000 })

export const checkSheet = (sheet: Sheet, mapping: Mapping, from: number, signal: AbortSignal) => answer(api.POST('/sheets/{type}/{id}/check', { params: { path: at(sheet), query: { from, limit: 100 } }, body: mapping, signal }))
export const importSheet = (sheet: Sheet, mapping: Mapping) => answer(api.POST('/sheets/{type}/{id}/import', { params: { path: at(sheet) }, body: mapping }))
export const resultAddress = (sheet: Sheet) => address(`/sheets/${sheet.contentType}/${sheet.id}/result`)

/** The sheet with what would become of each row, for saving. */
export async function downloadReport(sheet: Sheet, mapping: Mapping) {
  keepFile(await call<Blob>('POST', `/sheets/${sheet.contentType}/${sheet.id}/report`, { body: mapping, file: true }), `check.${sheet.reading.format}`)
}

export const FORMATS = ['xlsx', 'csv', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** A list, or the entries named, whole: one row an entry, one column a locale, as an import understands it. */
export async function exportList(type: string, format: Format, of: Omit<Schemas['Export'], 'format'>) {
  keepFile(await call<Blob>('POST', `/exports/${type}`, { body: { format, ...of }, file: true }), `${type}.${format}`)
}

export const mappingTemplates = async (type: string) => (await answer(api.GET('/mappings/{type}', { params: { path: { type } } }))).templates
export const keepTemplate = (type: string, template: Template['template']) => answer(api.POST('/mappings/{type}', { params: { path: { type } }, body: template }))
export const changeTemplate = (type: string, id: string, template: Template['template']) => answer(api.PUT('/mappings/{type}/{id}', { params: { path: { type, id } }, body: template }))
export const dropTemplate = (type: string, id: string) => answer(api.DELETE('/mappings/{type}/{id}', { params: { path: { type, id } } }))
