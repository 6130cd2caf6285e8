import type { MapMark } from '../../figures/index.ts'
import type { Status } from '../../obligations/index.ts'

type Label = Status['label']['value']

/** What a label looks like: a letter and a texture beside the colour, and a few words. */
const looks: Readonly<Record<Label, Omit<MapMark, 'key'>>> = {
  breach_documented: {
    letter: 'D',
    says: 'breach documented',
    texture: 'solid',
    colour: 'var(--grave)',
  },
  overdue_admitted: {
    letter: 'A',
    says: 'overdue, admitted',
    texture: 'stripes',
    colour: 'var(--grave)',
  },
  breach_indicated: {
    letter: 'I',
    says: 'breach indicated',
    texture: 'grid',
    colour: 'var(--toward)',
  },
  contested: { letter: 'C', says: 'contested', texture: 'dots', colour: 'var(--doubt)' },
  reported_residual: {
    letter: 'R',
    says: 'reported: some remain',
    texture: 'bars',
    colour: 'var(--away)',
  },
  reported_clear: {
    letter: 'Z',
    says: 'reported: none remain',
    texture: 'stripes',
    colour: 'var(--away)',
  },
  no_information: {
    letter: '',
    says: 'no information, which is never clear',
    texture: 'empty',
    colour: 'var(--plain)',
  },
}

/** Of these states something is said, and it is too little for a label. */
const tooLittle: MapMark = {
  key: 'too_little',
  letter: '?',
  says: 'no information: what is said is too little for a label',
  texture: 'rim',
  colour: 'var(--plain)',
}

/** The marks in the order of the decision table. */
export const marks: readonly MapMark[] = Object.entries(looks).flatMap(([key, look]) =>
  key === 'no_information' ? [tooLittle, { key, ...look }] : [{ key, ...look }],
)

const byKey: ReadonlyMap<string, MapMark> = new Map(marks.map((mark) => [mark.key, mark]))

/** The mark of a state; `said` tells whether there is any statement about it. */
export const markOf = (label: Label, said: boolean): MapMark =>
  label === 'no_information' && said ? tooLittle : (byKey.get(label) as MapMark)
