import { describe, expect, it } from 'vitest'
import { moved, partShown, readCrop, readPoint, resized, shaped, sizeWithin, WHOLE, writeCrop, writePoint, type Part } from './crop.ts'

describe('a focal point', () => {
  it('is in the middle of what is cut out, as far as the picture goes', () => {
    const picture = { width: 1000, height: 500 }
    expect(partShown(picture, { width: 100, height: 100 }, { x: 0.5, y: 0.5 })).toEqual({ left: 250, top: 0, width: 500, height: 500 })
    expect(partShown(picture, { width: 100, height: 100 }, { x: 0.9, y: 0.5 })).toEqual({ left: 500, top: 0, width: 500, height: 500 })
    expect(partShown(picture, { width: 640, height: 160 }, { x: 0, y: 0.6 })).toEqual({ left: 0, top: 175, width: 1000, height: 250 })
  })

  it('is written as shares, never outside of the picture', () => {
    expect(readPoint('0.25,0.75')).toEqual({ x: 0.25, y: 0.75 })
    expect(readPoint('2,0.75')).toEqual({ x: 0.5, y: 0.5 })
    expect(readPoint(undefined)).toEqual({ x: 0.5, y: 0.5 })
    expect(writePoint({ x: 1.2, y: 0.33333 })).toBe('1,0.333')
  })
})

/** In hundredths, so that binary fractions do not count. */
const rounded = (part: Part) => [part.left, part.top, part.width, part.height].map((share) => Math.round(share * 100))

describe('a crop', () => {
  const crop = { left: 0.2, top: 0.2, width: 0.4, height: 0.4 }

  it('is all there is, for the focal point and for each size', () => {
    const picture = { width: 1000, height: 500 }
    const right = { left: 0.5, top: 0, width: 0.5, height: 1 }
    expect(partShown(picture, { width: 100, height: 200 }, { x: 0, y: 0.5 }, right)).toEqual({ left: 500, top: 0, width: 250, height: 500 })
    expect(partShown(picture, { width: 100, height: 200 }, readPoint(undefined, right), right)).toEqual({ left: 625, top: 0, width: 250, height: 500 })
    expect(sizeWithin(picture, { width: 240, height: 240 })).toEqual({ width: 240, height: 120 })
    expect(sizeWithin(picture, { width: 960, height: 0 }, right)).toEqual({ width: 500, height: 500 })
  })

  it('is moved and resized as far as the picture goes', () => {
    expect(rounded(moved(crop, -0.5, 0.5))).toEqual([0, 60, 40, 40])
    expect(rounded(resized(crop, 'se', 0.9, -0.1, null))).toEqual([20, 20, 80, 30])
    expect(rounded(resized(crop, 'nw', -0.1, 0.9, null))).toEqual([10, 59, 50, 1])
  })

  it('keeps a shape that was chosen', () => {
    expect(rounded(shaped(WHOLE, 0.5))).toEqual([25, 0, 50, 100])
    expect(rounded(shaped(crop, 2))).toEqual([20, 30, 40, 20])
    expect(rounded(resized(crop, 'e', 0.1, 0, 1))).toEqual([20, 20, 50, 50])
    expect(rounded(resized(crop, 'e', 0.9, 0, 0.5))).toEqual([20, 20, 40, 80])
    expect(rounded(resized(crop, 'n', 0, -0.1, 1))).toEqual([20, 10, 50, 50])
    expect(rounded(resized(crop, 'nw', -0.9, 0, 1))).toEqual([0, 0, 60, 60])
  })

  it('is written as shares within the picture, and not where it is all of it', () => {
    expect(writeCrop({ left: 0.33333, top: 0, width: 0.66667, height: 0.5 })).toBe('0.3333,0,0.6667,0.5')
    expect(writeCrop({ left: 0.999, top: 0, width: 0.001, height: 1 })).toBe('0.99,0,0.01,1')
    expect(writeCrop(WHOLE)).toBeNull()
    expect(readCrop('0.7,0.1,0.3,0.9')).toEqual({ left: 0.7, top: 0.1, width: 0.3, height: 0.9 })
    expect(readCrop('0.7,0.1,0.4,0.9')).toEqual(WHOLE)
    expect(readCrop(undefined)).toEqual(WHOLE)
  })
})
