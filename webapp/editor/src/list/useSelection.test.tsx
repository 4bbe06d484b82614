import { act, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useSelection, type Selection } from './useSelection.ts'

let selection: Selection
const tell = (now: Selection) => { selection = now }
function Probe({ of }: { of: string }) {
  const now = useSelection(of)
  useEffect(() => tell(now), [now])
  return null
}
const root = createRoot(document.createElement('div'))

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

it('has all of a list until one of them is taken out, or the list shows something else', () => {
  act(() => root.render(<Probe of="one" />))
  act(() => { selection.add(['a', 'b']); selection.chooseAll() })
  expect(selection.all).toBe(true)
  act(() => selection.toggle('a'))
  expect([selection.all, [...selection.ids]]).toEqual([false, ['b']])
  act(() => selection.chooseAll())
  // One that was not loaded when they were marked.
  act(() => selection.toggle('z'))
  expect([selection.all, [...selection.ids]]).toEqual([false, ['b']])
  act(() => selection.chooseAll())
  act(() => root.render(<Probe of="another" />))
  expect([selection.all, selection.ids.size]).toEqual([false, 0])
})
