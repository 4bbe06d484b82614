import { useEffect, useMemo, useRef, useState } from 'react'
import type { AppModel, Properties } from '../api/model.ts'
import { previewEntry } from '../api/preview.ts'
import { ApiError } from '../api/problem.ts'
import { useDraftVersion } from '../form/FormContext.tsx'
import type { Draft } from '../form/draft.ts'
import { same } from '../form/values.ts'
import { delivered } from './delivered.ts'

export interface Previewed {
  address?: string
  json: Properties
  /** Why this was made here, and not by the server. */
  local?: 'offline' | 'no-endpoint' | 'new'
}

/** Between the last key and the question to the server. */
const REST_MILLIS = 100

/** What readers will get: plain texts at once, all else when the server has answered. Its last answer stays until the next is there; older ones never come after newer ones. */
export function usePreview(app: AppModel, draft: Draft, locale: string): Previewed {
  const version = useDraftVersion(draft)
  const { values, entry } = draft
  const id = entry?.['@id']
  const here = useMemo(() => delivered(app, values, locale), [app, values, locale])
  const [answer, setAnswer] = useState<{ json: Properties; address: string; asked: Properties } | null>(null)
  const [trouble, setTrouble] = useState<Previewed['local']>()
  const isFirst = useRef(true)
  useEffect(() => {
    if (!id) return
    const gone = new AbortController()
    const ask = async () => {
      try {
        const preview = await previewEntry(app.contentType ?? '', id, draft.unsaved, locale, gone.signal)
        setAnswer({ json: preview.delivered, address: preview.address, asked: here })
        setTrouble(undefined)
      } catch (failure) {
        if (gone.signal.aborted) return
        setTrouble(failure instanceof ApiError && failure.code === 'path-not-found' ? 'no-endpoint' : 'offline')
      }
    }
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : REST_MILLIS)
    isFirst.current = false
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [app, draft, here, id, locale, version])
  if (!id) return { json: here, local: 'new' }
  if (trouble || !answer) return { json: here, local: trouble }
  return { json: ahead(app, answer.json, answer.asked, here), address: answer.address }
}

/** An answer with the plain texts that were typed since it was asked for. */
export function ahead(app: AppModel, json: Properties, asked: Properties, here: Properties): Properties {
  const result = { ...json }
  for (const field of app.detail?.fields ?? []) {
    const name = field.property
    if (!name || field.type !== 'textField' || field.confidential || field.multiple || same(asked[name], here[name])) continue
    const typed = here[name]
    if (typed === undefined) delete result[name]
    else result[name] = typed
  }
  return result
}
