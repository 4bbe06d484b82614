import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { wholePictureOf, type PictureSize } from '../api/assets.ts'
import { moved, readCrop, readPoint, resized, shaped, writeCrop, type Part } from './crop.ts'
import { CutSizes, Veil } from './CutSizes.tsx'
import type { AssetForm } from './useAssetForm.ts'

interface Props {
  form: AssetForm
  sizes: PictureSize[]
  readOnly: boolean
}

const FREE = 'free'
const SHAPES: Record<string, number> = { '1:1': 1, '4:3': 4 / 3, '16:9': 16 / 9 }
const HANDLES = ['n', 'e', 's', 'w', 'nw', 'ne', 'se', 'sw']

const percent = (share: number) => Math.round(share * 1000) / 10

/** The part of a picture that is shown of it: drawn, moved by arrows, or given as numbers, and shown in each size that themes name. */
export function Crop({ form, sizes, readOnly }: Props) {
  const { t } = useTranslation()
  const [shape, setShape] = useState(FREE)
  const stage = useRef<HTMLDivElement>(null)
  const held = useRef<{ x: number; y: number; crop: Part; edges: string } | null>(null)
  const { asset } = form
  const stored = form.property('crop')
  const crop = readCrop(stored)
  const picture = { width: asset.width ?? 1200, height: asset.height ?? 800 }
  const ratioOf = (name: string) => (SHAPES[name] === undefined ? null : (SHAPES[name] * picture.height) / picture.width)
  const ratio = ratioOf(shape)
  const set = (next: Part) => { if (!readOnly) form.setProperty('crop', writeCrop(next)) }
  const onShape = (name: string) => {
    const next = ratioOf(name)
    setShape(name)
    if (next !== null) set(shaped(crop, next))
  }
  const onHold = (event: PointerEvent<HTMLDivElement>) => {
    if (readOnly || event.button !== 0) return
    const edges = event.target instanceof HTMLElement ? (event.target.dataset.edges ?? '') : ''
    held.current = { x: event.clientX, y: event.clientY, crop, edges }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onDrag = (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect()
    if (!held.current || !box) return
    const { x, y, crop: from, edges } = held.current
    const dx = (event.clientX - x) / box.width
    const dy = (event.clientY - y) / box.height
    set(edges === '' ? moved(from, dx, dy) : resized(from, edges, dx, dy, ratio))
  }
  const onLeave = () => { held.current = null }
  const onKey = (event: KeyboardEvent) => {
    const steps: Record<string, [number, number]> = { ArrowLeft: [-0.01, 0], ArrowRight: [0.01, 0], ArrowUp: [0, -0.01], ArrowDown: [0, 0.01] }
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const [dx, dy] = step
    set(event.shiftKey ? resized(crop, dx === 0 ? 's' : 'e', dx, dy, ratio) : moved(crop, dx, dy))
  }
  const source = wholePictureOf(asset, 'w1200-h1200')
  const values = { x: percent(crop.left), y: percent(crop.top), width: percent(crop.width), height: percent(crop.height) }
  const number = (label: string, value: number, change: (share: number) => Part, least = 0) => (
    <NumberInput label={label} value={value} min={least} max={100} step={1} decimalScale={1} suffix=" %" readOnly={readOnly}
      onChange={(next) => { if (typeof next === 'number' && next !== value) set(change(next / 100)) }} />
  )
  return (
    <div className="asset-fields">
      <p className="quiet small">{t('media.crop.help')}</p>
      <SegmentedControl aria-label={t('media.crop.shape')} className="crop-shapes" value={shape} onChange={onShape} disabled={readOnly}
        data={[{ value: FREE, label: t('media.crop.free') }, ...Object.keys(SHAPES).map((name) => ({ value: name, label: name }))]} />
      <div className="focus-stage crop-stage" ref={stage}>
        <img src={source} alt="" draggable={false} />
        <Veil crop={crop} />
        <div className="crop-box" style={{ left: `${crop.left * 100}%`, top: `${crop.top * 100}%`, width: `${crop.width * 100}%`, height: `${crop.height * 100}%` }} role="slider" tabIndex={readOnly ? -1 : 0}
          aria-label={t('media.crop')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(values.x)} aria-valuetext={t('media.crop.at', values)} aria-readonly={readOnly}
          onKeyDown={onKey} onPointerDown={onHold} onPointerMove={onDrag} onPointerUp={onLeave} onPointerCancel={onLeave}>
          {!readOnly && HANDLES.map((edges) => <span key={edges} className="crop-handle" data-edges={edges} aria-hidden />)}
        </div>
      </div>
      <div className="row wrap focus-numbers crop-numbers">
        {number(t('media.focus.left'), values.x, (share) => moved(crop, share - crop.left, 0))}
        {number(t('media.focus.top'), values.y, (share) => moved(crop, 0, share - crop.top))}
        {number(t('media.crop.width'), values.width, (share) => resized(crop, 'e', share - crop.width, 0, ratio), 1)}
        {number(t('media.crop.height'), values.height, (share) => resized(crop, 's', 0, share - crop.height, ratio), 1)}
        {stored !== undefined && !readOnly && <Button variant="default" flex="none" onClick={() => { setShape(FREE); form.setProperty('crop', null) }}>{t('media.crop.all')}</Button>}
      </div>
      <h3>{t('media.crop.sizes')}</h3>
      <CutSizes source={source} picture={picture} sizes={sizes} point={readPoint(form.property('focalPoint'), crop)} crop={crop} />
    </div>
  )
}
