/** A ring: three pictures side by side where there is room, and the table of what is shared. */
export const rings = `
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); align-items: start; gap: 1.2rem 1.6rem; margin: 1rem 0 1.4rem; }
.pictures figcaption { max-width: 420px; }
.ring, .hand-overs { display: block; max-width: 100%; height: auto; }
.ring > g:hover { --tied: var(--toward); --tie: 1; }
.stated { width: auto; margin: 1rem 0; }
.beside { margin-top: .75rem; padding: .5rem .8rem; border-left: 4px solid var(--away); background: var(--faint); font-size: .93em; }
.beside p, .beside ul { margin: .1rem 0; }
.accounts { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: 0; list-style: none; }
.shared { table-layout: fixed; min-width: 64rem; }
.shared thead th:nth-child(1) { width: 2.8rem; }
.shared thead th:nth-child(2) { width: 12rem; }
.shared thead th:nth-child(3) { width: 10.5rem; }
.shared thead th:nth-child(4), .shared thead th:nth-child(5) { width: 5.6rem; }
.shared thead th:nth-child(7) { width: 12rem; }
.shared thead th:nth-child(8) { width: 8.5rem; }
.shared .number { padding-right: 1.1rem; }
.shared ol { margin: .2rem 0; padding-left: 1.4rem; }
.shared tfoot th, .shared tfoot td { border-top: 1px solid var(--ink); font-weight: 650; }
`
