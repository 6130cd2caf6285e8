import { type Markup, markup } from '../figures/index.ts'

/** A table that may be wider than the screen: it can be reached and moved by the keyboard, and has a name. */
export const drawWide = (name: string, table: Markup): Markup =>
  markup`<div class="scroll" role="group" aria-label="${name}" tabindex="0">${table}</div>`
