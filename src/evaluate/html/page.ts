/** Style and behaviour of the report: everything that the page needs is in it. */

export const STYLE = `
:root { color-scheme: light dark; --bg: #fbfaf8; --card: #fff; --ink: #1d1f24; --soft: #666b76; --line: #e2dfd8;
  --s1: #2458a6; --s2: #c4621b; --s3: #5b8c3e; --bad: #b3261e; --badbg: #fbe9e7; --good: #2e7d4f; --chip: #efece5; }
@media (prefers-color-scheme: dark) { :root { --bg: #15171b; --card: #1d2026; --ink: #e8e6e1; --soft: #9aa0ab;
  --line: #32363e; --s1: #7aa9f0; --s2: #f0a05f; --s3: #96c97a; --bad: #ff8a80; --badbg: #3a2120; --good: #7fce9f;
  --chip: #2a2e36; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 20px 80px; }
h1 { font-size: 26px; margin: 0 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 18px; margin: 40px 0 12px; }
.lead, .note { color: var(--soft); margin: 0 0 8px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 4px 14px 4px 0; vertical-align: baseline; }
thead th { border-bottom: 2px solid var(--line); padding-bottom: 8px; }
tbody th { font-weight: 400; white-space: nowrap; }
tr.section th { font-weight: 600; padding-top: 16px; }
td { white-space: nowrap; } td b { font-weight: 600; } td small { color: var(--soft); margin-left: 6px; white-space: nowrap; }
td.best b { color: var(--good); } td.alarm, td.alarm small { color: var(--bad); font-weight: 700; }
.none { color: var(--soft); }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 16px; }
figure { margin: 0; } figcaption { font-weight: 600; margin-bottom: 6px; }
svg { width: 100%; height: auto; display: block; }
.grid { stroke: var(--line); fill: none; } .ideal { stroke: var(--soft); stroke-dasharray: 4 4; fill: none; }
.tick, .axis { fill: var(--soft); font: 11px system-ui, sans-serif; }
.line { fill: none; stroke-width: 2; } .thin { stroke-width: 1; }
.line.s1 { stroke: var(--s1); } .line.s2 { stroke: var(--s2); } .line.s3 { stroke: var(--s3); }
.bar.s1, .dot.s1 { fill: var(--s1); } .bar.s2 { fill: var(--s2); } .bar.s3 { fill: var(--s3); }
.dot { fill-opacity: .75; } .shipped { stroke: var(--card); stroke-width: 2; fill-opacity: 1; }
.legend { display: flex; flex-wrap: wrap; gap: 6px 18px; margin: 0 0 12px; padding: 0; list-style: none; }
.legend i { display: inline-block; width: 12px; height: 12px; border-radius: 3px; margin-right: 6px; vertical-align: -1px; }
.legend .s1 { background: var(--s1); } .legend .s2 { background: var(--s2); } .legend .s3 { background: var(--s3); }
form { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin-bottom: 12px; }
input, select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: 6px 10px; min-width: 0; } input { flex: 1 1 220px; }
details { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-bottom: 8px; }
summary { cursor: pointer; padding: 10px 14px; display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
summary::-webkit-details-marker { display: none; }
summary .question { flex: 1 1 420px; font-weight: 500; overflow-wrap: anywhere; }
.chip { background: var(--chip); border-radius: 999px; padding: 1px 10px; font-size: 12.5px; white-space: nowrap; }
.chip.bad { background: var(--badbg); color: var(--bad); }
.inside { padding: 2px 14px 14px; display: grid; gap: 12px 24px;
  grid-template-columns: repeat(auto-fit, minmax(min(360px, 100%), 1fr)); }
h3 { font-size: 12.5px; margin: 0 0 4px; color: var(--soft); font-weight: 600; }
.inside ol, .inside ul { margin: 0; padding-left: 20px; } .inside li { margin-bottom: 6px; overflow-wrap: anywhere; }
blockquote { margin: 4px 0; padding-left: 10px; border-left: 3px solid var(--line); color: var(--soft); }
code { font: 12.5px ui-monospace, monospace; overflow-wrap: anywhere; } li.hit code { color: var(--good); }
pre { font: 12px/1.45 ui-monospace, monospace; white-space: pre-wrap; margin: 0; overflow-wrap: anywhere; }
.wide { grid-column: 1 / -1; } [hidden] { display: none !important; }
.banner { background: var(--badbg); color: var(--bad); border-radius: 10px; padding: 12px 16px; font-weight: 600; margin: 16px 0; }
`;

/** Filters the failures by verdict, kind and words. Without it they all show. */
export const SCRIPT = `
const form = document.querySelector('form');
const failures = [...document.querySelectorAll('details')];
const shown = document.querySelector('output');
function filter() {
  const { verdict, kind, words } = Object.fromEntries(new FormData(form));
  const wanted = words.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const failure of failures) {
    const text = failure.textContent.toLowerCase();
    failure.hidden = !((!verdict || failure.dataset.verdict === verdict) && (!kind || failure.dataset.kind === kind)
      && wanted.every((word) => text.includes(word)));
    if (!failure.hidden) count += 1;
  }
  shown.textContent = count + ' shown';
}
if (form) {
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();
}
`;
