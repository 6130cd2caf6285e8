import { expect, test } from 'vitest'
import { errorTable, MusterError } from '../model/index.ts'
import { explainFault } from './fault.ts'
import { makePaint } from './terminal/colour.ts'

const paint = makePaint(false)
const explain = (thrown: unknown, verbose = false) => explainFault(thrown, { paint, verbose })
const system = (code: string) => Object.assign(new Error(`${code}: it failed`), { code })

test('an error says what happened, what to do, and where it is explained', () => {
  const error = new MusterError('file-missing', 'there is no file x.csv', { hint: 'Look for it.' })
  expect(explain(error)).toEqual({
    text: 'muster: there is no file x.csv\n  Look for it.\n  file-missing, explained in docs/errors.md#file-missing\n',
    exit: 2,
  })
})

test('an error without a hint takes what its code says', () => {
  expect(explain(new MusterError('file-empty', 'x')).text).toContain(errorTable['file-empty'].fix)
})

test.each([
  ['EACCES', 'file-unreadable', 1],
  ['ENOSPC', 'file-unwritable', 1],
  ['ENOENT', 'file-missing', 2],
])('the system error %s is %s', (code, ours, exit) => {
  const fault = explain(system(code))
  expect(fault.text).toContain(`docs/errors.md#${ours}`)
  expect(fault.exit).toBe(exit)
})

test.each([[new TypeError('x is not a function')], ['a text'], [undefined]])(
  'what nobody foresaw (%s) is internal, without a stack',
  (thrown) => {
    const fault = explain(thrown)
    expect(fault.text).toContain('internal, explained in')
    expect(fault.text).not.toContain('    at ')
    expect(fault.exit).toBe(1)
  },
)

test('--verbose adds the stacks of the error and its causes', () => {
  const cause = new TypeError('inner')
  const { text } = explain(new MusterError('internal', 'outer', { cause }), true)
  expect(text).toContain('MusterError: outer\n    at ')
  expect(text).toContain('TypeError: inner\n    at ')
})

test('a name in a message cannot act on the terminal', () => {
  expect(explain(new MusterError('file-missing', 'no \u001b[2J')).text).not.toContain('\u001b')
})
