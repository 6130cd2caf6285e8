import { parseCountry } from '../../identifiers/index.ts'
import { type Placed, parsePartialDate } from '../../model/index.ts'
import type { Form, Use } from './labels.ts'
import type { Party } from './party.ts'

/**
 * A labelled value of a party: an `id` of the XML or a clause of the CSV's remarks. `said` gives label
 * and value as the CSV prints them.
 */
export type Feature = {
  readonly use: Use
  readonly label: Placed
  /** The last word of the label: the ticker of a digital currency. */
  readonly ticker?: Placed | undefined
  readonly value: Placed
  readonly said: () => Placed
  readonly country?: Placed | undefined
  readonly issued?: Placed | undefined
  readonly expires?: Placed | undefined
  readonly story?: Placed | undefined
}

/** The normalised value of each form, undefined where the text stays as it is. */
const forms: Readonly<Record<Form, (text: string) => string | undefined>> = {
  country: parseCountry,
  date: (text) => parsePartialDate(text),
  lower: (text) => text.toLowerCase(),
  quantity: (text) => (/^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : undefined),
  imo: (text) => /\d+/.exec(text)?.[0],
  whole: () => undefined,
}

const normal = (placed: Placed, form: Form | undefined): string | undefined =>
  form && forms[form](placed.value)

/** Says what a labelled value means for a party. */
export const describe = (party: Party, feature: Feature): void =>
  describers[feature.use.as](party, feature)

/** Says a value that stands in a column or element of its own. */
export const sayValue = (party: Party, use: Use, value: Placed | undefined): void => {
  if (value) describe(party, { use, label: value, value, said: () => value })
}

const describers: Readonly<Record<Use['as'], (party: Party, feature: Feature) => void>> = {
  property: ({ entry }, { use, label, value, said }) => {
    const prop = use.prop as string
    if (isNone(value.value) && label !== value) entry.say('notes', said())
    else if (use.form === 'whole') entry.say(prop, { ...said(), value: value.value })
    else entry.say(prop, value, normal(value, use.form))
    if (prop === 'birthPlace') sayBirthCountry(entry, value)
  },
  document: (party, feature) => {
    const { value } = feature
    if (/^IMO\b/.test(value.value)) {
      party.entry.say('imoNumber', value, forms.imo(value.value))
      return
    }
    if (feature.use.prop) party.entry.say(toProperty(feature), value)
    const passport = /passport/i.test(feature.label.value)
    party.entry.part('document', passport ? 'Passport' : 'Identification', value, [
      ['type', feature.label, feature.label.value.replace(/[:\s]+$/, '')],
      ['number', value],
      ['country', feature.country, feature.country && parseCountry(feature.country.value)],
      ['startDate', feature.issued, feature.issued && parsePartialDate(feature.issued.value)],
      ['endDate', feature.expires, feature.expires && parsePartialDate(feature.expires.value)],
      ['summary', feature.story],
    ])
  },
  wallet: ({ entry }, { value, ticker }) => {
    entry.part('wallet', 'CryptoWallet', value, [
      ['publicKey', value],
      ['currency', ticker],
    ])
  },
  owner: ({ entry }, { value }) => {
    entry.part('owner', 'Ownership', value, [['owner', value]])
  },
  security: ({ entry }, { use, value }) => {
    entry.part('security', 'Security', value, [[use.prop as string, value]])
  },
  sanction: ({ sanction }, { use, value, said }) => {
    if (use.form === 'date')
      sanction.push([use.prop as string, value, parsePartialDate(value.value)], ['summary', said()])
    else sanction.push([use.prop as string, said()])
  },
  link: ({ entry }, { label, value }) => {
    entry.part('link', 'UnknownLink', value, [
      ['object', value],
      ['role', label, label.value.replace(/:$/, '')],
    ])
  },
  note: ({ entry }, { said }) => {
    entry.say('notes', said())
  },
}

/** OFAC prints so where it knows that there is no value. */
const isNone = (text: string): boolean => /^none(?: identified)?$/i.test(text)

const toProperty = ({ use, value }: Feature): string =>
  use.prop === 'registrationNumber' && isLei(value.value) ? 'leiCode' : (use.prop as string)

/** Legal Entity Identifiers have twenty characters whose check digits are those of ISO 7064, mod 97-10. */
const isLei = (text: string): boolean => {
  if (!/^[A-Z0-9]{18}\d\d$/.test(text)) return false
  const digits = text.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)))
  return BigInt(digits) % 97n === 1n
}

/** The last part of a place of birth, where it is a country that has a code. */
const sayBirthCountry = (entry: Party['entry'], place: Placed): void => {
  const comma = place.text.lastIndexOf(',')
  // `Korea, North` and `Congo, Democratic Republic of the` hold a comma themselves.
  const before = comma > 0 ? place.text.lastIndexOf(',', comma - 1) : -1
  for (const start of comma < 0 ? [0] : [comma + 1, before + 1]) {
    const text = place.text.slice(start).trim()
    const code = parseCountry(text)
    if (code) {
      entry.say('birthCountry', { ...place, text, value: text }, code)
      return
    }
  }
}
