import { parseMrz, readObserved } from '../../../identifiers/index.ts'
import type { ListedValue } from '../../../model/index.ts'
import { type Trait, traits } from '../../platform/platform.ts'
import { flawMark, knownValues, type Mark } from '../table.ts'
import { isScriptedDesktop, programOf } from './program.ts'
import { isUsb, readUsb, toKnownUsb } from './usb.ts'

/** What a value is found to be: its name, null where it is no such thing, undefined where none can tell. */
export type Told = string | null | undefined

/** Tells one thing of the values of some kinds. */
export type Marker = {
  readonly mark: Mark
  readonly kinds: readonly string[]
  /** It can tell of some values only; of others the flag is not evaluable. */
  readonly partial?: true
  /** Shorter values are none that it can tell of. */
  readonly shortest?: number
  readonly tell: (kind: string, text: string) => Told
}

/** What is known of a value, as its place among traits. */
export type TraitOf = (kind: string, key: string) => number

/** Markers of programs and devices that are known to everyone, or to whoever imports a list of them. */
export const toolMarkers = (listed: readonly ListedValue[]): readonly Marker[] => [
  programs('remote_access', listed),
  programs('keep_awake', []),
  networkKvms(listed),
]

/** The markers that what an operator lists allows for: without a list there is none for its mark. */
export const toMarkers = (listed: readonly ListedValue[], traitOf: TraitOf): readonly Marker[] => {
  const isListed = (...known: readonly ListedValue['known'][]): boolean =>
    listed.some((each) => known.includes(each.known))
  const traitIn = (kind: string, text: string): Trait | undefined =>
    traits[traitOf(kind, readObserved(kind, text).key)]
  const byTrait = (mark: Mark, kinds: readonly string[], among: readonly Trait[]): Marker => ({
    mark,
    kinds,
    tell: (kind, text) => {
      const trait = traitIn(kind, text)
      return among.find((each) => each === trait) ?? null
    },
  })
  return [
    ...toolMarkers(listed),
    {
      mark: 'scripted_desktop',
      kinds: ['process'],
      partial: true,
      tell: (_kind, text) => {
        if (isScriptedDesktop(text)) return 'remoting_start_host'
        // A bare name of a program is no command line.
        return /\s/.test(text) ? null : undefined
      },
    },
    checkDigits,
    {
      mark: 'voip',
      kinds: ['phone'],
      partial: true,
      tell: (kind, text) => {
        const trait = traitIn(kind, text)
        if (trait === 'voip') return 'VoIP'
        return trait === 'mobile' ? null : undefined
      },
    },
    ...(isListed('disposable') ? [byTrait('disposable', mailKinds, ['disposable'])] : []),
    ...(isListed('vpn', 'hosting') ? [byTrait('listed_network', ['ip'], ['vpn', 'hosting'])] : []),
  ]
}

const mailKinds = ['email', 'recovery_email'] as const

/** Of several names of one program the first by code point, whatever the order of lists. */
const programs = (mark: 'remote_access' | 'keep_awake', listed: readonly ListedValue[]): Marker => {
  const named = new Map<string, string>()
  const lists = listed.filter((each) => each.kind === 'process' && each.known === mark)
  for (const { value, name } of [...lists, ...knownValues[mark]]) {
    const program = value.toLowerCase()
    const before = named.get(program)
    if (before === undefined || name < before) named.set(program, name)
  }
  return {
    mark,
    kinds: ['process'],
    tell: (_kind, text) => named.get(programOf(text)) ?? null,
  }
}

const networkKvms = (listed: readonly ListedValue[]): Marker => {
  const known = [...listed.filter((each) => each.known === 'kvm'), ...knownValues.kvm]
    .map(({ value, name }) => ({ name, device: toKnownUsb(value) }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
  return {
    mark: 'kvm',
    kinds: ['usb'],
    tell: (_kind, text) => {
      const seen = readUsb(text)
      return known.find(({ device }) => isUsb(seen, device))?.name ?? null
    },
  }
}

/** Two lines of 36 signs are the shortest zone. */
const checkDigits: Marker = {
  mark: flawMark,
  kinds: ['document'],
  partial: true,
  shortest: 72,
  tell: (kind, text) => {
    if (parseMrz(text) === undefined) return undefined
    return readObserved(kind, text).flaw ?? null
  },
}
