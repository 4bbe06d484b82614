import { describe, expect, it, vi } from 'vitest'
import type { Asset } from '../api/assets.ts'
import type { Sender } from './sendFile.ts'
import { Uploads, type UploadItem } from './uploads.ts'

const file = (name: string) => new File(['x'], name)
const settled = () => new Promise((wake) => setTimeout(wake, 0))

function queue() {
  const begun: string[] = []
  const sender: Sender = { start: vi.fn(async () => undefined), pause: vi.fn(async () => undefined), resume: vi.fn(), cancel: vi.fn(async () => undefined), forget: vi.fn(async () => undefined) }
  const uploads = new Uploads(async (item: UploadItem) => { begun.push(item.file.name); return sender })
  const id = (name: string) => uploads.all().find((item) => item.file.name === name)?.id ?? ''
  return { uploads, begun, sender, id }
}

describe('uploads', () => {
  it('go three at a time, the next when one has ended or waits for an answer', async () => {
    const { uploads, begun, id } = queue()
    uploads.add(['a', 'b', 'c', 'd', 'e'].map(file))
    await settled()
    expect(begun).toEqual(['a', 'b', 'c'])
    uploads.change(id('a'), { state: 'refused', message: 'no' })
    uploads.change(id('b'), { state: 'duplicate', same: { '@id': 'jcr:1' } as Asset })
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(uploads.isBusy).toBe(true)
    expect(uploads.finished()).toBe(1)
  })

  it('hand what was uploaded, or used instead, to the field that wanted it', async () => {
    const { uploads, sender, id } = queue()
    const got: string[] = []
    uploads.add([file('a'), file('b')], { owner: 'images', onDone: (key) => got.push(key) })
    await settled()
    uploads.change(id('a'), { state: 'done', asset: 'jcr:a' })
    uploads.change(id('b'), { state: 'duplicate', same: { '@id': 'jcr:there' } as Asset, isSent: true, asset: 'jcr:b' })
    uploads.reuse(id('b'))
    expect(got).toEqual(['jcr:a', 'jcr:there'])
    expect(sender.forget).toHaveBeenCalledOnce()
    uploads.clear('images')
    expect(uploads.all()).toEqual([])
  })

  it('stop, go on and are given up one by one', async () => {
    const { uploads, begun, sender, id } = queue()
    uploads.add(['a', 'b', 'c', 'd'].map(file))
    await settled()
    uploads.pause(id('a'))
    expect(begun).toContain('d')
    uploads.resume(id('a'))
    expect(sender.resume).toHaveBeenCalledOnce()
    uploads.cancel(id('a'))
    expect(sender.cancel).toHaveBeenCalledOnce()
    expect(id('a')).toBe('')
  })
})
