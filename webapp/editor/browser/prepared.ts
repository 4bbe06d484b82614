import { PASSWORD, type Server } from './server.ts'

export const EDITOR = '/.rest/editor/v1'

export interface Entry {
  '@id': string
  '@name': string
  state: string
  revision: number
  properties: Record<string, unknown>
}

interface Found {
  total: number
  results: Entry[]
}

/** The entries of a type, or one of them. */
export const entriesOf = (type: string, id?: string) => `${EDITOR}/entries/${type}${id ? `/${id}` : ''}`

export const findEntries = (server: Server, type: string, query: string) => server.api<Found>('GET', `${entriesOf(type)}?${query}`)

export const stored = (server: Server, type: string, id: string) => server.api<Entry>('GET', entriesOf(type, id))

export const write = async (server: Server, type: string, properties: Record<string, unknown>) => (await server.api<Entry>('POST', entriesOf(type), properties))['@id']

/** Published organisations of the sample content, always the same. */
export const organisations = async (server: Server, count: number) => (await findEntries(server, 'organisation', `limit=${count}&state=published&sort=name`)).results.map((one) => one['@id'])

/** An award that lacks nothing. */
export const awardOf = (owner: string | undefined, name: string) => ({ name, summary: 'An award for machines that help in small workshops.', ownerOrganisation: owner, body: 'Sample jury', year: 2026 })

export async function award(server: Server, name: string, more: Record<string, unknown> = {}) {
  const [owner] = await organisations(server, 1)
  return write(server, 'award', { ...awardOf(owner, name), ...more })
}

/** Somebody with the password of all. */
export async function user(server: Server, name: string, fullName: string, roles: string[], of: string[] = [], locales: string[] = []) {
  await server.api('POST', `${EDITOR}/users`, { name, fullName, password: PASSWORD, roles, organisations: of, locales })
}
