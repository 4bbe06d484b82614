import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Asset } from '../api/assets.ts'
import { AssetPicture } from './AssetPicture.tsx'

const asset = (id: string) => ({ '@id': id, '@path': `/${id}`, fileName: id, mimeType: 'image/png', contentHash: id, size: 1 }) as unknown as Asset
const place = document.createElement('div')
const root = createRoot(place)

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

it('shows the picture of an asset that takes the place of one whose picture is broken', () => {
  act(() => root.render(<AssetPicture asset={asset('jcr:one')} />))
  act(() => void place.querySelector('img')?.dispatchEvent(new Event('error')))
  expect(place.querySelector('img')).toBeNull()

  act(() => root.render(<AssetPicture asset={asset('jcr:two')} />))
  expect(place.querySelector('img')?.src).toContain('two')
})

it('leaves nothing of the picture before while the next one is loaded', () => {
  act(() => root.render(<AssetPicture asset={asset('jcr:three')} />))
  const before = place.querySelector('img')
  act(() => root.render(<AssetPicture asset={asset('jcr:four')} />))
  expect(place.querySelector('img')).not.toBe(before)
})

it('asks for another picture when another part of it is shown', () => {
  act(() => root.render(<AssetPicture asset={asset('jcr:five')} />))
  const whole = place.querySelector('img')?.src
  act(() => root.render(<AssetPicture asset={{ ...asset('jcr:five'), crop: '0,0,0.5,1' }} />))
  expect(place.querySelector('img')?.src).not.toBe(whole)
})
