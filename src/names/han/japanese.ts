import unihan from '../../../data/han-readings.json' with { type: 'json' }
import { byCharacter, lazily, type Readings } from './readings.ts'

const on = lazily(() => byCharacter([[unihan.on, 1]]))
const kun = lazily(() => byCharacter([[unihan.kun, 1]]))

/** Sino-Japanese (`on`) and native (`kun`) readings of a character in Hepburn, long vowels doubled (`rou`). */
export type JapaneseReadings = { readonly on: readonly string[]; readonly kun: readonly string[] }

/** Japanese readings of a character; native ones with the ending of the word. Source: Unihan. */
export const japaneseReadings = (char: string): JapaneseReadings => {
  const form = char.normalize('NFC')
  const names = (readings: Readings | undefined) => (readings ?? []).map(([reading]) => reading)
  return { on: names(on()(form)), kun: names(kun()(form)) }
}
