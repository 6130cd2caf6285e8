import { scriptOf } from '../names/index.ts'

/**
 * What to call a script, and the language whose fonts and voices read it best. The language is a
 * hint to the program that shows the page; it says nothing of the person whose name it is.
 */
const scripts: Readonly<Record<string, readonly [name: string, lang: string]>> = {
  Hang: ['Hangul', 'ko'],
  Jpan: ['Japanese', 'ja'],
  Hani: ['Chinese characters', 'zh'],
  Cyrl: ['Cyrillic', 'ru'],
  Arab: ['Arabic script', 'ar'],
  Grek: ['Greek', 'el'],
  Hebr: ['Hebrew', 'he'],
  Thai: ['Thai', 'th'],
  Mymr: ['Burmese', 'my'],
  Geor: ['Georgian', 'ka'],
  Armn: ['Armenian', 'hy'],
  Deva: ['Devanagari', 'hi'],
  Beng: ['Bengali', 'bn'],
  Khmr: ['Khmer', 'km'],
  Ethi: ['Ethiopic', 'am'],
}

/** Language tag and name of the script of a text in another script than Latin. */
export const findScript = (
  text: string,
  stated?: string,
): { readonly lang: string; readonly name: string } | undefined => {
  const script = scripts[scriptOf(text)]
  return script && { name: script[0], lang: stated || script[1] }
}
