import { styleText } from 'node:util'

/** What is said in colour, by meaning; colour is never the only sign. */
export type Style = 'error' | 'warning' | 'good' | 'heading' | 'faint'

const styles: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  error: 'red',
  warning: 'yellow',
  good: 'green',
  heading: 'bold',
  faint: 'dim',
}

/** Puts a text into a style, or leaves it where the stream takes no colour. */
export type Paint = (style: Style, text: string) => string

/** Colour on a terminal, unless NO_COLOR or a dumb terminal says no; FORCE_COLOR asks for it anywhere. */
export const wantsColour = (
  terminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean => {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return terminal && env.TERM !== 'dumb'
}

export const makePaint = (colour: boolean): Paint =>
  colour
    ? (style, text) => styleText(styles[style], text, { validateStream: false })
    : (_style, text) => text
