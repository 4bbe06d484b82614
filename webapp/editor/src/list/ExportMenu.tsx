import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListQuery } from '../api/entries.ts'
import { exportList, FORMATS, type Format } from '../api/sheets.ts'
import { useMe } from '../shell/Login.tsx'
import { useReason, useRight } from '../shell/rights.ts'
import { tellFailure } from '../shell/tell.ts'
import { formatNumber } from '../theme/format.ts'

interface Props {
  type: string
  query: Pick<ListQuery, 'q' | 'filter' | 'sort'>
  total: number
  marked: Set<string>
}

/** Takes the list away as a file: the entries that are marked, or all where none are. */
export function ExportMenu({ type, query, total, marked }: Props) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [opened, setOpened] = useState(false)
  const right = useRight('export', type)
  const denied = useReason(right)
  const ownOnly = useMe().rights[type]?.export === 'own'
  const take = async (format: Format) => {
    setBusy(true)
    await exportList(type, format, marked.size > 0 ? { ids: [...marked] } : { q: query.q, filters: query.filter, sort: query.sort ? query.sort.split(',') : undefined }).catch(tellFailure)
    setBusy(false)
  }
  const count = marked.size > 0 ? marked.size : total
  if (!right.allowed) {
    return (
      <Tooltip label={denied} multiline maw="20rem" events={{ hover: true, focus: true, touch: true }}>
        <ActionIcon size={30} variant="default" aria-label={t('export.title')} data-disabled aria-disabled><IconTableExport size={16} /></ActionIcon>
      </Tooltip>
    )
  }
  return (
    <Menu position="bottom-end" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tooltip label={t('export.title')} disabled={opened}><ActionIcon size={30} variant="default" aria-label={t('export.title')} loading={busy}><IconTableExport size={16} /></ActionIcon></Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(marked.size > 0 ? 'export.marked' : 'export.all', { count, formatted: formatNumber(count) })}{ownOnly && <br />}{ownOnly && t('export.own')}</Menu.Label>
        {FORMATS.map((format) => <Menu.Item key={format} onClick={() => void take(format)}>{t(`export.${format}`)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}
