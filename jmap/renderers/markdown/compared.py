"""A journey beside the one it changes: what that comes to, then every touchpoint on both sides."""

from collections.abc import Iterable, Iterator

from jmap.gaps import Gap
from jmap.locale import capital
from jmap.model.journey import Journey
from jmap.model.number_forms import digits
from jmap.model.workspace import Workspace
from jmap.renderers.markdown.changes import stage_changes, touchpoint_changes
from jmap.renderers.markdown.closing import closing
from jmap.renderers.markdown.pen import Pen, stacked
from jmap.renderers.markdown.table import Item, bullets, table
from jmap.views.comparison import Comparison, Pair, StagePair, base_of, comparison
from jmap.views.difference import Difference
from jmap.views.numbers import UNKNOWN, quantity_text, share_text
from jmap.views.shift import Outcome, Shift

_COUNTED: tuple[tuple[str, tuple[Outcome, ...]], ...] = (
    ("gaps-closed", ("closed",)),
    ("gaps-narrowed", ("narrowed",)),
    ("gaps-wider", ("opened", "widened")),
    ("gaps-same", ("same",)),
    ("gaps-unknown", ("unknown",)),
)
_STILL: tuple[Outcome, ...] = ("same", "met", "unknown")
"""What needs no line of its own where nothing else changes."""


def compared(workspace: Workspace, journey: Journey, pen: Pen) -> Iterator[str]:
    """The blocks of the comparison; none for a journey that extends no other."""
    base = base_of(workspace, journey)
    if base is None:
        return
    found = comparison(workspace, base, journey)
    yield pen.heading(2, pen.label("comparison"))
    yield bullets([Item(line) for line in _headline(found, pen)])
    rows = [row for stage in found.stages for row in _of_stage(stage, pen)]
    rows += [
        _measured(pen.strong(found.after.title), shift, pen) for shift in _known(found.measures)
    ]
    if rows:
        yield table(_header(pen), rows)
    if any(shift.planned for shift in found.shifts):
        yield pen.label("planned-levels")
    yield _unchanged(found, pen)
    yield bullets([*_stages(found, pen), *_paths(found, pen)])


def _headline(found: Comparison, pen: Pen) -> Iterator[str]:
    yield f"{pen.label('comparison-base')}: {pen.strong(found.before.title)}"
    yield " · ".join(_counts(found, pen))
    changes = ("new", "changed", "gone", "same")
    numbers = {change: _number(_pairs(found, change), pen) for change in changes}
    yield pen.phrase("touchpoint-counts", **numbers)
    reached = found.attainment
    if reached:
        known = pen.phrase("known-on-both-sides", count=_number(reached.count, pen))
        before, after = (
            f"**{share_text(share, pen.language)}**" for share in (reached.before, reached.after)
        )
        title = f"{pen.label('mean-attainment')} ({known})"
        yield pen.phrase("moves", title=title, before=before, after=after)


def _counts(found: Comparison, pen: Pen) -> Iterator[str]:
    """How many gaps close is always said, also where none does."""
    for key, outcomes in _COUNTED:
        count = found.count(*outcomes)
        if count or key == "gaps-closed":
            yield f"**{_number(count, pen)}** {pen.label(key)}"


def _pairs(found: Comparison, change: str) -> int:
    return sum(pair.change == change for pair in found.pairs)


def _header(pen: Pen) -> list[str]:
    keys = ("as-is", "to-be", "gap", "what-changes")
    return [pen.word("touchpoint"), *map(pen.label, keys)]


def _of_stage(stage: StagePair, pen: Pen) -> Iterator[list[str]]:
    place = _linked(stage.column.key, stage.column.title, pen, there=stage.after is not None)
    yield from (_measured(place, shift, pen) for shift in _known(stage.measures))
    for pair in stage.pairs:
        if not _is_still(pair):
            yield _row(pair, pen)
        name = _name(pair, pen)
        yield from (_measured(name, shift, pen) for shift in _known(pair.measures))


def _is_still(pair: Pair) -> bool:
    return pair.change == "same" and pair.shift.outcome in _STILL


def _known(shifts: Iterable[Shift]) -> Iterator[Shift]:
    """The gaps of which there is something to tell: what becomes of them, or another level."""
    return (shift for shift in shifts if shift.outcome != "unknown" or _moves(shift))


def _moves(shift: Shift) -> bool:
    old, new = (gap.actual if gap else None for gap in (shift.before, shift.after))
    return old != new


def _row(pair: Pair, pen: Pen) -> list[str]:
    card, shift = pair.card, pair.shift
    mark = f"_{pen.label(f'comparison-{pair.change}')}_" if pair.change in ("new", "gone") else ""
    around = " · ".join(pen.text(name) for name in (card.stage.label, card.channel) if name)
    sides = [_side(shift.before, pen), _side(shift.after, pen)]
    if pair.change == "new":
        sides[0] = pen.label("comparison-none")
    if pair.change == "gone":
        sides[1] = pen.label("comparison-gone")
    return [
        stacked((_name(pair, pen), around, mark)),
        *sides,
        _became(shift, pen),
        touchpoint_changes(pair, pen) or UNKNOWN,
    ]


def _measured(place: str, shift: Shift, pen: Pen) -> list[str]:
    gap = shift.after or shift.before
    measure = gap.measure if gap else None
    metric = pen.text(pen.read.name(("metric",), measure.metric)) if measure else ""
    sides = (_side(shift.before, pen), _side(shift.after, pen))
    return [f"{place}: {metric}" if metric else place, *sides, _became(shift, pen), UNKNOWN]


def _name(pair: Pair, pen: Pen) -> str:
    return _linked(pair.card.key, pair.card.title, pen, there=pair.after is not None)


def _linked(key: str, title: str, pen: Pen, *, there: bool) -> str:
    """A title, linked where its place is in this journey."""
    strong = pen.strong(title)
    return pen.to(key, strong) if there else strong


def _side(gap: Gap | None, pen: Pen) -> str:
    if gap is None or gap.actual is None:
        return UNKNOWN
    level = pen.value(quantity_text(gap.actual, pen.language))
    return stacked((level, pen.level(gap) if gap.experience is not None else ""))


def _became(shift: Shift, pen: Pen) -> str:
    """What becomes of the gap, and how much of it closes; a dash where there is no level at all."""
    if all(gap is None or gap.actual is None for gap in (shift.before, shift.after)):
        return UNKNOWN
    return stacked((pen.label(f"gap-{shift.outcome}"), closing(shift, pen)))


def _unchanged(found: Comparison, pen: Pen) -> str:
    names = [_name(pair, pen) for pair in found.pairs if _is_still(pair)]
    title = pen.label("comparison-same")
    return f"{capital(title)}: {' · '.join(names)}" if names else ""


def _stages(found: Comparison, pen: Pen) -> Iterator[Item]:
    """What is said otherwise of a stage itself, and the stages that come and go."""
    for stage in found.stages:
        change = f"comparison-{stage.change}"
        heading = f"{pen.word('stage')}: {_stage_name(stage, pen)}"
        if stage.before is None or stage.after is None:
            yield Item(f"{heading} · {pen.label(change)}")
        elif said := stage_changes(stage, pen):
            yield Item(heading, (Item(said),))


def _stage_name(stage: StagePair, pen: Pen) -> str:
    return _linked(stage.column.key, stage.column.title, pen, there=stage.after is not None)


def _paths(found: Comparison, pen: Pen) -> Iterator[Item]:
    for one in found.differences:
        if one.word == "path":
            change = "changed" if one.before and one.after else "new" if one.after else "gone"
            heading = f"{pen.word('path')}: {pen.strong(one.label)}"
            said = f"{heading} · {pen.label(f'comparison-{change}')}"
            yield Item(said, tuple(_ways(one, pen)))


def _ways(one: Difference, pen: Pen) -> Iterator[Item]:
    for key, steps in (("as-is", one.before), ("to-be", one.after)):
        if steps:
            yield Item(f"{pen.label(key)}: {' · '.join(map(pen.text, steps))}")


def _number(count: int, pen: Pen) -> str:
    return digits(str(count), pen.language)
