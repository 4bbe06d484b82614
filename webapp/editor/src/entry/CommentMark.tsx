import { IconMessage, IconMessagePlus } from '@tabler/icons-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentContext, fieldOfPath } from './comments.ts'

/** How many open threads a field has, beside its label; without one, a way to begin it that the keyboard has as Alt+C. */
export function CommentMark({ path, label }: { path: string; label: string }) {
  const { t } = useTranslation()
  const marks = useContext(CommentContext)
  if (!marks) return null
  const field = fieldOfPath(path)
  const count = marks.open.get(field) ?? 0
  return (
    <button type="button" className="comment-mark" data-count={count || undefined} tabIndex={count > 0 ? 0 : -1} onClick={() => marks.show(field)}
      aria-label={count > 0 ? t('comments.onField', { count, field: label }) : t('comments.addTo', { field: label })}>
      {count > 0 ? <><IconMessage size={14} aria-hidden />{count}</> : <IconMessagePlus size={14} aria-hidden />}
    </button>
  )
}
