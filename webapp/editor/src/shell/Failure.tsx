import { Button, CopyButton } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, newId } from '../api/problem.ts'

/** What went wrong, what is safe, what to do, and the id by which an administrator finds it; `isPage` where nothing else is on the page. */
export function FailureCard({ error, retry, isPage }: { error: unknown; retry?: () => void; isPage?: boolean }) {
  const { t } = useTranslation()
  const known = error instanceof ApiError
  const id = known ? error.id : shownId(error)
  const title = !known ? t('failure.defect') : error.isOffline ? t('failure.offline') : error.status === 403 ? t('failure.denied') : error.status === 404 ? t('failure.missing') : error.isPassing ? t('failure.passing') : t('failure.server')
  return (
    <div className="empty" role="alert">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p className="break">{known && !error.isOffline ? error.message : t('failure.kept')}</p>
      <div className="row wrap" style={{ justifyContent: 'center' }}>
        {retry && <Button onClick={retry}>{t('action.retry')}</Button>}
        <Button variant="default" onClick={() => window.location.reload()}>{t('action.reload')}</Button>
        <CopyButton value={id}>
          {({ copied, copy }) => (
            <Button variant="subtle" onClick={copy}>{copied ? t('action.copied') : t('failure.id', { id })}</Button>
          )}
        </CopyButton>
      </div>
    </div>
  )
}

const ids = new WeakMap<object, string>()

function shownId(error: unknown): string {
  if (typeof error !== 'object' || error === null) return newId()
  const id = ids.get(error) ?? newId()
  ids.set(error, id)
  return id
}

interface Props {
  children: ReactNode
  /** Where one is: what failed in one place is forgotten in the next. */
  place?: string
}

interface Failed {
  error: unknown
  place?: string
}

export class FailureBoundary extends Component<Props, Failed> {
  override state: Failed = { error: null }

  static getDerivedStateFromProps({ place }: Props, state: Failed): Failed | null {
    return place === state.place ? null : { error: null, place }
  }

  static getDerivedStateFromError(error: unknown): Partial<Failed> {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    console.error(`Failure ${shownId(error)}`, error)
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <FailureCard error={this.state.error} retry={() => this.setState({ error: null })} />
  }
}
