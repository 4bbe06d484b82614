import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react'
import { geoGraticule10, geoMercator, geoPath } from 'd3-geo'
import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json'
import type { ControlProps } from './controls.tsx'

const WIDTH = 560
const HEIGHT = 300
const topology = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>
const land = feature(topology, topology.objects.land)
const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b)
const SCALES = [420, 900, 1800, 3600, 7200]
/** The middle of South-East Europe. */
const START: [number, number] = [20.5, 44.2]

interface Point {
  latitude: number
  longitude: number
}

export function readPoint(text: unknown): Point | null {
  if (typeof text !== 'string') return null
  const [latitude, longitude] = text.split(',').map((part) => Number(part.trim()))
  if (latitude === undefined || longitude === undefined || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

const written = ({ latitude, longitude }: Point) => `${latitude.toFixed(5)},${longitude.toFixed(5)}`

/** A place: by its coordinates, by a click on the map, or with the arrow keys on it. */
export default function MapControl({ value, id, labelId, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [zoom, setZoom] = useState(1)
  const svg = useRef<SVGSVGElement>(null)
  const point = readPoint(value)
  const [center, setCenter] = useState<[number, number]>(point ? [point.longitude, point.latitude] : START)
  const projection = useMemo(() => geoMercator().center(center).scale(SCALES[zoom] ?? 900).translate([WIDTH / 2, HEIGHT / 2]).clipExtent([[-2, -2], [WIDTH + 2, HEIGHT + 2]]), [center, zoom])
  const paths = useMemo(() => {
    const draw = geoPath(projection)
    return { land: draw(land) ?? '', borders: draw(borders) ?? '', grid: draw(geoGraticule10()) ?? '' }
  }, [projection])
  const at = point ? projection([point.longitude, point.latitude]) : null
  const put = (next: Point) => {
    setTyped(null)
    onChange(written(next))
  }
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    if (readOnly || !svg.current) return
    const box = svg.current.getBoundingClientRect()
    const place = projection.invert?.([((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT])
    if (place) put({ longitude: place[0], latitude: place[1] })
  }
  const onKey = (event: KeyboardEvent) => {
    const step = 900 / (SCALES[zoom] ?? 900) / (event.shiftKey ? 10 : 2)
    const by: Record<string, [number, number]> = { ArrowUp: [step, 0], ArrowDown: [-step, 0], ArrowLeft: [0, -step], ArrowRight: [0, step] }
    const move = by[event.key]
    if (event.key === '+' || event.key === '-') zoomBy(event.key === '+' ? 1 : -1)
    else if (move && !readOnly) {
      const from = point ?? { longitude: center[0], latitude: center[1] }
      const next = { latitude: from.latitude + move[0], longitude: from.longitude + move[1] }
      put(next)
      const spot = projection([next.longitude, next.latitude])
      if (spot && (spot[0] < 30 || spot[0] > WIDTH - 30 || spot[1] < 30 || spot[1] > HEIGHT - 30)) setCenter([next.longitude, next.latitude])
    } else return
    event.preventDefault()
  }
  const zoomBy = (by: number) => {
    if (point) setCenter([point.longitude, point.latitude])
    setZoom(Math.max(0, Math.min(SCALES.length - 1, zoom + by)))
  }
  const type = (text: string) => {
    setTyped(text)
    if (text.trim() === '') onChange(undefined)
    const read = readPoint(text)
    if (read) {
      onChange(written(read))
      setCenter([read.longitude, read.latitude])
    }
  }
  return (
    <div className="map">
      <div className="row wrap">
        <TextInput id={id} aria-labelledby={labelId} aria-describedby={describedBy} error={invalid || (typed !== null && typed.trim() !== '' && !readPoint(typed))} readOnly={readOnly} w="14rem" placeholder="44.81780, 20.45690"
          value={typed ?? (typeof value === 'string' ? value : '')} onChange={(event) => type(event.currentTarget.value)} onBlur={() => setTyped(null)} />
        <span className="quiet small">{t('map.form')}</span>
        {point && !readOnly && <Button variant="subtle" size="compact-sm" leftSection={<IconX size={14} aria-hidden />} onClick={() => onChange(undefined)}>{t('action.remove')}</Button>}
      </div>
      <div className="map-frame">
        <svg ref={svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="application" tabIndex={0} aria-label={t('map.label', { place: point ? written(point) : t('map.none') })} onClick={onClick} onKeyDown={onKey}>
          <path d={paths.grid} className="map-grid" />
          <path d={paths.land} className="map-land" />
          <path d={paths.borders} className="map-borders" />
          {at && <g transform={`translate(${at[0]} ${at[1]})`}><circle r="9" className="map-halo" /><circle r="4.5" className="map-point" /></g>}
        </svg>
        <div className="map-tools">
          <ActionIcon variant="default" size={28} aria-label={t('map.in')} onClick={() => zoomBy(1)}><IconPlus size={15} /></ActionIcon>
          <ActionIcon variant="default" size={28} aria-label={t('map.out')} onClick={() => zoomBy(-1)}><IconMinus size={15} /></ActionIcon>
        </div>
      </div>
      <p className="quiet tiny">{t('map.disclaimer')}</p>
    </div>
  )
}
