/** The map, the page of a state, calendar and timeline. */
export const states = `
:root { --mapline: #8a8f96; --mapland: #e9e6de; --grave: #b3261e; --doubt: #7a4fb5; }
@media (prefers-color-scheme: dark) {
  :root { --mapline: #6a7078; --mapland: #2a2f35; --grave: #f2857c; --doubt: #c0a2f2; }
}
.world { margin: 1.25rem 0; }
.map { display: block; width: 100%; height: auto; }
.map a:focus-visible path, .map a:focus-visible circle { stroke: var(--link); stroke-width: 6; }
.map a:hover path, .map a:hover circle { stroke: var(--ink); stroke-width: 4; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; margin: .75rem 0; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: .5rem; }
.world figcaption, .wide figcaption { max-width: 46rem; }
.letter { display: inline-block; min-width: 1.2em; }
.states th, .states td { padding-right: .6rem; }
.states, .calendar, .events, .cohorts { overflow-wrap: normal; }
.states td:nth-child(2), .states .number { white-space: nowrap; }
.states thead .number { white-space: normal; }
.label { max-width: none; font-size: 1.05rem; }
.label strong { margin-right: .6rem; font-size: 1.15rem; }
.label .letter { padding: 0 .4rem; border: 1px solid var(--soft); border-radius: 3px; text-align: center; }
.label span { color: var(--soft); }
article h4 { margin: 1.4rem 0 .35rem; }
.proof { margin: .25rem 0; padding-left: 1.2rem; }
.proof li, article li { max-width: none; margin: .15rem 0; }
.step { color: var(--soft); }
.step::after { content: ":"; }
.grade { padding: 0 .3rem; border: 1px solid var(--line); border-radius: 3px; font-size: .85em; }
.axes { display: grid; gap: .1rem 1.5rem; }
.cell summary { color: var(--ink); }
.axis { display: inline-block; min-width: 9rem; color: var(--soft); }
.none { color: var(--soft); }
.duties { min-width: 46rem; }
.duties td:nth-child(3) { white-space: nowrap; }
.duties td:nth-child(2) { width: 26%; }
.duties td:nth-child(5) { width: 26%; }
.sides { table-layout: fixed; min-width: 42rem; }
.sides thead th:first-child { width: 20%; }
.sides td p, .sides td ul { margin: .1rem 0; }
.series, .timeline { display: block; max-width: 100%; height: auto; }
article figure { margin: .75rem 0 .25rem; }
article figcaption { max-width: 46rem; }
.statements { min-width: 56rem; }
.statements th code { word-break: break-all; }
.statements td:nth-child(4) { white-space: nowrap; }
.statements tr:target { outline: 2px solid var(--link); }
.cohorts { min-width: 56rem; }
.cohorts td:nth-child(5) { white-space: nowrap; }
.silent { columns: 14rem; padding: 0; list-style: none; }
.silent li { margin: .1rem 0; }
.calendar { min-width: 56rem; }
.calendar .ahead th { font-weight: 700; }
.calendar th[scope="row"] { width: 13rem; }
.calendar td:nth-child(3) { white-space: nowrap; }
.wide { margin: 1rem 0; }
.events { min-width: 42rem; }
.events th[scope="row"], .events td:nth-child(2) { white-space: nowrap; }
.sources div { margin: .2rem 0; }
.sources dd { display: inline; margin-left: .5rem; }
.sources dt { display: inline; }
@media print { .map a { color: inherit; } .silent { columns: 4; } }
`
