"""Changes for terminals: where, what is gone and what is new, and what that does to customers."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from jmap.diff.judged import Judged
from jmap.diff.weight import Weight
from jmap.diff.weights import ON_PAPER
from jmap.model.workspace import Workspace
from jmap.reports.changes.compared import Compared, counted, name_of
from jmap.reports.style import Style
from jmap.reports.visible import visible

_SHOWN = 12
"""How many lines of a part that came or went are shown."""


def text(compared: Sequence[Compared], style: Style) -> str:
    """All changes, part by part, and a line that counts them."""
    blocks: list[str] = []
    workspace = ""
    for one in compared:
        if one.changes and one.name != workspace:
            workspace = one.name
            blocks.append(style.strong(visible(one.name) or ".") + "\n")
        for _, group in groupby(one.changes, key=lambda item: item.where):
            blocks.append("\n".join(_part(list(group), one.after, style)) + "\n")
    everything = [item for one in compared for item in one.changes]
    return "\n".join([*blocks, counted(everything) + "\n"])


def _part(group: list[Judged], workspace: Workspace, style: Style) -> Iterator[str]:
    first = group[0]
    name = visible(" ".join(name_of(first, workspace).split()))
    keyword = first.change.keyword
    where = visible(first.where)
    yield f"{keyword} {style.strong(where)}" + (f"  {name}" if name else "") if where else "file"
    for one in group:
        yield from _change(one, style)


def _change(one: Judged, style: Style) -> Iterator[str]:
    change = one.change
    likely = " (as it seems)" if change.guess else ""
    if change.kind == "renamed":
        yield f"  renamed: it was {visible(str(change.before or change.was))}{likely}"
    elif change.origin:
        yield f"  moved: it was {visible(one.origin)}"
    elif change.kind == "moved":
        what = " ".join(one.lines.new) or "it"
        yield f"  moved: {visible(what)} is number {(change.at or 0) + 1} now"
    elif not change.field:
        yield f"  {change.kind}"
    yield from _lines(one.lines.gone, "-", style.bad)
    if change.kind != "moved":
        yield from _lines(one.lines.new, "+", style.good)
    yield from _weight(one.weight, style)
    if one.allowed is not None:
        by = f" ({visible(one.allowed.by)})" if one.allowed.by else ""
        yield f"    {style.good('allowed')}: {visible(one.allowed.reason)}{by}"


def _weight(weight: Weight, style: Style) -> Iterator[str]:
    """What it does to customers; that it only looks better is a note."""
    marks = {"worse": style.bad, "better": style.good}
    if weight.effect in marks:
        said = marks[weight.effect](weight.effect)
    elif weight.name in ON_PAPER:
        said = style.strong("note")
    else:
        return
    yield f"    {said}[{weight.name}] {visible(weight.reason)}"


def _lines(lines: tuple[str, ...], sign: str, mark: Callable[[str], str]) -> Iterator[str]:
    for line in lines[:_SHOWN]:
        yield mark(f"  {sign} {visible(line)}")
    if len(lines) > _SHOWN:
        yield f"    … and {len(lines) - _SHOWN} lines more"
