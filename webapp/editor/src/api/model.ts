import type { Schemas } from './client.ts'

/** The app model of `GET /apps/{name}`: a list of entries and a form for one, as docs/schemas/app-model.schema.json describes it. */

export type Label = Schemas['Label']
export type AppSummary = Schemas['Summary']
export type AppModel = Schemas['AppModel']
export type ContentLocale = Schemas['ContentLocale']
export type BrowserModel = Schemas['Browser']
export type View = Schemas['View']
export type Column = Schemas['Column']
export type Filter = Schemas['Filter']
export type Action = Schemas['Action']
export type DetailModel = Schemas['Detail']
export type Tab = Schemas['Tab']
export type Datasource = Schemas['Datasource']
export type Field = Schemas['Field']
export type Validator = Schemas['Validator']
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Properties = Record<string, Json>

/** Whether somebody may do something, and else which rule says no and who can change that. */
export type Permission = Schemas['Permission']

export type Entry = Omit<Schemas['Entry'], 'properties'> & { properties: Properties }

/** `titles` are of the entries and of all they refer to, by id. */
export type EntryPage = Omit<Schemas['EntryPage'], 'results'> & { results: Entry[] }

export type Bucket = Schemas['Bucket']
