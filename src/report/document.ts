import { type Markup, markup } from '../figures/index.ts'
import type { Marking } from '../model/index.ts'

/** What each marking allows, after the Traffic Light Protocol 2.0. */
const markings: Readonly<Record<Marking, string>> = {
  RED: 'For the named recipients only. Workers named here may be victims of trafficking.',
  'AMBER+STRICT': 'For those in the organisation who need to know.',
  AMBER: 'For those in the organisation and its clients who need to know.',
  GREEN: 'For the community, not for publication.',
  CLEAR: 'May be published.',
}

/** How a page may be shared, in a line. */
export const drawMarking = (marking: Marking): Markup =>
  markup`<p class="marked"><strong class="marking ${marking.toLowerCase().replace('+', '-')}">TLP:${marking}</strong> ${markings[marking]}</p>`

const raw = (text: string): Markup => ({ text })

/** What the head of any page needs. */
export type Page = {
  readonly title: string
  readonly marking: Marking
  /** The whole style sheet. */
  readonly style: string
  /** Id of what a keyboard may skip to, and its name. */
  readonly skip: { readonly to: string; readonly name: string }
}

/** The start of a page up to its header: nothing may run in it, and nothing is fetched. */
export const drawStart = ({ title, marking, style, skip }: Page): Markup => markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title} · TLP:${marking}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#${skip.to}">Skip to the ${skip.name}</a>
`

/** The end of a page, with its marking once more. */
export const drawEnd = (
  marking: Marking,
  made: { readonly generated: string; readonly version: string; readonly law: string },
): Markup => markup`</main>
<footer>
${drawMarking(marking)}
<p>Made by Muster ${made.version} at <time datetime="${made.generated}">${made.generated}</time>. ${made.law}</p>
</footer>
</body>
</html>
`
