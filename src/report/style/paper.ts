import type { Marking } from '../../model/index.ts'

/** Small screens. */
export const narrow = `
@media (max-width: 60rem) { .weighed { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 40rem) {
  body { padding: 0 .8rem 2rem; font-size: 14px; }
  h1 { font-size: 1.5rem; }
  th, td { padding-right: .5rem; }
  .numbers { gap: .5rem 1.6rem; }
  .numbers dd { font-size: 1.5rem; }
  .ranking small { white-space: normal; }
  .ranking th:nth-child(5), .ranking td:nth-child(5) { display: none; }
  article { margin-inline: -.8rem; padding: .9rem .8rem; border-inline: 0; border-radius: 0; }
  .record { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
  .entry th[scope="row"] { width: 6.2rem; }
  .pairs thead th:nth-child(1) { width: 23%; }
  .pairs thead th:nth-child(3) { width: 1.6rem; font-size: 0; }
  .pairs thead th:nth-child(5) { width: 4.2rem; }
  .pairs .outcome { font-size: 0; }
  .pairs .outcome .sign { font-size: 14px; }
}
`

/** Paper: light, nothing hidden, nothing torn apart, the marking and the page number on each sheet. */
export const paperOf = (marking: Marking): string => `
@page {
  size: A4; margin: 16mm 14mm;
  @top-right { content: "TLP:${marking}"; font: 600 9pt system-ui, sans-serif; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; }
}
@media print {
  :root {
    color-scheme: light; --paper: #fff; --sheet: #fff; --faint: #f2f2f2; --line: #bbb; --ink: #000;
    --soft: #444; --link: #000; --toward: #a34700; --away: #1f5a9c; --plain: #777; --warn: #f7f0dc;
  }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .skip, nav { display: none; }
  a { text-decoration: none; }
  article { margin: 1.5rem 0; padding: 0; border: 0; border-radius: 0; }
  .scroll { overflow: visible; }
  .weighed { display: block; }
  .weighed figure { margin-top: .8rem; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  .pairs, tr, figure, .how, .innocent, .sum, .facts, .record div { break-inside: avoid; }
  h2, h3, h4, h2 + p, caption, header, summary, tbody > tr:has(th[scope="rowgroup"]) { break-after: avoid; }
  tfoot tr { break-before: avoid; }
  details::details-content { block-size: auto; content-visibility: visible; }
  summary { color: inherit; list-style: none; }
}
`
