import { Button, NumberInput } from '@mantine/core'
import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { wholePictureOf, type PictureSize } from '../api/assets.ts'
import { readCrop, readPoint, writePoint, type Point } from './crop.ts'
import { CutSizes, isCut, Veil } from './CutSizes.tsx'
import type { AssetForm } from './useAssetForm.ts'

interface Props {
  form: AssetForm
  sizes: PictureSize[]
  readOnly: boolean
}

const percent = (share: number) => Math.round(share * 1000) / 10

/** What stays in sight when a picture is cut: set by a click, by arrows, or as numbers, and shown in each size that themes name. */
export function FocalPoint({ form, sizes, readOnly }: Props) {
  const { t } = useTranslation()
  const stage = useRef<HTMLDivElement>(null)
  const { asset } = form
  const stored = form.property('focalPoint')
  const crop = readCrop(form.property('crop'))
  const point = readPoint(stored, crop)
  const set = (next: Point) => { if (!readOnly) form.setProperty('focalPoint', writePoint(next)) }
  const onClick = (event: MouseEvent) => {
    const box = stage.current?.getBoundingClientRect()
    if (box) set({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height })
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 0.1 : 0.01
    const moves: Record<string, Point> = { ArrowLeft: { x: point.x - step, y: point.y }, ArrowRight: { x: point.x + step, y: point.y }, ArrowUp: { x: point.x, y: point.y - step }, ArrowDown: { x: point.x, y: point.y + step }, Home: { x: 0, y: point.y }, End: { x: 1, y: point.y }, PageUp: { x: point.x, y: point.y - 0.1 }, PageDown: { x: point.x, y: point.y + 0.1 } }
    const next = moves[event.key]
    if (!next) return
    event.preventDefault()
    set(next)
  }
  const source = wholePictureOf(asset, 'w1200-h1200')
  const picture = { width: asset.width ?? 1200, height: asset.height ?? 800 }
  return (
    <div className="asset-fields">
      <p className="quiet small">{t('media.focus.help')}</p>
      <div className="focus-stage" ref={stage} role="slider" tabIndex={readOnly ? -1 : 0} aria-label={t('media.focus')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(point.x * 100)} aria-valuetext={t('media.focus.at', { x: percent(point.x), y: percent(point.y) })} aria-readonly={readOnly} onClick={onClick} onKeyDown={onKey}>
        <img src={source} alt="" draggable={false} />
        <Veil crop={crop} />
        <span className="focus-mark" style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }} />
      </div>
      <div className="row wrap focus-numbers">
        <NumberInput label={t('media.focus.left')} value={percent(point.x)} min={0} max={100} step={1} decimalScale={1} suffix=" %" readOnly={readOnly} onChange={(value) => set({ x: Number(value) / 100, y: point.y })} />
        <NumberInput label={t('media.focus.top')} value={percent(point.y)} min={0} max={100} step={1} decimalScale={1} suffix=" %" readOnly={readOnly} onChange={(value) => set({ x: point.x, y: Number(value) / 100 })} />
        {stored !== undefined && !readOnly && <Button variant="default" flex="none" onClick={() => form.setProperty('focalPoint', null)}>{t('media.focus.middle')}</Button>}
      </div>
      <h3>{t('media.focus.sizes')}</h3>
      <CutSizes source={source} picture={picture} sizes={sizes.filter(isCut)} point={point} crop={crop} />
    </div>
  )
}
