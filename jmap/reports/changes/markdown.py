"""Changes for a pull request: what they do to customers first, then everything, in Markdown that
GitHub shows. No text of a map becomes a link, a mention or markup there.
"""

from collections.abc import Iterator, Sequence

from jmap.diff.judged import Judged
from jmap.model.forms import AdHoc
from jmap.model.index import index
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.paint.markdown import BREAK, isolated
from jmap.reports.changes.compared import Compared, counted, name_of
from jmap.reports.changes.standing import Standing, standings
from jmap.syntax.fold import fold

LIMIT = 60_000
"""Most bytes of a comment; GitHub refuses those above 65,536 characters."""
_LISTED = 20
"""How many changes for the worse, and how many for the better, are told in sentences."""
_NOTE = "\n\n*{left} more changes are left out here; `jmap diff` shows all.*\n"


def markdown(compared: Sequence[Compared]) -> str:
    """A summary in the customer's terms, then a table of changes for each workspace.

    It never has more than ``LIMIT`` bytes: rows at the end are left out, and counted.
    """
    everything = [one for part in compared for one in part.changes]
    head = "\n".join(_summary(compared, everything))
    if not everything:
        return head
    rows = [row for part in compared for row in _table(part)]
    table = ["", "<details><summary>All changes</summary>", "", *_HEADING]
    room = LIMIT - len(f"{head}{table}{_NOTE}</details>".encode()) - 200
    kept: list[str] = []
    for row in rows:
        room -= len(row.encode()) + 1
        if room < 0:
            break
        kept.append(row)
    left = len(rows) - len(kept)
    note = _NOTE.format(left=left) if left else "\n"
    return "\n".join([head, *table, *kept]) + note + "\n</details>\n"


_HEADING = ("| where | before | after | for customers |", "| --- | --- | --- | --- |")


def _summary(compared: Sequence[Compared], changes: Sequence[Judged]) -> Iterator[str]:
    yield "### What this changes for customers"
    yield ""
    yield f"**{counted(changes).capitalize()}.**"
    rows = [row for part in compared for row in _standing(part)]
    if rows:
        yield from ("", "| | before | after |", "| --- | --- | --- |", *rows)
    for effect, title in (("worse", "Worse"), ("better", "Better")):
        found = [
            _sentence(one, part.after)
            for part in compared
            for one in part.changes
            if one.weight.effect == effect
        ]
        if found:
            yield from ("", f"**{title}**", "", *found[:_LISTED])
        if len(found) > _LISTED:
            yield f"- … and {len(found) - _LISTED} more"
    yield ""


def _standing(part: Compared) -> Iterator[str]:
    for one in standings(part.before, part.after):
        if one.before != one.after:
            yield _standing_row(one)


def _standing_row(one: Standing) -> str:
    what = f"{_text(one.journey)}: {one.what}"
    return f"| {what} | {_text(one.before)} | {_text(one.after)} |"


def _sentence(one: Judged, workspace: Workspace) -> str:
    name = name_of(one) or one.where
    return f"- **{_text(name)}**: {_text(one.weight.reason)}{_owner(one, workspace)}"


def _owner(one: Judged, workspace: Workspace) -> str:
    part = one.change.part
    owner = part.owner if isinstance(part, Touchpoint) else None
    if owner is None:
        return ""
    if isinstance(owner.team, AdHoc):
        return f" · owner {_text(owner.team.name)}"
    labels = index(workspace).labels.get("team", {})
    return f" · owner {_text(labels.get(fold(owner.team), owner.team))}"


def _table(part: Compared) -> Iterator[str]:
    for one in part.changes:
        where = ".".join(filter(None, (part.name, one.where)))
        effect = one.weight.effect
        weight = "" if effect == "neutral" else f"{effect}: {_text(one.weight.reason)}"
        gone, new = (BREAK.join(map(_text, side)) for side in (one.lines.gone, one.lines.new))
        yield f"| {_text(where)}{_kind(one)} | {gone} | {new} | {weight} |"


def _kind(one: Judged) -> str:
    change = one.change
    if change.field and change.kind != "moved":
        return " (as it seems)" if change.guess else ""
    likely = ", as it seems" if change.guess else ""
    was = f" from {_text(str(change.before or change.was))}" if change.kind == "renamed" else ""
    return f" ({change.kind}{was}{likely})"


def _text(text: str) -> str:
    return isolated(" ".join(text.split()), always=False)
