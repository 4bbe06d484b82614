import { address, call, get, post, put, remove } from './http.ts'
import type { Job } from './jobs.ts'

export interface MappedColumn {
  column: string
  target?: string
  separator?: string
  decimal?: string
}

export interface Mapping {
  columns: MappedColumn[]
  clearEmpty?: boolean
  zone?: string
}

export interface SheetColumn {
  letter: string
  name: string
  examples: string[]
  suggestion: MappedColumn
}

/** Where a column can go; without a property it says which entry it is. */
export interface Target {
  target: string
  property?: string
  locale?: string
  type: string
  multiple: boolean
  required: boolean
}

export interface Sheet {
  id: string
  contentType: string
  name: string
  reading: { format: 'xlsx' | 'csv'; worksheet?: string; worksheets?: string[]; headings: number; encoding?: string; separator?: string }
  rows: number
  columns: SheetColumn[]
  targets: Target[]
  encodings: string[]
  job?: string
}

export interface RowReport {
  row: number
  outcome: 'created' | 'changed' | 'unchanged' | 'refused'
  id?: string
  title: string
  changes: { column?: string; field: string; before: string; after: string }[]
  problems: { column?: string; field: string; rule: string; message: string }[]
}

export interface Template {
  id: string
  mine: boolean
  owner: string
  template: { name: string; shared: boolean; mapping: Mapping }
}

export interface Reading {
  worksheet?: string
  headings?: number
  encoding?: string
  separator?: string
}

export async function bringSheet(type: string, file: File, reading: Reading = {}): Promise<Sheet> {
  const form = new FormData()
  form.append('file', file)
  return (await call<Sheet>('POST', `/sheets/${type}`, { form, query: { ...reading } })).data
}

export const checkSheet = (sheet: Sheet, mapping: Mapping, from: number, signal: AbortSignal) => post<{ total: number; from: number; rows: RowReport[] }>(`/sheets/${sheet.contentType}/${sheet.id}/check`, mapping, { query: { from, limit: 100 }, signal })
export const importSheet = (sheet: Sheet, mapping: Mapping) => post<Job>(`/sheets/${sheet.contentType}/${sheet.id}/import`, mapping)
export const resultAddress = (sheet: Sheet) => address(`/sheets/${sheet.contentType}/${sheet.id}/result`)

/** The sheet with what would become of each row, for saving. */
export async function downloadReport(sheet: Sheet, mapping: Mapping) {
  const { data, headers } = await call<Blob>('POST', `/sheets/${sheet.contentType}/${sheet.id}/report`, { body: mapping, file: true })
  const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get('Content-Disposition') ?? '')?.[1]
  const link = document.createElement('a')
  link.href = URL.createObjectURL(data)
  link.download = name ? decodeURIComponent(name) : `check.${sheet.reading.format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export const mappingTemplates = async (type: string) => (await get<{ templates: Template[] }>(`/mappings/${type}`)).templates
export const keepTemplate = (type: string, template: Template['template']) => post<Template>(`/mappings/${type}`, template)
export const changeTemplate = (type: string, id: string, template: Template['template']) => put<Template>(`/mappings/${type}/${id}`, template)
export const dropTemplate = (type: string, id: string) => remove(`/mappings/${type}/${id}`)
