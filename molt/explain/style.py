"""The style sheet of the page."""

STYLE = """\
:root { color-scheme: light dark;
  --ground: light-dark(#fbfaf7, #15171c); --card: light-dark(#fff, #1d2027); --edge: light-dark(#e4e0d8, #30343d);
  --ink: light-dark(#22252b, #e3e5ea); --soft: light-dark(#6a6f7a, #969ca8);
  --typed: light-dark(#1c8a55, #43c584); --guarded: light-dark(#8a7a10, #c9b848);
  --runtime: light-dark(#4a73b8, #7ba3e6); --boxed: light-dark(#c8452d, #f08068);
  --keyword: light-dark(#7a3e9d, #c792ea); --string: light-dark(#2f6f4f, #a5d6a7); --number: light-dark(#a5531a, #f0b27a); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 74rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
p { margin: .4rem 0; } .soft { color: var(--soft); } a { color: inherit; }
code, .code, .op { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .86em; }
.card { background: var(--card); border: 1px solid var(--edge); border-radius: .7rem; padding: 1rem 1.1rem; margin: 1rem 0; }
.bar { display: flex; height: 1.1rem; border-radius: .55rem; overflow: hidden; background: var(--edge); margin: .2rem 0 .8rem; gap: 2px; }
.bar b { display: block; background: var(--kind); min-width: 3px; }
.typed { --kind: var(--typed); } .guarded { --kind: var(--guarded); } .runtime { --kind: var(--runtime); } .boxed { --kind: var(--boxed); }
.legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .5rem 1.2rem; margin: .4rem 0 0; padding: 0; list-style: none; }
.legend b, .mark { color: var(--kind); }
.obstacles { margin: 0; padding: 0; list-style: none; } .obstacles li { padding: .55rem 0; border-top: 1px solid var(--edge); }
.obstacles li:first-child { border-top: 0; }
.advice { color: var(--soft); font-size: .92em; } .places { font-size: .86em; color: var(--soft); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .92em; }
th { text-align: left; font-weight: 600; color: var(--soft); white-space: nowrap; }
th, td { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--edge); vertical-align: top; } tr:last-child td { border-bottom: 0; }
td code { white-space: nowrap; } td.count { font-variant-numeric: tabular-nums; }
.file { padding: .6rem 0; overflow: hidden; } .file h2 { padding: .2rem 1.1rem; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
.file h2 span { flex: 1; overflow-wrap: anywhere; }
label { font-weight: 400; font-size: .9rem; color: var(--soft); cursor: pointer; }
.line { border-left: .3rem solid transparent; scroll-margin-top: 30vh; }
.line:target { outline: 2px solid var(--kind, var(--soft)); outline-offset: -2px; }
.row { display: flex; align-items: baseline; padding: 0 .8rem 0 .3rem; min-height: 1.5em; list-style: none; }
.row::-webkit-details-marker { display: none; }
.number { flex: 0 0 2.6rem; text-align: right; color: var(--soft); font-size: .74em; user-select: none; text-decoration: none; }
.mark { flex: 0 0 1.6rem; text-align: center; font-size: .8em; user-select: none; }
.code { flex: 1 1 auto; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
.code:empty::before { content: "\\200b"; }
.code i { font-style: normal; } .k { color: var(--keyword); } .s { color: var(--string); } .n { color: var(--number); }
.c { color: var(--soft); }
.peek { flex: 0 1 24rem; margin-left: 1.5rem; text-align: right; font-size: .78em; color: var(--soft); overflow: hidden; text-overflow: ellipsis;
  white-space: nowrap; }
details.line { border-left-color: var(--kind); background: color-mix(in srgb, var(--kind) 13%, transparent); }
details.line.typed, details.line.guarded, details.line.runtime { background: color-mix(in srgb, var(--kind) 8%, transparent); }
details.line > .row { cursor: pointer; } details.line > .row:hover { background: color-mix(in srgb, var(--kind) 20%, transparent); }
details.line > .row:focus-visible { outline: 2px solid var(--kind); outline-offset: -2px; }
details[open].line { padding-bottom: .7rem; }
.panel { margin: .2rem .8rem 0 2.9rem; padding: .3rem .9rem; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; }
.op { padding: .45rem 0; border-top: 1px solid var(--edge); overflow-wrap: anywhere; } .op:first-child { border-top: 0; }
.op .kind { color: var(--kind); font-family: system-ui, sans-serif; font-weight: 600; }
.op .test { font-family: system-ui, sans-serif; color: var(--soft); font-size: .95em; padding-left: 1.1em; text-indent: -1.1em; }
.op .test::before { content: "◐ "; color: var(--guarded); }
.op .why { font-family: system-ui, sans-serif; margin: .2rem 0 0; font-size: 1.05em; }
body:has(.only:checked) .line:not(.boxed) { display: none; }
@media (max-width: 46rem) {
  main { padding: 1rem .5rem 3rem; } .card { padding: .9rem .8rem; } .file { padding: .6rem 0; } .peek { display: none; }
  .number { flex-basis: 1.9rem; } .mark { flex-basis: 1.2rem; } .row { padding-right: .3rem; } .panel { margin: .2rem .4rem 0; }
  .code { font-size: .8em; }
}
@media print { details.line::details-content { content-visibility: visible; } }
"""
