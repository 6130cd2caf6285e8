import { soundsOf } from './sounds.ts'
import { glide, soundTable, vowels } from './table.ts'

const usual = new Map<string, string>()
for (const [sign, sounds] of Object.entries(soundTable.classes))
  for (const sound of sounds) usual.set(sound, sign)
const otherwise = new Map(Object.entries(soundTable.otherwise))

/** Consonants in a skeleton from which it says something. */
const leastConsonants = 2

const opening = 'A'

/** Classes of the consonants, with the sounds of `turned` heard in their other class. */
const skeletonOf = (sounds: string, turned: string): string => {
  let skeleton = ''
  for (let k = 0; k < sounds.length; k++) {
    const sound = sounds.charAt(k)
    const sign = turned.includes(sound) ? otherwise.get(sound) : usual.get(sound)
    const last = skeleton.charAt(skeleton.length - 1)
    if (sign && sign !== last) skeleton += sign
    else if (skeleton === '' && (vowels.includes(sound) || sound === glide || !sign))
      skeleton = opening
  }
  return skeleton
}

const says = (skeleton: string): boolean =>
  skeleton.length - Number(skeleton.startsWith(opening)) >= leastConsonants

/**
 * Consonant skeletons under which spellings of a token in different systems meet: one in the usual
 * reading, others for sounds that some systems hear otherwise (Russian kh dropped, German j as y).
 * None for tokens of fewer than two consonants.
 */
export const skeletons = (token: string): string[] => {
  const sounds = soundsOf(token)
  if (sounds === '') return []
  const turned = [...otherwise.keys()].filter((sound) => sounds.includes(sound))
  const readings = ['', ...turned]
  if (turned.length > 1) readings.push(turned.join(''))
  const found = new Set(readings.map((reading) => skeletonOf(sounds, reading)))
  return [...found].filter(says)
}
