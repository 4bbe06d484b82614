import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { wordDiff } from './words.ts'

export function WordDiff({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation()
  const pieces = useMemo(() => wordDiff(before, after), [before, after])
  return (
    <div className="diff">
      {pieces.map((piece, at) =>
        piece.kind === 'same' ? <span key={at}>{piece.text}</span>
          : piece.kind === 'added' ? <ins key={at}><span className="only-read">{t('diff.added')} </span>{piece.text}</ins>
            : <del key={at}><span className="only-read">{t('diff.gone')} </span>{piece.text}</del>,
      )}
    </div>
  )
}
