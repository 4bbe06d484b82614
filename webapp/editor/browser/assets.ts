import { expect } from 'vitest'
import { PASSWORD, type Server } from './server.ts'

export const ASSETS = '/.rest/editor/v1/assets'

export interface Asset {
  '@id': string
  '@path': string
  contentHash: string
  size: number
  trash: boolean
  properties: Record<string, unknown>
}

const CREDENTIALS = { Authorization: `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}` }

export const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })

export const findAssets = async (server: Server, q: string) => (await server.api<{ results: Asset[] }>('GET', `${ASSETS}?q=${encodeURIComponent(q)}`)).results

/** Puts a file into the library, past the interface. */
export async function uploadAsset(server: Server, name: string, bytes: Buffer, folder = '/tests'): Promise<string> {
  const begun = await fetch(`${server.base}/.rest/editor/v1/uploads`, { method: 'POST', headers: { ...CREDENTIALS, 'Tus-Resumable': '1.0.0', 'Upload-Length': String(bytes.length), 'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')},folder ${Buffer.from(folder).toString('base64')}` } })
  const sent = await fetch(new URL(begun.headers.get('Location') ?? '', server.base), { method: 'PATCH', headers: { ...CREDENTIALS, 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }, body: new Uint8Array(bytes) })
  expect(sent.status).toBe(204)
  return decodeURIComponent(sent.headers.get('Content-Location')?.split('/').at(-1) ?? '')
}
