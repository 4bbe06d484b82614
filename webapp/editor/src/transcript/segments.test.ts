import { describe, expect, it } from 'vitest'
import { formatTime, insertAfter, join, parseTime, segmentAt, split, stateOf, timeProblem, type Segment } from './segments.ts'

const talk: Segment[] = [
  { start: 0, end: 4, speaker: 'Ana', text: 'Good morning. How are you?', text_de: 'Guten Morgen. Wie geht es Ihnen?' },
  { start: 4, end: 6, speaker: 'Boris', text: 'Well.', text_de: 'Gut.' },
]

describe('times', () => {
  it.each([[0, '0:00.000'], [62.5, '1:02.500'], [3661.25, '1:01:01.250'], [59.9996, '1:00.000']])('%d is written %s and read back', (time, text) => {
    expect(formatTime(time)).toBe(text)
    expect(parseTime(text)).toBeCloseTo(time, 2)
  })

  it.each([['12', 12], ['1:02', 62], ['1:02,5', 62.5], [' 90.25 ', 90.25], ['1:00:00', 3600]])('%s is understood', (text, time) => {
    expect(parseTime(text)).toBe(time)
  })

  it.each(['', 'soon', '1:75', '1:75:00', '-4', '1.2.3'])('%s is no time', (text) => {
    expect(parseTime(text)).toBeNull()
  })
})

describe('a segment', () => {
  it('is cut at a place of its text, in time by the length of both halves', () => {
    const [first, second, third] = split(talk, 0, 'text', 13)
    expect(first).toEqual({ start: 0, end: 2.08, speaker: 'Ana', text: 'Good morning.', text_de: 'Guten Morgen. Wie geht es Ihnen?' })
    expect(second).toEqual({ start: 2.08, end: 4, speaker: 'Ana', text: 'How are you?' })
    expect(third).toBe(talk[1])
  })

  it('is cut where the player is, if that is within it', () => {
    expect(split(talk, 0, 'text', 13, 1.5)[0]?.end).toBe(1.5)
    expect(split(talk, 0, 'text', 13, 9)[0]?.end).toBe(2.08)
  })

  it('is not cut where nothing would be left', () => {
    expect(split(talk, 0, 'text', 0)).toBe(talk)
    expect(split(talk, 0, 'text', 99)).toBe(talk)
  })

  it('is joined with the next in every language', () => {
    expect(join(talk, 0)).toEqual([{ start: 0, end: 6, speaker: 'Ana', text: 'Good morning. How are you? Well.', text_de: 'Guten Morgen. Wie geht es Ihnen? Gut.' }])
    expect(join(talk, 1)).toBe(talk)
  })

  it('is put in after another, with who spoke there', () => {
    expect(insertAfter(talk, 1, 'speaker').at(-1)).toEqual({ start: 6, end: 8, speaker: 'Boris' })
    expect(insertAfter([], -1, 'speaker')).toEqual([{ start: 0, end: 2 }])
  })

  it('is found by the time it is spoken at', () => {
    expect(segmentAt(talk, 3.9)).toBe(0)
    expect(segmentAt(talk, 4)).toBe(1)
    expect(segmentAt(talk, 99)).toBe(1)
    expect(segmentAt([{ start: 2, end: 3 }], 1)).toBe(-1)
  })

  it('says what is wrong with its times', () => {
    expect(timeProblem(talk, 1)).toBeNull()
    expect(timeProblem([{ start: 2, end: 2 }], 0)).toBe('transcript.endsBefore')
    expect(timeProblem([{ start: 5, end: 6 }, { start: 2, end: 7 }], 1)).toBe('transcript.startsBefore')
  })
})

describe('a translation', () => {
  const known = [
    { texts: { en: 'One', de: 'Eins' }, states: { de: 'translated' as const } },
    { texts: { en: 'Two', de: 'Zwei' }, states: { de: 'outdated' as const } },
  ]
  it('is as far as the server says, also where it was moved', () => {
    expect(stateOf('Eins', 'One', 0, known, 'de', 'en')).toBe('translated')
    expect(stateOf('Zwei', 'Two', 0, known, 'de', 'en')).toBe('outdated')
    expect(stateOf(' ', 'One', 0, known, 'de', 'en')).toBe('missing')
  })

  it('will be outdated when its source was changed, and not when it was written anew', () => {
    expect(stateOf('Eins', 'One!', 0, known, 'de', 'en')).toBe('outdated')
    expect(stateOf('Eins!', 'One!', 0, known, 'de', 'en')).toBe('translated')
  })
})
