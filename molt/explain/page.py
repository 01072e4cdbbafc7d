"""The page: one HTML file without scripts, without anything from elsewhere, the same bytes for the same program."""

from __future__ import annotations

import html
from collections import Counter

from molt.explain.facts import KINDS, FunctionFacts, Line, ModuleFacts, Report, Site
from molt.explain.highlight import highlighted
from molt.explain.reasons import Obstacle
from molt.explain.style import STYLE
from molt.tables.ops import OPS

_MARKS = {"typed": "●", "guarded": "◐", "runtime": "→", "boxed": "○"}
_MEANING = {
    "typed": "types are known: numbers in registers, direct calls, no test",
    "guarded": "the same behind a test; where it fails, the generic code goes on",
    "runtime": "a call into the runtime: there is nothing better for it",
    "boxed": "on objects, though other types would do better",
}
_OBSTACLES_SHOWN = 12
_PLACES_SHOWN = 8
_SITES_SHOWN = 10


def page(report: Report, title: str) -> str:
    """All of the page."""
    several = len(report.modules) > 1
    body = [_summary(report, title), _obstacles(report, several), _functions(report, several), *(_file(m) for m in report.modules)]
    return ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            f"<title>{_text(title)}, explained</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n" + "\n".join(filter(None, body))
            + "\n</main>\n</body>\n</html>\n")


def _text(text: str) -> str:
    return html.escape(text)


def _prose(text: str) -> str:
    """Text with `code` in it."""
    parts = text.split("`")
    return "".join(f"<code>{_text(part)}</code>" if n % 2 else _text(part) for n, part in enumerate(parts))


# The head of the page.

def _summary(report: Report, title: str) -> str:
    every, loops = report.shares(only_loops=False), report.shares(only_loops=True)
    rows = [f'<li class="{kind}"><b>{_MARKS[kind]} {kind}</b> {_percent(every, kind)}<br><span class="soft">{_MEANING[kind]}</span></li>'
            for kind in KINDS]
    bars = f"<p>{sum(every.values())} lines with operations</p>{_bar(every)}"
    if loops:
        bars += f"<p>{sum(loops.values())} of them in loops</p>{_bar(loops)}"
    return (f'<header>\n<h1>{_text(title)}</h1>\n<p class="soft">How Molt compiles each line, by its worst operation. Open a line for details.</p>\n</header>\n'
            f'<section class="card">\n{bars}\n<ul class="legend">\n' + "\n".join(rows) + "\n</ul>\n</section>")


def _bar(shares: Counter[str]) -> str:
    parts = [f'<b class="{kind}" style="flex:{shares[kind]}" title="{kind}: {_percent(shares, kind)}"></b>' for kind in KINDS if shares[kind]]
    label = ", ".join(f"{kind} {_percent(shares, kind)}" for kind in KINDS)
    return f'<div class="bar" role="img" aria-label="{label}">{"".join(parts)}</div>'


def _percent(shares: Counter[str], kind: str) -> str:
    total = sum(shares.values())
    return f"{100 * shares[kind] / total:.0f} %" if total else "0 %"


def _obstacles(report: Report, several: bool) -> str:
    found = report.obstacles()[:_OBSTACLES_SHOWN]
    if not found:
        return ""
    items = [f"<li>{_obstacle(obstacle)}<div class=\"places\">{_places(places, several)}</div></li>" for obstacle, _, places in found]
    return ('<section class="card">\n<h2>What stands in the way <span class="soft">(loops first)</span></h2>\n<ul class="obstacles">\n'
            + "\n".join(items) + "\n</ul>\n</section>")


def _obstacle(obstacle: Obstacle) -> str:
    advice = f'<div class="advice">{_prose(obstacle.advice)}</div>' if obstacle.advice else ""
    return f"<div>{_prose(obstacle.text)}</div>{advice}"


def _places(places: list[tuple[str, int]], several: bool) -> str:
    links = [f'<a href="#{_anchor(module, line)}">{_text(module) + ":" if several else ""}{line}</a>' for module, line in places[:_PLACES_SHOWN]]
    more = f" and {len(places) - _PLACES_SHOWN} more" if len(places) > _PLACES_SHOWN else ""
    return f"line{'s' if len(places) > 1 else ''} {', '.join(links)}{more}"


def _anchor(module: str, line: int) -> str:
    return f"{_text(module)}-{line}"


def _functions(report: Report, several: bool) -> str:
    rows = [_function_row(m.source.module, f, several) for m in report.modules for f in m.functions]
    if not rows:
        return ""
    return ('<section class="card">\n<h2>Functions</h2>\n<div class="scroll"><table>\n<tr><th>function</th><th>typed entry</th><th>specialised</th>'
            "<th>tests</th><th>generic code</th></tr>\n" + "\n".join(rows) + "\n</table></div>\n</section>")


def _function_row(module: str, facts: FunctionFacts, several: bool) -> str:
    name = f"{module}.{facts.symbol}" if several else facts.symbol
    entry = f"<code>({_text(facts.entry)})</code>" if facts.has_entry else f'<span class="soft">none: {_text(facts.entry)}</span>'
    good = facts.kinds["typed"] + facts.kinds["guarded"]
    share = f"{good} of {sum(facts.kinds.values())}"
    return (f'<tr><td><a href="#{_anchor(module, facts.line)}"><code>{_text(name)}</code></a></td><td>{entry}</td><td class="count">{share}</td>'
            f'<td class="count">{facts.guards}</td><td>{"yes" if facts.has_generic else "none"}</td></tr>')


# The source.

def _file(module: ModuleFacts) -> str:
    texts = highlighted(module.source)
    while len(texts) > 1 and not texts[-1].strip():
        texts.pop()
    entries = {f.line: _entry_text(f) for f in module.functions}
    rows = [_line(module, number, text, entries.get(number, "")) for number, text in enumerate(texts, 1)]
    return (f'<section class="card file">\n<h2><span>{_text(module.source.path)}</span>'
            '<label><input type="checkbox" class="only"> only what could be faster</label></h2>\n' + "\n".join(rows) + "\n</section>")


def _entry_text(facts: FunctionFacts) -> str:
    return f"typed entry ({facts.entry})" if facts.has_entry else f"no typed entry: {facts.entry}"


def _line(module: ModuleFacts, number: int, text: str, entry: str) -> str:
    """`entry`: what to say of the function whose definition starts here."""
    line = module.lines.get(number)
    anchor = _anchor(module.source.module, number)
    mark = _MARKS[line.kind] if line else ""
    row = f'<span class="number">{number}</span><span class="mark">{mark}</span><span class="code">{text}</span>'
    peek = entry if line is None else _first_reason(line) or entry
    row += f'<span class="peek">{_prose(peek)}</span>' if peek else ""
    if line is None:
        return f'<div class="line" id="{anchor}"><div class="row">{row}</div></div>'
    sites = "\n".join(_site(site) for site in line.sites)
    return (f'<details class="line {line.kind}" id="{anchor}"><summary class="row" title="{_hover(line)}">{row}</summary>\n'
            f'<div class="panel">\n{sites}\n</div></details>')


def _hover(line: Line) -> str:
    """What a pointer over the line shows."""
    return "&#10;".join(f"{site.kind}: {_signature(site)}" for site in line.sites[:_SITES_SHOWN])


def _first_reason(line: Line) -> str:
    return next((site.obstacle.text for site in line.sites if site.kind == "boxed" and site.obstacle is not None), "")


def _site(site: Site) -> str:
    loop = ' <span class="soft">in a loop</span>' if site.in_loop else ""
    why = f'<div class="why">{_obstacle(site.obstacle)}</div>' if site.obstacle is not None else ""
    tests = "".join(f'<div class="test">{_prose(f"`{name}`: {OPS[name].doc}")}</div>' for name in site.guards)
    return (f'<div class="op {site.kind}"><span class="kind">{_MARKS[site.kind]} {site.kind}</span> {_text(site.text)}{loop}'
            f'<div class="soft">{_signature(site)}</div>{tests}{why}</div>')


def _signature(site: Site) -> str:
    """The op, what it takes and what it gives."""
    operands = ", ".join(f"{_text(name)}: {_text(type_)}" for name, type_ in site.operands)
    return f"{_text(site.op)} ({operands})" + (f" → {_text(site.result)}" if site.result else "")
