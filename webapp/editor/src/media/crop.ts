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

const clamp = (value: number, most: number) => Math.min(Math.max(0, value), Math.max(0, most))

/** The part of a picture that fills a size, as the server cuts it: around the focal point, as far as the picture goes. All in pixels of the picture. */
export function partShown(picture: { width: number; height: number }, size: { width: number; height: number }, focus: Point): Part {
  const scale = Math.max(size.width / picture.width, size.height / picture.height)
  const width = Math.min(picture.width, size.width / scale)
  const height = Math.min(picture.height, size.height / scale)
  return { left: clamp(focus.x * picture.width - width / 2, picture.width - width), top: clamp(focus.y * picture.height - height / 2, picture.height - height), width, height }
}

export function readPoint(text: unknown): Point {
  const [x, y] = typeof text === 'string' ? text.split(',').map(Number) : []
  return x !== undefined && y !== undefined && x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : { x: 0.5, y: 0.5 }
}

const rounded = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000

/** As it is stored: shares from the left and from the top. */
export const writePoint = ({ x, y }: Point) => `${rounded(x)},${rounded(y)}`
