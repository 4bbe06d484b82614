import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { usePages } from './usePages.ts'

interface Page { total: number; results: number[] }

function Probe({ total, asked }: { total: number; asked: (offset: number) => void }) {
  const read = ({ offset }: { offset: number }): Promise<Page> => { asked(offset); return Promise.resolve({ total, results: [offset] }) }
  return usePages<Page>({ key: [total], read, farthest: 1_000_000 }).total
}

it.each([
  { total: 60, offsets: [0] },
  { total: 9_000, offsets: [0, 60] },
  { total: 100_000, offsets: [0, 60, 99_960] },
  { total: 300_000, offsets: [0, 60] },
])('reads a list of $total ahead from its start, and once the end of a long one', async ({ total, offsets }) => {
  const asked: number[] = []
  const root = createRoot(document.createElement('div'))
  root.render(<QueryClientProvider client={new QueryClient()}><Probe total={total} asked={(offset) => asked.push(offset)} /></QueryClientProvider>)
  await vi.waitFor(() => expect(asked).toHaveLength(offsets.length), { timeout: 3_000 })
  await new Promise((done) => setTimeout(done, 20))
  expect(asked).toEqual(offsets)
  root.unmount()
})
