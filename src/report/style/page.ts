/** Text, headings, tables: what every part of the page shares. */
export const page = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 76rem; padding: 0 1.5rem 3rem;
  background: var(--paper); color: var(--ink);
  font: 15px/1.5 var(--text); font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2, h3, h4 { margin: 0; font-weight: 650; line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.9rem; letter-spacing: -.015em; }
h2 { margin: 2.75rem 0 .75rem; padding-top: .9rem; border-top: 2px solid var(--ink); font-size: 1.3rem; }
h3, h4 { font-size: 1.05rem; }
p, ul, dl { margin: .5rem 0; }
ul { padding-left: 1.2rem; }
main p, main li { max-width: 46rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
small { color: var(--soft); font-size: .82em; }
small small { font-size: inherit; }
code { font: .82em/1.4 var(--code); }
.place { color: var(--soft); }
summary { padding: .25rem 0; color: var(--link); cursor: pointer; }

table { width: 100%; border-collapse: collapse; font-size: .93em; line-height: 1.4; }
caption { padding: 0 0 .3rem; color: var(--soft); font-size: .88em; text-align: left; }
th, td { padding: .32rem .9rem .32rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: baseline; }
th:last-child, td:last-child { padding-right: 0; }
thead th {
  border-top: 0; border-bottom: 1px solid var(--soft); color: var(--soft);
  font-size: .9em; font-weight: 500; overflow-wrap: normal; vertical-align: bottom;
}
tbody th { font-weight: 600; }
tbody th small { font-weight: 400; }
.number { text-align: right; white-space: nowrap; }
.sign { display: inline-block; width: 1.1em; font-weight: 700; text-align: center; }
.scroll { overflow-x: auto; }

.skip { position: absolute; left: -99rem; }
.skip:focus { top: .5rem; left: 1rem; padding: .4rem .8rem; background: var(--sheet); }
.marking {
  display: inline-block; padding: .05rem .5rem; border: 1px solid #555;
  background: #000; color: #fff; font-size: .8rem; font-weight: 700; letter-spacing: .03em;
}
.marking.red { color: #ff2b2b; }
.marking.amber, .marking.amber-strict { color: #ffc000; }
.marking.green { color: #3f0; }
.page { padding-top: 1.25rem; }
.marked { margin-bottom: 1.5rem; color: var(--soft); font-size: .9rem; }
.made { margin-top: .35rem; color: var(--soft); }
.warning { max-width: none; padding: .5rem .8rem; border-left: 4px solid var(--warnline); background: var(--warn); }
.warning strong { margin-right: .4rem; }
nav ul {
  display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1.25rem 0 0; padding: .6rem 0;
  border-top: 1px solid var(--line); border-bottom: 1px solid var(--line);
  color: var(--soft); list-style: none;
}
#summary h2 { margin-top: 1.25rem; border-top: 0; }
.numbers { display: flex; flex-wrap: wrap; gap: .75rem 2.75rem; margin: .5rem 0 1.5rem; }
.numbers div { display: flex; flex-direction: column-reverse; }
.numbers dd { margin: 0; font-size: 2rem; font-weight: 600; letter-spacing: -.02em; line-height: 1.15; }
.numbers dt { color: var(--soft); }
.law { padding: .1rem 0 .1rem .8rem; border-left: 4px solid var(--ink); font-weight: 500; }
.stale td:nth-child(3), .refused td:nth-child(3) { font-weight: 600; }
.lists td small { font-weight: 400; }
.clean .place { display: block; }
.clean td span { display: inline-block; margin-right: .8rem; }
.raw { white-space: pre-wrap; }
.hash { word-break: break-all; }
footer { margin-top: 3rem; border-top: 2px solid var(--ink); color: var(--soft); font-size: .9rem; }
footer .marked { margin: 1rem 0 0; }
`
