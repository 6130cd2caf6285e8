import { type Markup, markup } from '../../figures/index.ts'
import { addressKey, showCount } from '../../model/index.ts'
import { drawEnd, drawMarking, drawStart } from '../document.ts'
import { drawWide } from '../scroll.ts'
import { fundsStyleOf } from '../style/index.ts'
import { counted, fileName } from '../words.ts'
import { nameAsset } from './amounts.ts'
import type { FundsReport } from './funds-report.ts'
import { addressesOf } from './names.ts'
import { policyWords, type Telling } from './telling.ts'
import { drawTrail, readingTrails } from './trail.ts'

export type { FundsReport } from './funds-report.ts'

/**
 * Writes where money went, or came from, as one HTML file, piece by piece: what was asked, an asset after
 * the other, how to read it, files. No scripts, nothing fetched. Same report, same bytes.
 */
export function* renderFunds(report: FundsReport): Generator<string> {
  for (const part of drawFunds(report)) yield part.text
}

function* drawFunds(report: FundsReport): Generator<Markup> {
  yield drawHead(report)
  yield drawAsked(report)
  yield markup`<section id="assets" aria-labelledby="assets-heading"><h2 id="assets-heading">${report.asked.backward ? 'Where it came from' : 'Where it went'}</h2>
<p class="law">A trail is a reason to ask, never a decision. It shows where value moved, not who moved it or why.</p>
`
  for (const [i, trail] of report.trails.entries()) {
    const anchor = `asset-${i + 1}`
    yield markup`<article id="${anchor}" aria-labelledby="${anchor}-heading">
<header><h3 id="${anchor}-heading">${nameAsset(trail)}${trail.symbol !== null && trail.symbol !== trail.asset ? markup` <small>${trail.asset}</small>` : undefined}</h3></header>
${drawTrail(trail, tellingOf(report, anchor))}</article>
`
  }
  yield markup`</section>
`
  yield drawLookalikes(report)
  yield markup`<section id="reading" aria-labelledby="reading-heading"><h2 id="reading-heading">How to read this</h2>
${readingTrails}</section>
<section id="files" aria-labelledby="files-heading"><h2 id="files-heading">Files</h2>
<p>The same files, asked the same, give this page again, byte for byte, with the same clock.</p>
${drawWide('Files', drawFiles(report))}</section>
`
  yield drawEnd(report.marking, { ...report, law: 'Findings rank; people decide.' })
}

const tellingOf = (report: FundsReport, anchor: string): Telling => {
  const paths = new Map<string, string>(report.sources.map(({ id, path }) => [id, path]))
  return {
    anchor,
    policy: report.asked.policy,
    nameOf: report.nameOf,
    alike: new Map(report.alike.map(({ address, of }) => [addressKey(address), of])),
    fileOf: (source) => fileName(paths.get(source) ?? source),
  }
}

const drawHead = (report: FundsReport): Markup =>
  markup`${drawStart({
    title: report.title,
    marking: report.marking,
    style: fundsStyleOf(report.marking),
    skip: { to: 'assets', name: 'trails' },
  })}<header class="page">
${drawMarking(report.marking)}
<h1>${report.title}</h1>
<p class="made">Made <time datetime="${report.generated}">${report.generated}</time> by Muster ${report.version}</p>
${report.warnings.map((warning) => markup`<p class="warning"><strong>Note</strong> ${warning}</p>\n`)}<nav aria-label="Contents"><ul>
${report.trails.map((trail, i) => markup`<li><a href="#asset-${i + 1}">${nameAsset(trail)}</a></li>\n`)}<li><a href="#alike">Addresses that look alike</a></li>
<li><a href="#reading">How to read this</a></li>
<li><a href="#files">Files</a> ${showCount(report.files.length)}</li>
</ul></nav>
</header>
<main>
`

/** Seeds that are shown before the others have to be opened. */
const few = 6

const drawAsked = ({ asked }: FundsReport): Markup => {
  const { seeds, policy, backward, hub, deposits } = asked
  const list = seeds.map((seed) => markup`<li><code>${seed}</code></li>`)
  const shown =
    seeds.length > few
      ? markup`<details><summary>${counted(seeds.length, 'seed')}</summary><ul>${list}</ul></details>`
      : markup`<ul>${list}</ul>`
  return markup`<section id="asked" aria-labelledby="asked-heading"><h2 id="asked-heading">What was asked</h2>
<dl class="asked"><div><dt>Seeds</dt><dd>${shown}</dd></div><div><dt>Direction</dt><dd>${backward ? 'back to where it came from' : 'on to where it went'}</dd></div><div><dt>An address parts with what it holds</dt><dd>${policyWords[policy]}</dd></div><div><dt>A hub</dt><dd>deals with more than ${showCount(hub)} others</dd></div><div><dt>A deposit address</dt><dd>${deposits > 0 ? `forwarded all to one service ${counted(deposits, 'time')}` : 'is none without a label'}</dd></div></dl>
</section>
`
}

/** Those of the trails by name; of all others how many there are. */
const drawLookalikes = ({ alike, trails }: FundsReport): Markup => {
  const own = new Set(trails.flatMap((trail) => addressesOf(trail)).map(addressKey))
  const met = alike.filter(({ address }) => own.has(addressKey(address)))
  const rest = alike.length - met.length
  const more =
    rest > 0
      ? ` ${counted(rest, 'more address of the files looks', 'more addresses of the files look')} like another one and carried nothing of this; muster trace --lookalikes FILE writes them all.`
      : ''
  const rows = met.map(
    ({ address, of }) =>
      markup`<tr><td><code class="whole-address">${address}</code></td><td><code class="whole-address">${of}</code></td></tr>\n`,
  )
  const table =
    met.length > 0
      ? drawWide(
          'Addresses that look alike',
          markup`<table class="ways"><caption>Compare all of their letters</caption><thead><tr><th scope="col">Address on the way</th><th scope="col">Made to look like</th></tr></thead><tbody>${rows}</tbody></table>`,
        )
      : undefined
  return markup`<section id="alike" aria-labelledby="alike-heading"><h2 id="alike-heading">Addresses that look alike</h2>
<p>${met.length > 0 ? `${counted(met.length, 'address', 'addresses')} on the way agree with another one in the letters that people look at.` : 'No address on the way was made to look like another one.'}${more}</p>
${table}</section>
`
}

const drawFiles = ({ files }: FundsReport): Markup =>
  markup`<table class="files"><caption>Files that were read</caption><thead><tr><th scope="col">File</th><th scope="col">SHA-256</th></tr></thead><tbody>${files.map(({ path, sha256 }) => markup`<tr><th scope="row"><code>${fileName(path)}</code></th><td><code class="hash">${sha256}</code></td></tr>\n`)}</tbody></table>`
