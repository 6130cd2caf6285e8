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
    else if (skeleton === '' && (vowels.includes(sound) || sound === glide)) skeleton = opening
  }
  return skeleton
}

const says = (skeleton: string): boolean =>
  skeleton.length - Number(skeleton.startsWith(opening)) >= leastConsonants

/** Words that may begin with the Arabic article, written as one with it: Alzarqawi. */
const joinedArticle = /^[ae]l(?=.{5})/

/** The token without an article that may be joined to it; undefined where none can be. */
export const withoutArticle = (token: string): string | undefined =>
  joinedArticle.test(token) ? token.slice(2) : undefined

const skeletonsOf = (sounds: string): string[] => {
  const turned = [...otherwise.keys()].filter((sound) => sounds.includes(sound))
  const readings = ['', ...turned]
  if (turned.length > 1) readings.push(turned.join(''))
  const found = readings.map((reading) => skeletonOf(sounds, reading)).filter(says)
  return found.length > 0 ? found : [exactly + sounds]
}

/** Tokens of too few consonants meet where all their sounds are the same. */
const exactly = '~'

/**
 * Consonant skeletons under which spellings of a token in different systems meet: one in the usual
 * reading, others for sounds that some systems hear otherwise (Russian kh dropped, German j as y) and
 * for what follows a joined article. Tokens of fewer than two consonants meet by all their sounds.
 */
export const skeletons = (token: string): string[] => {
  const sounds = soundsOf(token)
  if (sounds === '') return []
  const bare = withoutArticle(token)
  const found = skeletonsOf(sounds)
  return [...new Set(bare === undefined ? found : [...found, ...skeletonsOf(soundsOf(bare))])]
}
