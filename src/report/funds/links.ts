import { type Markup, markup } from '../../figures/index.ts'
import type { TrailLink } from '../../funds/index.ts'
import { showCount } from '../../model/index.ts'
import { drawWide } from '../scroll.ts'
import { counted } from '../words.ts'
import { drawWhole } from './names.ts'
import { nobodies, type Told } from './telling.ts'
import { describeTimes } from './times.ts'

const drawLink = (link: TrailLink, { names, write }: Told): Markup => {
  const { src, dst, kind, amount, transfers, first, last } = link
  const party = (address: string | null): Markup =>
    address === null ? markup`${nobodies[kind]}` : drawWhole(address, names)
  return markup`<tr><td>${party(src)}</td><td>${party(dst)}</td><td class="number">${write.exact(BigInt(amount))}</td><td class="number">${showCount(transfers)}</td><td>${first === null || last === null ? 'unknown' : describeTimes(first, last)}</td></tr>
`
}

/** The numbers of both pictures: between whom, how much, in how many transfers, when. */
export const drawLinks = (told: Told): Markup => {
  const { links, linksLeft } = told.trail
  if (links.length === 0) return markup``
  const heads = markup`<th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Traced value</th><th scope="col" class="number">Transfers</th><th scope="col">When (UTC)</th>`
  const table = markup`<table class="ways"><caption>Between whom it moved, the largest first</caption><thead><tr>${heads}</tr></thead><tbody>${links.map((link) => drawLink(link, told))}</tbody></table>`
  const left =
    linksLeft.count > 0
      ? markup`<p class="cut">${counted(linksLeft.count, 'smaller way is', 'smaller ways are')} not shown; together they moved ${told.write.exact(BigInt(linksLeft.amount))}.</p>\n`
      : undefined
  return markup`<details><summary>${counted(links.length, 'way')} in a table, every digit and every address</summary>${drawWide('Ways of the value', table)}${left}</details>
`
}
