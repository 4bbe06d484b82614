import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AssetDetails } from '../api/assets.ts'
import { AssetView } from './AssetView.tsx'

const letter = (metadata: AssetDetails['metadata']) => ({
  '@id': 'jcr:letter', fileName: 'letter.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', contentHash: 'abc', properties: {}, metadata,
}) as unknown as AssetDetails
const place = document.createElement('div')
const root = createRoot(place)

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

it('shows the first page of an office file that brings a picture of it, and of no other', () => {
  act(() => root.render(<AssetView asset={letter({ thumbnail: true, pages: 2 })} title="Letter" />))
  expect(place.querySelector('img')?.src).toContain('/assets/jcr:letter/picture')
  expect(place.querySelector('figcaption')).not.toBeNull()

  act(() => root.render(<AssetView asset={letter({ pages: 2 })} title="Letter" />))
  expect(place.querySelector('img')).toBeNull()
})
