"""How the page looks: on light and dark, on a phone and on paper; no font and no picture is fetched."""

from typing import Final

from chorus_ocr.drawing.markup import Markup

STYLE: Final = Markup("""
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --quiet: #59636e; --paper: #fff; --sheet: #f6f7f9; --rule: #d5dae0; --link: #0a54b0;
  --blocking: #b3131b; --warning: #8a5300; --info: #1f5f9e; --fine: #1a6b35; --on: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e7eb; --quiet: #a0aab5; --paper: #16191d; --sheet: #1f2429; --rule: #3a424b; --link: #82b6ff;
    --blocking: #ff8a86; --warning: #f2b24d; --info: #86bdf5; --fine: #79d194; --on: #16191d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  display: flex; flex-direction: column; gap: 3rem; max-width: 62rem; margin: 0 auto; padding: 1.25rem 1rem 3rem;
  background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
h1, h2, h3, h4, p, ul, dl, dd, figure, pre { margin: 0; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin-bottom: .6rem; }
h3, h4 { font-size: 1rem; }
a { color: var(--link); text-underline-offset: .15em; }
code, pre { font: .925em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
nav { order: -1; }
nav ol { margin: .5rem 0 0; padding-left: 2rem; }
nav li { padding: .15rem 0; }
.report > * + * { margin-top: 2rem; }
.kind { display: flex; justify-content: space-between; color: var(--quiet); font-size: .875rem; }
.verdict { margin: .5rem 0 .35rem; }
:target { outline: 2px solid var(--link); outline-offset: 4px; }

.badge {
  display: inline-block; padding: 0 .5em; border: 2px solid; border-radius: .3em; font-size: .8125rem; font-weight: 600;
  line-height: 1.45; white-space: nowrap; text-decoration: none;
}
.badge.blocking { background: var(--blocking); border-color: var(--blocking); color: var(--on); }
.badge.warning { color: var(--warning); }
.badge.info { color: var(--info); border-style: dotted; }
.badge.fine { color: var(--fine); }

.block { display: grid; grid-template-columns: 11.5rem 1fr; border-top: 1px solid var(--rule); padding: .45rem 0; }
.block h3 { padding: .15rem 0; }
.entry { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem; padding: .15rem 0; }
.entry dt { color: var(--quiet); }
.entry dt a { color: inherit; text-decoration-color: var(--rule); }
.entry dd { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; }
.value { font-variant-numeric: tabular-nums; unicode-bidi: isolate; }
.entry .value { font-weight: 600; }
.entry .value + .value { flex-basis: 100%; }
.amount { text-align: right; white-space: nowrap; }
.blank {
  display: inline-block; min-width: 6rem; padding: 0 .5em; border: 1px dashed var(--quiet); border-radius: .2em;
  color: var(--quiet); font-style: italic; font-size: .875rem;
}
.mark, .to-print { font-size: .875rem; color: var(--quiet); }
.to-print { flex-basis: 100%; }
.inferred .value { font-style: italic; outline: 1px dashed var(--quiet); outline-offset: 2px; border-radius: .1em; }
.inferred .mark, .ambiguous .mark, .invalid .mark { color: var(--warning); }
.quiet .blank { min-width: 0; padding: 0; border: 0; }
.legend { font-size: .8125rem; color: var(--quiet); }
.block + .legend { border-top: 1px solid var(--rule); padding-top: .5rem; }

.finding, .infos { margin-bottom: .9rem; }
.finding {
  padding: .7rem 1rem; border: 1px solid var(--rule); border-left: .4rem solid; border-radius: .3rem;
  background: var(--sheet);
}
.finding.blocking { border-left-color: var(--blocking); }
.finding.warning { border-left: .4rem double var(--warning); }
.finding.info { border-left: .4rem dotted var(--info); }
.finding > * + * { margin-top: .45rem; }
.message { font-size: 1.05rem; }
.hint::before { content: "→ "; }
.line { border: 1px solid var(--rule); border-radius: .3rem; background: var(--paper); }
.line figcaption {
  padding: .1rem .6rem; border-bottom: 1px solid var(--rule); font-size: .8125rem; color: var(--quiet);
}
.line pre { padding: .45rem .6rem; white-space: pre-wrap; user-select: all; -webkit-user-select: all; }
.about { display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: .8125rem; color: var(--quiet); }
.about div { display: flex; gap: .4rem; }
.about dt { flex: none; }
.about dt::after { content: ":"; }
.about:lang(fr) dt::after { content: "\\a0:"; }
.warnings > h3 { margin: 1.4rem 0 .4rem; }
.infos > summary { cursor: pointer; padding: .25rem 0; }
.infos > article { margin-top: .6rem; }
.titles { color: var(--quiet); font-size: .875rem; }
.fine { color: var(--fine); }

.decisions details { border-top: 1px solid var(--rule); padding: .3rem 0; }
.decisions summary { cursor: pointer; }
.decisions details > div { padding: .3rem 0 .5rem 1.1rem; font-size: .9375rem; }
.decisions ul { padding-left: 1.25rem; }
.status { font-size: .8125rem; color: var(--quiet); }
.status::before { content: "· "; }
.status.ambiguous, .status.invalid { color: var(--warning); font-weight: 600; }

.facts { display: grid; gap: .2rem; margin-bottom: 1rem; }
.facts div { display: grid; grid-template-columns: 12rem 1fr; gap: 1rem; }
.facts dt { color: var(--quiet); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem 1rem .2rem 0; text-align: right; border-bottom: 1px solid var(--rule); font-weight: 400; }
th { color: var(--quiet); }
.document figure { margin-top: 1rem; }

@media (max-width: 44rem) {
  .block, .entry, .facts div { grid-template-columns: 1fr; gap: 0; }
  .block .entry { padding: .3rem 0; }
  .finding { padding: .6rem .7rem; }
  th, td { padding-right: .6rem; }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000; --quiet: #444; --paper: #fff; --sheet: #fff; --rule: #bbb; --link: #000;
    --blocking: #000; --warning: #000; --info: #000; --fine: #000; --on: #000;
  }
  body { max-width: none; padding: 0; }
  html { font-size: 10pt; }
  .block { grid-template-columns: 11.25rem 1fr; }
  .entry { grid-template-columns: 11rem 1fr; }
  .badge.blocking { background: none; border-width: 3px; }
  nav { break-after: page; }
  .report + .report { break-before: page; }
  .block, .finding, .facts div, tr { break-inside: avoid; }
  h2, .finding > h3, .finding > h4, summary { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
}
""")
