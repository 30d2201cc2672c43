"""What two sides do not say alike, short enough for a cell: what is said anew, or no longer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.renderers.markdown.pen import Pen, stacked
from jmap.views.comparison import Pair, StagePair
from jmap.views.difference import Difference
from jmap.views.facts import Fact, Part

_LEVELS = frozenset({"current", "desired", "intended", "measure"})
"""What the columns beside it tell already."""
_EXPECTED = {"status": ("planned", "retired"), "confidence": ("assumed",)}
"""What goes without saying of a touchpoint that is yet to be, or is marked as gone."""
_NAMES = frozenset({"eases"})
"""What names another part, and reads otherwise as soon as that part does."""
_SHORT = 40
"""The most characters of either side that are told as from this to that."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What is said of one part before and after, and where that is not the same."""

    differences: tuple[Difference, ...]
    before: tuple[Fact, ...]
    after: tuple[Fact, ...]


def touchpoint_changes(pair: Pair, pen: Pen) -> str:
    """What changes at a touchpoint but its levels; what we do at a new one; empty for one that is
    nowhere now.
    """
    before, after = pair.before, pair.after
    if after is None:
        return ""
    if before is None:
        return _gained(_of(after.facts, "action"), pen)
    said = after.touchpoint
    kept = (
        one
        for one in pair.differences
        if getattr(said, one.word, None) not in _EXPECTED.get(one.word, ())
    )
    return _told(Sides(tuple(kept), before.facts, after.facts), pen)


def stage_changes(stage: StagePair, pen: Pen) -> str:
    """What changes of a stage itself; empty for one that is new or gone."""
    if stage.before is None or stage.after is None:
        return ""
    return _told(Sides(stage.differences, stage.before.facts, stage.after.facts), pen)


def _told(sides: Sides, pen: Pen) -> str:
    found = (one for one in sides.differences if one.word not in _LEVELS)
    return stacked(_change(one, sides, pen) for one in found)


def _change(one: Difference, sides: Sides, pen: Pen) -> str:
    old, new = _of(sides.before, one.word), _of(sides.after, one.word)
    if not old and not new:
        # A title, a channel or a stage: a text and no fact.
        old, new = ([_text(one, text) for text in texts] for texts in (one.before, one.after))
    if len(old) == len(new) == 1 and _is_short(old[0]) and _is_short(new[0]):
        title = _title(new, pen)
        return pen.phrase("moves", title=title, before=pen.whole(old[0]), after=pen.whole(new[0]))
    return _gained(list(_only(new, old)), pen) or _lost(list(_only(old, new)), pen)


def _gained(facts: Sequence[Fact], pen: Pen) -> str:
    """What is said from now on; empty for nothing."""
    if not facts:
        return ""
    title, said = _title(facts, pen), _all(facts, pen)
    return pen.phrase("will-be", title=title, after=said) if said else title


def _lost(facts: Sequence[Fact], pen: Pen) -> str:
    """What is said no longer; empty for nothing."""
    if not facts:
        return ""
    title, said = _title(facts, pen), _all(facts, pen)
    if not said:
        return f"{title}: {pen.label('comparison-gone')}"
    return pen.phrase("was", title=title, before=said)


def _title(facts: Sequence[Fact], pen: Pen) -> str:
    return pen.strong(facts[0].label)


def _all(facts: Sequence[Fact], pen: Pen) -> str:
    return " · ".join(filter(None, map(pen.whole, facts)))


def _only(facts: Sequence[Fact], others: Sequence[Fact]) -> Iterator[Fact]:
    """What the others do not say; of a block that they have, too, only the lines that differ."""
    for fact in facts:
        same = next((other for other in others if other.parts == fact.parts), None)
        if same is None:
            yield fact
        elif lines := tuple(_fresh(fact, same)):
            yield Fact(fact.word, fact.label, fact.parts, lines)


def _fresh(fact: Fact, same: Fact) -> Iterator[Fact]:
    known = frozenset(same.children)
    return (one for one in fact.children if one not in known and one.word not in _NAMES)


def _of(facts: tuple[Fact, ...], word: str) -> list[Fact]:
    return [fact for fact in facts if fact.word == word]


def _text(one: Difference, text: str) -> Fact:
    return Fact(one.word, one.label, (Part("text", text),))


def _is_short(fact: Fact) -> bool:
    return not fact.children and len(fact.text) <= _SHORT
