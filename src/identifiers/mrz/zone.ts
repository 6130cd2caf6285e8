/** Where a field and its check digit stand in the zone: from, to (not included), in one line of all. */
type Span = readonly [from: number, to: number]

/** A field that has a check digit, and where that is; `blank` where `<` may stand for 0. */
type Checked = {
  readonly field: string
  readonly spans: readonly Span[]
  readonly digit: number
  readonly blank?: true
}

export type Zone = {
  readonly format: 'TD1' | 'TD2' | 'TD3'
  readonly length: number
  /** What the first line begins with. */
  readonly code: RegExp
  readonly number: Span
  /** Where a number goes on that is longer than nine characters. */
  readonly optional: Span
  readonly checked: readonly Checked[]
}

/** ICAO Doc 9303, parts 5 (TD1), 6 (TD2) and 4 (TD3), 8th edition; lines one after another. */
export const zones: readonly Zone[] = [
  {
    format: 'TD3',
    length: 88,
    code: /^P/,
    number: [44, 53],
    optional: [72, 86],
    checked: [
      { field: 'document number', spans: [[44, 53]], digit: 53 },
      { field: 'birth date', spans: [[57, 63]], digit: 63 },
      { field: 'expiry date', spans: [[65, 71]], digit: 71 },
      { field: 'personal number', spans: [[72, 86]], digit: 86, blank: true },
      {
        field: 'whole',
        spans: [
          [44, 54],
          [57, 64],
          [65, 87],
        ],
        digit: 87,
      },
    ],
  },
  {
    format: 'TD2',
    length: 72,
    code: /^[ACIP]/,
    number: [36, 45],
    optional: [64, 71],
    checked: [
      { field: 'document number', spans: [[36, 45]], digit: 45 },
      { field: 'birth date', spans: [[49, 55]], digit: 55 },
      { field: 'expiry date', spans: [[57, 63]], digit: 63 },
      {
        field: 'whole',
        spans: [
          [36, 46],
          [49, 56],
          [57, 71],
        ],
        digit: 71,
      },
    ],
  },
  {
    format: 'TD1',
    length: 90,
    code: /^[ACI]/,
    number: [5, 14],
    optional: [15, 30],
    checked: [
      { field: 'document number', spans: [[5, 14]], digit: 14 },
      { field: 'birth date', spans: [[30, 36]], digit: 36 },
      { field: 'expiry date', spans: [[38, 44]], digit: 44 },
      {
        field: 'whole',
        spans: [
          [5, 30],
          [30, 37],
          [38, 45],
          [48, 59],
        ],
        digit: 59,
      },
    ],
  },
]
