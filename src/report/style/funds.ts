/** The way of value: its picture in the size of the screen, sums beside times, ends, ways, links across stops and patterns. */
export const funds = `
article h3 small { font-size: .8rem; font-weight: 400; }
.became { max-width: 54rem; font-size: 1.05rem; }
.flow { margin: 1.1rem 0 1.4rem; }
.flow figcaption { max-width: 46rem; }
.sankey { display: block; }
.sankey path:hover { --tie: .7; }
.sankey.narrow { display: none; }
.flow-times { display: block; max-width: 100%; height: auto; }
.told { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); align-items: start; gap: 1.2rem 2rem; margin: 0 0 1.4rem; }
.told figcaption { max-width: 420px; }
.sums tfoot th, .sums tfoot td { border-top: 1px solid var(--ink); font-weight: 650; }
.beside { margin-top: .75rem; padding: .5rem .8rem; border-left: 4px solid var(--away); background: var(--faint); font-size: .93em; }
.swatch { margin-right: .9rem; white-space: nowrap; }
.swatch i { display: inline-block; width: .7em; height: .8em; }
.ends { min-width: 62rem; overflow-wrap: normal; }
.ends th[scope="row"] { width: 15rem; }
.ends th[scope="row"] code { font-weight: 400; }
.ends td:last-child { width: 22rem; }
.ways { min-width: 52rem; }
.ways td:last-child { width: 22rem; }
.crossed, .patterns { min-width: 62rem; overflow-wrap: normal; }
.crossed th[scope="row"] { width: 15rem; font-weight: 400; }
.crossed td:nth-child(2), .crossed td:nth-child(3) { width: 17rem; }
.patterns th[scope="row"] { width: 8rem; }
.patterns td:nth-child(2) { width: 13rem; }
.patterns td:last-child { width: 19rem; }
:is(.ends, .ways, .crossed, .patterns) li code { overflow-wrap: anywhere; }
:is(.ends, .ways, .crossed, .patterns) ol { margin: .2rem 0; padding-left: 1.4rem; }
:is(.ends, .ways, .crossed, .patterns) li { margin: .2rem 0; }
.whole-address { overflow-wrap: anywhere; }
.alike { color: var(--toward); }
.asked { display: flex; flex-wrap: wrap; gap: .6rem 2.5rem; }
.asked dt { color: var(--soft); font-size: .88em; }
.asked dd { margin: 0; }
.asked ul { margin: 0; padding: 0; list-style: none; }
.none { color: var(--soft); }
@media (max-width: 48rem) {
  .sankey.wide { display: none; }
  .sankey.narrow { display: block; }
  .sums .number { white-space: normal; }
}
@media print {
  .sankey.wide { display: none; }
  .sankey.narrow { display: block; }
  .ends, .ways, .crossed, .patterns { min-width: 0; overflow-wrap: anywhere; }
  .ends { table-layout: fixed; }
  .ends thead th:nth-child(2), .ends thead th:nth-child(5) { width: 9%; }
  .ends thead th:nth-child(3), .ends thead th:nth-child(4) { width: 18.5%; }
  .ends thead th:nth-child(6) { width: 26%; }
  .ends .number { white-space: normal; }
}
`
