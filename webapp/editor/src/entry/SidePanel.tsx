import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import { usedIn } from '../api/usedIn.ts'
import type { Draft } from '../form/draft.ts'
import { FailureBoundary, FailureCard } from '../shell/Failure.tsx'
import type { EntrySearch, PanelName } from './EntryEditor.tsx'
import { AgreementPanel } from './AgreementPanel.tsx'
import { CommentsPanel } from './CommentsPanel.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'
import { SchedulePanel } from './SchedulePanel.tsx'
import { UsedInList } from './UsedInList.tsx'
import { VersionsPanel } from './VersionsPanel.tsx'
import { WorkflowPanel } from './WorkflowPanel.tsx'

export interface PanelProps {
  app: AppModel
  draft: Draft
  locale: string
  onJump: (field: string) => void
  go: (change: Partial<EntrySearch>) => void
}

interface Props extends Omit<PanelProps, 'go'> {
  panel: PanelName
  go: (change: Partial<EntrySearch>) => void
  field?: string
  comment?: string
}

/** What is beside the form: what readers will get, versions, who refers to the entry, and what people do together with it. */
export default function SidePanel({ panel, go, field, comment, ...rest }: Props) {
  const { t } = useTranslation()
  const props: PanelProps = { ...rest, go }
  return (
    <aside className="side" data-panel={panel} aria-labelledby="side-title">
      <div className="panel-head">
        <h2 id="side-title">{t(`panel.${panel}`)}</h2>
        <ActionIcon aria-label={t('action.close')} onClick={() => go({ panel: undefined, field: undefined, comment: undefined })}><IconX size={16} /></ActionIcon>
      </div>
      <section className="side-body" tabIndex={0} aria-labelledby="side-title">
        <FailureBoundary key={panel}>
          {panel === 'preview' && <PreviewPanel {...props} />}
          {panel === 'versions' && <VersionsPanel {...props} />}
          {panel === 'usedin' && <UsedIn {...props} />}
          {panel === 'workflow' && <WorkflowPanel {...props} />}
          {panel === 'agreement' && <AgreementPanel {...props} />}
          {panel === 'comments' && <CommentsPanel {...props} field={field} comment={comment} />}
          {panel === 'schedule' && <SchedulePanel {...props} />}
        </FailureBoundary>
      </section>
    </aside>
  )
}

function UsedIn({ app, draft }: PanelProps) {
  const { t } = useTranslation()
  const id = draft.entry?.['@id'] ?? ''
  const found = useQuery({ queryKey: ['used-in', app.contentType, id], queryFn: () => usedIn(app.contentType ?? '', id) })
  if (found.isError) return <FailureCard error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <p className="quiet">{t('state.loading')}</p>
  if (found.data.total === 0) return <p className="quiet">{t('usedin.nothing')}</p>
  return (
    <>
      <p className="quiet small">{t('usedin.count', { count: found.data.total })}</p>
      <UsedInList referrers={found.data.usages} />
      {found.data.hidden > 0 && <p className="quiet small">{t('usedin.hidden', { count: found.data.hidden })}</p>}
    </>
  )
}
