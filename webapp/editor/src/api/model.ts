/** The app model of `GET /apps/{name}`: a list of entries and a form for one, as docs/schemas/app-model.schema.json describes it. */

export interface Label {
  text: string
  /** Keys that were looked for, the most specific first; the developer mode shows them. */
  keys?: string[]
  missing?: boolean
}

export interface AppSummary {
  name: string
  module: string
  label: Label
  icon?: string
  group: string
  groupLabel: Label
  contentType?: string
}

export interface AppModel {
  name: string
  module: string
  label: Label
  icon?: string
  group: string
  contentType?: string
  workspace?: string
  language: string
  defaultLocale: string
  locales: ContentLocale[]
  browser?: BrowserModel
  detail?: DetailModel
  generation: number
}

export interface ContentLocale {
  id: string
  label: string
  fallbacks: string[]
}

export interface BrowserModel {
  label: Label
  views: View[]
  filters: Filter[]
  searchEnabled: boolean
  searchPlaceholder?: Label
  actions: Action[]
}

export interface View {
  name: string
  type: 'tree' | 'list' | 'thumbnail'
  label: Label
  multiSelect: boolean
  readOnly: boolean
  columns: Column[]
}

export interface Column {
  name: string
  type: 'title' | 'status' | 'date' | 'path' | 'icon' | 'property'
  property?: string
  label: Label
  valueType?: string
  multiple: boolean
  i18n: boolean
  sortable: boolean
  datasource?: Datasource
  attributes: Record<string, unknown>
}

export interface Filter {
  name: string
  kind: 'text' | 'choice' | 'reference' | 'number' | 'date' | 'flag' | 'state'
  property?: string
  label: Label
  facet: boolean
  datasource?: Datasource
}

export interface Action {
  name: string
  type: string
  label: Label
  description?: Label
  icon?: string
  availability: { root: boolean; nodes: boolean; multiple: boolean; roles: string[]; rules: { name: string; type: string; negate: boolean }[] }
  parameters: Record<string, unknown>
  messages: Record<string, Label>
}

export interface DetailModel {
  label: Label
  layout: { type: 'tabs' | 'stacked' | 'horizontal'; tabs: Tab[] }
  fields: Field[]
  actions: Action[]
}

export interface Tab {
  name: string
  label: Label
  fields: string[]
}

export interface Datasource {
  kind: 'options' | 'vocabulary' | 'entries' | 'assets' | 'unavailable'
  url?: string
  tree?: boolean
  contentTypes?: string[]
  options?: { value: string; label: Label; selected: boolean; icon?: string }[]
  reason?: string
  parameters: Record<string, unknown>
}

export interface Field {
  name: string
  property?: string
  stored: boolean
  type: string
  declaredType: string
  valueType: string
  label: Label
  description?: Label
  placeholder?: Label
  required: boolean
  requiredMessage?: Label
  readOnly: boolean
  i18n: boolean
  multiple: boolean
  confidential: boolean
  defaultValue?: unknown
  validators: Validator[]
  datasource?: Datasource
  storage?: 'child' | 'same'
  layout?: string
  fields?: Field[]
  item?: Field
  selector?: Field
  forms?: { name: string; label: Label; fields: Field[] }[]
  attributes: Record<string, unknown>
}

export interface Validator {
  type: string
  enforced: boolean
  errorMessage?: Label
  parameters: Record<string, unknown>
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Properties = Record<string, Json>

/** Whether somebody may do something, and else which rule says no and who can change that. */
export interface Permission {
  allowed: boolean
  rule?: string
  whoCanGrant?: string[]
}

export interface Entry {
  '@id': string
  '@name': string
  '@path': string
  '@nodeType': string
  revision: number
  state: 'not-published' | 'modified' | 'published' | 'deleted'
  'mgnl:created'?: string
  'mgnl:lastModified'?: string
  'mgnl:lastActivated'?: string
  'mgnl:lastModifiedBy'?: string
  locales?: Record<string, number>
  '@permissions'?: Record<'read' | 'write' | 'publish' | 'comment' | 'delete', Permission | undefined>
  properties: Properties
}

export interface EntryPage {
  total: number
  offset: number
  limit: number
  results: Entry[]
  /** Of the entries and of all they refer to, by id. */
  titles: Record<string, string>
  facets: Record<string, { buckets: Bucket[]; otherCount: number; truncated: boolean }>
}

export interface Bucket {
  value: string
  label: string
  count: number
  selected: boolean
  children: Bucket[]
}
