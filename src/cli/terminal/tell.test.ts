import { expect, test } from 'vitest'
import { makeTell, type TellOptions } from './tell.ts'

const listen = (options: Partial<TellOptions> & { terminal?: boolean } = {}) => {
  const written: string[] = []
  const stream = {
    write: (text: string) => written.push(text),
    isTTY: options.terminal === true,
    columns: 40,
  }
  const tell = makeTell({
    stream,
    env: {},
    quiet: false,
    verbose: false,
    elapsed: () => 0,
    ...options,
  })
  return { tell, written }
}

test.each([
  ['as it is', {}, 'said\nwarning: heed\n'],
  ['with --quiet', { quiet: true }, 'warning: heed\n'],
  ['with --verbose', { verbose: true }, 'said\nwarning: heed\ndetail\n'],
])('narration %s', (_, options, text) => {
  const { tell, written } = listen(options)
  tell.say('said')
  tell.warn('heed')
  tell.detail('detail')
  expect(written.join('')).toBe(text)
})

test('what a file says cannot act on the terminal', () => {
  const { tell, written } = listen({ terminal: true, env: { NO_COLOR: '1' } })
  tell.say('name \u001b[2J')
  expect(written.join('')).toBe('name \ufffd[2J\n')
})

test('warnings are coloured on a terminal unless NO_COLOR says no', () => {
  const coloured = listen({ terminal: true })
  coloured.tell.warn('heed')
  expect(coloured.written.join('')).toContain('\u001b[33m')
  const plain = listen({ terminal: true, env: { NO_COLOR: '1' } })
  plain.tell.warn('heed')
  expect(plain.written.join('')).toBe('warning: heed\n')
})

test('progress gives way to narration, and is only drawn on a terminal', () => {
  let now = 0
  const { tell, written } = listen({ terminal: true, elapsed: () => now })
  const progress = tell.progress('reading', { unit: 'rows' })
  now = 1500
  progress.advance(3)
  tell.say('said')
  progress.end()
  expect(written).toEqual(['\r\u001b[Kreading  3 rows  2 rows/s  0:02', '\r\u001b[K', 'said\n'])

  now = 0
  const piped = listen({ elapsed: () => now })
  const silent = piped.tell.progress('reading')
  now = 5000
  silent.advance(1)
  silent.end()
  expect(piped.written).toEqual([])
})
