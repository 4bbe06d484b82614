import { describe, expect, it } from 'vitest'
import { partShown, readPoint, writePoint } from './crop.ts'

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
