import { draftServer, readEntry } from '../api/entries.ts'
import type { AppModel, Field, Properties } from '../api/model.ts'
import { Draft } from '../form/draft.ts'
import { browserCopies } from '../form/localCopies.ts'

/** Reads an entry and takes up what an earlier session could not save; `new` starts one that does not exist yet. */
export async function openDraft(app: AppModel, id: string, user: string): Promise<Draft> {
  const type = app.contentType ?? ''
  const isNew = id === 'new'
  const entry = isNew ? null : await readEntry(type, id)
  const draft = new Draft(draftServer(type), browserCopies(user), `${type}/${id}`, entry, isNew ? initialValues(app.detail?.fields ?? []) : {})
  await draft.restore()
  return draft
}

export function initialValues(fields: Field[]): Properties {
  const values: Properties = {}
  for (const field of fields) {
    if (field.stored && field.defaultValue !== undefined && field.defaultValue !== null && field.property) values[field.property] = field.defaultValue as Properties[string]
  }
  return values
}
