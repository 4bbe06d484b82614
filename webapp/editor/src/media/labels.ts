import { useTranslation } from 'react-i18next'
import type { Facet } from '../api/assets.ts'
import { localeName } from '../theme/format.ts'

const KINDS = ['image', 'video', 'audio', 'document', 'other'] as const
const ORIENTATIONS = ['landscape', 'portrait', 'square'] as const
const MISSING = ['alt', 'licence', 'creator'] as const

/** Licences that are proposed; any other can be written. */
export const LICENCES = ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-ND-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-NC-ND-4.0', 'All rights reserved']

const FORMATS: Record<string, string> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (DOCX)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (XLSX)',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint (PPTX)',
  'application/vnd.oasis.opendocument.text': 'OpenDocument (ODT)',
  'image/svg+xml': 'SVG',
  'video/quicktime': 'MOV',
}

export const formatName = (mimeType: string) => FORMATS[mimeType] ?? (mimeType.split('/').at(-1) ?? mimeType).replace(/^x-/, '').toUpperCase()

/** What the values of facets are called. */
export function useFacetLabel() {
  const { t } = useTranslation()
  return (facet: Facet, value: string): string => {
    const kind = KINDS.find((one) => one === value)
    const orientation = ORIENTATIONS.find((one) => one === value)
    const missing = MISSING.find((one) => one === value)
    if (facet === 'kind' && kind) return t(`media.kind.${kind}`)
    if (facet === 'orientation' && orientation) return t(`media.orientation.${orientation}`)
    if (facet === 'missing' && missing) return t(`media.missing.${missing}`)
    if (facet === 'language') return localeName(value)
    if (facet === 'format') return formatName(value)
    return value
  }
}
