/** The ranking, and each case as a sheet with its matches. */
export const cases = `
.ranking { margin: 1.25rem 0 .5rem; }
.ranking small { white-space: nowrap; }
article {
  margin: 2.25rem 0; padding: 1.1rem 1.4rem 1.3rem;
  border: 1px solid var(--line); border-radius: 6px; background: var(--sheet);
}
article h3 { font-size: 1.4rem; letter-spacing: -.01em; }
.rank { margin: 0; color: var(--soft); font-size: .9rem; }
.why { margin: .2rem 0 1rem; color: var(--soft); }
.from { margin: 0; color: var(--soft); }
.from b { color: var(--ink); }
.record { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .5rem 1.5rem; margin: .6rem 0 0; }
.record dt { color: var(--soft); font-size: .85em; }
.record dd { margin: 0; font-weight: 500; }
.record dd small { font-weight: 400; }

.match { margin-top: 1.5rem; padding-top: 1.1rem; border-top: 2px solid var(--line); }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; margin: .4rem 0; }
.facts div { display: flex; gap: .4rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.sum { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 1.3rem; margin: .6rem 0 .9rem; }
.sum b { font-size: 1.3em; font-weight: 650; }
.weighed { display: grid; grid-template-columns: minmax(0, 1fr) 360px; align-items: start; gap: 1rem 2rem; }
figure { margin: 0; }
figcaption { max-width: 360px; margin-top: .4rem; color: var(--soft); font-size: .82em; }
.waterfall { display: block; max-width: 100%; height: auto; }

.pairs { table-layout: fixed; }
.pairs thead th:nth-child(1) { width: 18%; }
.pairs thead th:nth-child(3) { width: 6.4rem; }
.pairs thead th:nth-child(5) { width: 4.8rem; }
.pairs tbody th { hyphens: auto; }
.pairs small { display: block; }
.pairs .outcome { white-space: nowrap; }
.pairs .none { color: var(--soft); font-style: italic; }
.pairs .unknown { color: var(--soft); }
.pairs tbody .end th { color: var(--soft); font-weight: 500; }
.pairs tfoot .end th, .pairs tfoot .end td { border-top: 1px solid var(--ink); font-weight: 650; }
.how, .innocent { margin-top: .75rem; padding: .5rem .8rem; border-radius: 4px; background: var(--faint); font-size: .93em; }
.how p, .how ul, .innocent p, .innocent ul { margin: .1rem 0; }

.whole { margin-top: 1rem; }
.entry th[scope="row"] { width: 10.5rem; color: var(--soft); font-weight: 500; }
.entry th[scope="rowgroup"] { padding: .7rem 0 .15rem; border-top: 0; font-size: .9em; }
.entry td > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.2rem; }
.entry p { margin: 0; }
.entry small { display: inline-block; margin-inline-start: .35rem; }
.owed { min-width: 38rem; }
.owed th[scope="row"] { width: 15rem; font-weight: 400; }
.owed td:nth-child(2) { white-space: nowrap; }
.owed .same { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.flips { color: var(--soft); font-size: .93em; }
.seen, .cut { color: var(--soft); }
`
