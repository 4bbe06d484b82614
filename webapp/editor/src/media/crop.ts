export interface Part {
  left: number
  top: number
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** All of a picture, in shares of its width and height. */
export const WHOLE: Part = { left: 0, top: 0, width: 1, height: 1 }

/** What is smaller, in width or height, the server refuses. */
const LEAST = 0.01

const clamp = (value: number, most: number) => Math.min(Math.max(0, value), Math.max(0, most))

interface Size {
  width: number
  height: number
}

/** The part of a picture that fills a size, as the server cuts it: around the focal point, as far as the crop goes. All in pixels of the picture, but for the crop. */
export function partShown(picture: Size, size: Size, focus: Point, crop = WHOLE): Part {
  const shown = { left: crop.left * picture.width, top: crop.top * picture.height, width: crop.width * picture.width, height: crop.height * picture.height }
  const scale = Math.max(size.width / shown.width, size.height / shown.height)
  const width = Math.min(shown.width, size.width / scale)
  const height = Math.min(shown.height, size.height / scale)
  const left = clamp(focus.x * picture.width - shown.left - width / 2, shown.width - width)
  const top = clamp(focus.y * picture.height - shown.top - height / 2, shown.height - height)
  return { left: shown.left + left, top: shown.top + top, width, height }
}

/** How large a picture is in a size that it is not cut for: whole within it, and never larger than it is. */
export function sizeWithin(picture: Size, size: Size, crop = WHOLE): Size {
  const width = crop.width * picture.width
  const height = crop.height * picture.height
  const scale = Math.min(1, (size.width || Infinity) / width, (size.height || Infinity) / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The focal point; where none is set, the middle of what is shown. */
export function readPoint(text: unknown, crop = WHOLE): Point {
  const [x, y] = typeof text === 'string' ? text.split(',').map(Number) : []
  return x !== undefined && y !== undefined && x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : { x: crop.left + crop.width / 2, y: crop.top + crop.height / 2 }
}

const rounded = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000

/** As it is stored: shares from the left and from the top. */
export const writePoint = ({ x, y }: Point) => `${rounded(x)},${rounded(y)}`

/** The part of a picture that is shown of it; all of it where none is set. */
export function readCrop(text: unknown): Part {
  const [left, top, width, height] = typeof text === 'string' ? text.split(',').map(Number) : []
  if (left === undefined || top === undefined || width === undefined || height === undefined) return WHOLE
  const isWithin = left >= 0 && top >= 0 && width >= LEAST && height >= LEAST && left + width <= 1.000001 && top + height <= 1.000001
  return isWithin ? { left, top, width, height } : WHOLE
}

const STEPS = 10_000

/** As it is stored, left, top, width and height; null for all of the picture. */
export function writeCrop(crop: Part): string | null {
  const axis = (from: number, length: number): [number, number] => {
    const start = Math.min(Math.round(clamp(from, 1) * STEPS), STEPS - STEPS * LEAST)
    // Its end is rounded, not its length: so it does not reach beyond the picture.
    const end = Math.max(Math.min(Math.round((from + length) * STEPS), STEPS), start + STEPS * LEAST)
    return [start / STEPS, (end - start) / STEPS]
  }
  const [left, width] = axis(crop.left, crop.width)
  const [top, height] = axis(crop.top, crop.height)
  return width === 1 && height === 1 ? null : [left, top, width, height].join(',')
}

export const moved = (crop: Part, dx: number, dy: number): Part => ({ ...crop, left: clamp(crop.left + dx, 1 - crop.width), top: clamp(crop.top + dy, 1 - crop.height) })

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/**
 * With some of its edges moved, as far as the picture goes.
 * @param edges of n, e, s and w
 * @param ratio of its width to its height, in shares, which is kept; null for any
 */
export function resized(crop: Part, edges: string, dx: number, dy: number, ratio: number | null): Part {
  const right = crop.left + crop.width
  const bottom = crop.top + crop.height
  const left = edges.includes('w') ? between(crop.left + dx, 0, right - LEAST) : crop.left
  const top = edges.includes('n') ? between(crop.top + dy, 0, bottom - LEAST) : crop.top
  const width = (edges.includes('e') ? between(right + dx, left + LEAST, 1) : right) - left
  const height = (edges.includes('s') ? between(bottom + dy, top + LEAST, 1) : bottom) - top
  if (ratio === null) return { left, top, width, height }
  // The edge that is held leads, and the one opposite to it stays; the other way there may be less room.
  const isTall = edges === 'n' || edges === 's'
  const roomAcross = edges.includes('w') ? right : 1 - crop.left
  const roomDown = edges.includes('n') ? bottom : 1 - crop.top
  const across = Math.min(Math.max(isTall ? height * ratio : width, LEAST, LEAST * ratio), roomAcross, roomDown * ratio)
  const down = across / ratio
  return { left: edges.includes('w') ? right - across : crop.left, top: edges.includes('n') ? bottom - down : crop.top, width: across, height: down }
}

/** In another shape around the same middle: as wide as it is, where the picture is high enough. */
export function shaped(crop: Part, ratio: number): Part {
  const width = Math.min(Math.max(crop.width, LEAST, LEAST * ratio), ratio, 1)
  const height = width / ratio
  return { left: clamp(crop.left + (crop.width - width) / 2, 1 - width), top: clamp(crop.top + (crop.height - height) / 2, 1 - height), width, height }
}
