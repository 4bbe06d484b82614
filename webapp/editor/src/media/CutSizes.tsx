import { useTranslation } from 'react-i18next'
import { type PictureSize } from '../api/assets.ts'
import { partShown, sizeWithin, type Part, type Point } from './crop.ts'

interface Props {
  /** All of the picture, and how large it is. */
  source: string
  picture: { width: number; height: number }
  sizes: PictureSize[]
  point: Point
  crop: Part
}

export const isCut = (size: PictureSize) => size.crop && size.width > 0 && size.height > 0

/** A picture as it will be seen in sizes that themes name, before it is saved. */
export function CutSizes({ source, picture, sizes, point, crop }: Props) {
  const { t } = useTranslation()
  if (sizes.length === 0) return <p className="quiet small">{t('media.focus.noSizes')}</p>
  return (
    <ul className="crops">
      {sizes.map((size) => {
        const seen = isCut(size) ? size : sizeWithin(picture, size, crop)
        const part = partShown(picture, seen, point, crop)
        return (
          <li key={size.name} style={{ flexGrow: seen.width / seen.height, flexBasis: `${Math.round(130 * (seen.width / seen.height))}px` }}>
            <div className="crop" data-crop={size.name} style={{ aspectRatio: `${seen.width} / ${seen.height}` }}>
              <img src={source} alt="" draggable={false} style={{ width: `${(picture.width / part.width) * 100}%`, height: `${(picture.height / part.height) * 100}%`, left: `${(-part.left / part.width) * 100}%`, top: `${(-part.top / part.height) * 100}%` }} />
            </div>
            <span className="tiny quiet">{size.name} · {seen.width} × {seen.height}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** Over what is cut off. */
export function Veil({ crop }: { crop: Part }) {
  const at = (x: number, y: number) => `${x * 100}% ${y * 100}%`
  const [right, bottom] = [crop.left + crop.width, crop.top + crop.height]
  const hole = [at(crop.left, crop.top), at(right, crop.top), at(right, bottom), at(crop.left, bottom), at(crop.left, crop.top)]
  return <span className="crop-veil" style={{ clipPath: `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${hole.join(', ')})` }} />
}
