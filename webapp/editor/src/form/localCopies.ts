import { openDB, type IDBPDatabase } from 'idb'
import type { Properties } from '../api/model.ts'
import type { Step } from './history.ts'
import { same } from './values.ts'

/** What somebody has typed and the server may not have yet, as it is kept in this browser. */
export interface LocalCopy {
  revision: number
  base: Properties
  values: Properties
  steps: Step[]
  at: number
}

export interface LocalCopies {
  read(key: string): Promise<LocalCopy | undefined>
  write(key: string, copy: LocalCopy): Promise<void>
  remove(key: string): Promise<void>
  move(from: string, to: string): Promise<void>
}

/** What is saved is kept for a reload. Who closed the window instead does not come back to it. */
const SAVED_KEPT_MILLIS = 24 * 3_600_000

let database: Promise<IDBPDatabase> | null = null

function open() {
  database ??= openDB('nephele', 1, { upgrade: (db) => void db.createObjectStore('copies') }).then(tidied)
  return database
}

async function tidied(db: IDBPDatabase): Promise<IDBPDatabase> {
  for (let cursor = await db.transaction('copies', 'readwrite').store.openCursor(); cursor; cursor = await cursor.continue()) {
    const copy = cursor.value as LocalCopy
    if (Date.now() - copy.at > SAVED_KEPT_MILLIS && same(copy.values, copy.base)) await cursor.delete()
  }
  return db
}

/** In IndexedDB: survives reloads, crashes and restarts of the browser. Each person has her own. */
export function browserCopies(user: string): LocalCopies {
  const named = (key: string) => `${user}/${key}`
  return {
    read: async (key) => (await open()).get('copies', named(key)) as Promise<LocalCopy | undefined>,
    write: async (key, copy) => void (await (await open()).put('copies', copy, named(key))),
    remove: async (key) => (await open()).delete('copies', named(key)),
    move: async (from, to) => {
      const transaction = (await open()).transaction('copies', 'readwrite')
      const copy: unknown = await transaction.store.get(named(from))
      if (copy) await transaction.store.put(copy, named(to))
      await transaction.store.delete(named(from))
      await transaction.done
    },
  }
}

/** For a form that is saved or given up as a whole. */
export const NOTHING_KEPT: LocalCopies = { read: () => Promise.resolve(undefined), write: () => Promise.resolve(), remove: () => Promise.resolve(), move: () => Promise.resolve() }
