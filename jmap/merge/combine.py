"""Three states of a file as one: what one side has changed is taken from it, and what both have
changed in different ways is marked.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from jmap.diff.identity import key_of
from jmap.format.layout import WIDTH
from jmap.merge.conflict import Conflict, Marks
from jmap.merge.head import merged_line
from jmap.merge.lines import chosen, joined
from jmap.merge.order import merged_order
from jmap.merge.part import COMMENT, Block, Part, Thinned
from jmap.merge.slots import Pairs, Slot, Slots
from jmap.syntax.shorten import shorten

STEP = "  "
"""How far a block is indented where nobody has said so."""


@dataclass(slots=True)
class Combination:
    """One merge: the lines it comes to, and what was in conflict on the way."""

    pairs: Pairs
    marks: Marks = field(default_factory=Marks)
    conflicts: list[Conflict] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)

    def block(
        self, base: Block | None, ours: Block | None, theirs: Block | None, indent: str
    ) -> list[str]:
        """The lines of a block in three states."""
        all_ = self.pairs.slots(base, ours, theirs)
        kept = {at for at, slot in enumerate(all_.slots) if self._stays(slot)}
        notes: dict[int, list[str]] = {}
        lines: list[str] = []
        indent = _indent_in((ours, theirs, base), indent)
        for at in self._order(all_, kept, indent, notes):
            slot = all_.slots[at]
            made = [*notes.get(at, ()), *self._part(slot, indent)]
            lines += [""] * _blanks(slot, lines, made) + made
        return lines

    def _order(
        self, all_: Slots, kept: Collection[int], indent: str, notes: dict[int, list[str]]
    ) -> Iterator[int]:
        """The layout of all, in which the parts of every ordered field have their own order."""
        order = merged_order(all_.base, all_.ours, all_.theirs, kept).kept
        turns: dict[str, Iterator[int]] = {}
        for name in all_.ordered:
            some = all_.of(name)
            own = merged_order(some.base, some.ours, some.theirs, kept)
            turns[name] = iter(own.kept)
            clashing = [at for at in own.clashing if at in kept]
            if clashing:
                notes[own.kept[0]] = self._clash(some, clashing, indent)
        for at in order:
            turn = turns.get(all_.slots[at].any.field)
            yield at if turn is None else next(turn)

    def _clash(self, some: Slots, clashing: Sequence[int], indent: str) -> list[str]:
        words = ", ".join(f"`{_short(some.slots[at].any)}`" for at in clashing[:3])
        self._conflict(f"both sides moved {words} to different places")
        live = [f"{indent}# {_short(some.slots[at].any)}" for at in some.ours]
        base, theirs = (
            [indent + _short(some.slots[at].any) for at in side]
            for side in (some.base, some.theirs)
        )
        return list(self.marks.around(indent, live, base, theirs))

    def _part(self, slot: Slot, indent: str) -> list[str]:
        base, ours, theirs = slot.base, slot.ours, slot.theirs
        if ours and theirs:
            lines = self._both(base, ours, theirs, indent)
            return self._torn(ours, indent) + lines if slot.torn else lines
        part = slot.any
        lines = self._as_typed(part, indent, ours=theirs is None)
        if base is None or part.field == COMMENT:
            return lines
        side, other = ("theirs", "ours") if ours is None else ("ours", "theirs")
        how = "moved" if slot.came else "changed"
        what = "it" if _name(part) else f"`{_short(base)}`"
        self._conflict(f"{other} removed {what}, {side} {how} it", _name(part))
        old, none = self._as_typed(base, indent, ours=True), list[str]()
        own = _margin(part, indent)
        if ours:
            return list(self.marks.around(own, lines, old, none))
        return list(self.marks.around(own, none, old, lines, "theirs"))

    def _torn(self, part: Part, indent: str) -> list[str]:
        what = f"both sides moved `{_short(part)}` to different places"
        self._conflict(what)
        return list(self.marks.wrong(_margin(part, indent), f"{what}: ours is here"))

    def _as_typed(self, part: Part, indent: str, *, ours: bool) -> list[str]:
        """A part as its side has it, with the comments that belong to it."""
        margin = _margin(part, indent)
        if part.field == COMMENT:
            return [margin + line for line in str(part.item).split("\n")]
        above = [margin + comment for comment in part.above]
        if part.text is not None:
            return above + _lines(margin + part.text + part.tail)
        mine, other = (part.body, None) if ours else (None, part.body)
        inner = self.block(None, mine, other, margin + STEP)
        return [*above, *_lines(margin + part.head + part.opened), *inner, margin + "}" + part.tail]

    def _both(self, base: Part | None, ours: Part, theirs: Part, indent: str) -> list[str]:
        if ours.field == COMMENT:
            return _comment(base, ours, theirs, indent)
        margin = _margin_of(base, ours, theirs, indent)
        above = joined(base.above if base else (), ours.above, theirs.above)
        tails = joined(
            *([one.tail.strip()] if one and one.tail else [] for one in (base, ours, theirs))
        )
        # Two comments cannot stand behind one statement.
        above += tails[:-1]
        tail = _tail(tails[-1:], ours, theirs)
        lines = self._statement(base, ours, theirs, margin, tail)
        return [margin + comment for comment in above] + lines

    def _statement(
        self, base: Part | None, ours: Part, theirs: Part, margin: str, tail: str
    ) -> list[str]:
        typed = _one_sided(base, ours, theirs)
        if typed is not None:
            return _lines(margin + typed + tail)
        if ours.thinned or theirs.thinned or (base and base.thinned):
            raise Thinned
        if any(part and part.body is not None for part in (base, ours, theirs)):
            return self._tall(base, ours, theirs, margin, tail)
        return self._line(base, ours, theirs, margin, tail)

    def _line(
        self, base: Part | None, ours: Part, theirs: Part, margin: str, behind: str
    ) -> list[str]:
        """The line of a statement, with what stands behind it."""
        line = merged_line(base, ours, theirs, margin)
        if line.text is not None:
            return _lines(margin + line.text + behind)
        what = (
            "was added by both sides, differently" if base is None else "was changed by both sides"
        )
        self._conflict(f"`{_keyword(ours)}` {what}", _name(ours))
        live = _lines(margin + ours.head + behind)
        old = _lines(margin + base.head) if base else None
        return list(self.marks.around(margin, live, old, _lines(margin + theirs.head)))

    def _tall(
        self, base: Part | None, ours: Part, theirs: Part, margin: str, tail: str
    ) -> list[str]:
        self._names.append(_name(ours))
        inner = self.block(base.body if base else None, ours.body, theirs.body, margin + STEP)
        self._names.pop()
        opened, more = _opened(base, ours, theirs)
        inner = [margin + STEP + comment for comment in more] + inner
        if not inner and "#" not in opened:
            return self._line(base, ours, theirs, margin, tail)
        if _is_short(ours) and _is_short(theirs) and _fits(inner, margin + ours.head):
            behind = f" {{ {'; '.join(line.strip() for line in inner)} }}{tail}"
            return self._line(base, ours, theirs, margin, behind)
        lines = self._line(base, ours, theirs, margin, opened) + inner
        blank = _blank_below(base, ours, theirs)
        return [*lines, *[""] * blank, margin + "}" + tail]

    def _stays(self, slot: Slot) -> bool:
        if slot.left:
            return False
        if slot.base is None or slot.came or (slot.ours and slot.theirs):
            return True
        side = slot.ours or slot.theirs
        return side is not None and self.pairs.differs(slot.base, side)

    def _conflict(self, what: str, name: str = "") -> None:
        where = ".".join(name for name in (*self._names, name) if name)
        self.conflicts.append(Conflict(where, what))


def _one_sided(base: Part | None, ours: Part, theirs: Part) -> str | None:
    """The text of a part that one side at most has touched; none where both have."""
    if ours.text is not None and ours.text == theirs.text:
        return ours.text
    if base is None or base.text is None or base.unsettled:
        return None
    if base.text == ours.text:
        return theirs.text
    return ours.text if base.text == theirs.text else None


def _comment(base: Part | None, ours: Part, theirs: Part, indent: str) -> list[str]:
    """A comment that stands alone: both, where both sides have changed it."""
    lines = [str(part.item).split("\n") if part else [] for part in (base, ours, theirs)]
    margin = _margin_of(base, ours, theirs, indent)
    return [margin + line for line in joined(*lines)]


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _margin(part: Part, indent: str) -> str:
    return indent if part.indent is None else part.indent


def _margin_of(base: Part | None, ours: Part, theirs: Part, indent: str) -> str:
    old = _margin(base, indent) if base else None
    return chosen(old, _margin(ours, indent), _margin(theirs, indent))


def _indent_in(blocks: Sequence[Block | None], otherwise: str) -> str:
    """How far the statements of a block are indented."""
    for block in blocks:
        for part in block.parts if block else ():
            if part.indent is not None:
                return part.indent
    return otherwise


def _tail(tails: Sequence[str], ours: Part, theirs: Part) -> str:
    for tail in tails:
        typed = [part.tail for part in (ours, theirs) if part.tail.strip() == tail]
        return typed[0] if typed else " " + tail
    return ""


def _opened(base: Part | None, ours: Part, theirs: Part) -> tuple[str, list[str]]:
    """The brace with a comment behind it, and the comments for which there is no room there."""
    behind = [
        ["#" + part.opened.partition("#")[2]] if part and "#" in part.opened else []
        for part in (base, ours, theirs)
    ]
    comments = joined(*behind)
    if not comments:
        return ours.opened.partition("#")[0].rstrip(), []
    for part in (ours, theirs):
        if part.opened.endswith(comments[0]):
            return part.opened, comments[1:]
    return f" {{ {comments[0]}", comments[1:]


def _is_short(part: Part) -> bool:
    """Whether it has a block and stands on one line."""
    return part.body is not None and part.text is not None and "\n" not in part.text


def _fits(inner: Sequence[str], head: str) -> bool:
    """Whether a block may stand on the line of its statement."""
    if any("#" in line or "{" in line for line in inner):
        return False
    return len(head) + sum(len(line.strip()) + 2 for line in inner) + 4 <= WIDTH


def _blank_below(base: Part | None, ours: Part, theirs: Part) -> int:
    blanks = [part.body.blank if part and part.body else 0 for part in (base, ours, theirs)]
    return chosen(*blanks)


def _blanks(slot: Slot, above: Sequence[str], made: Sequence[str]) -> int:
    """How many blank lines go above a part."""
    sides = [part for part in (slot.ours, slot.theirs) if part]
    if not above:
        return max((part.blank for part in sides if part.first), default=0)
    if all(part.first for part in sides):
        # It was the first, and is not now.
        return 1 if len(made) > 1 and slot.any.body else 0
    if len(sides) < 2:
        return sides[0].blank
    ours, theirs = sides
    if ours.first or theirs.first:
        return theirs.blank if ours.first else ours.blank
    return chosen(slot.base.blank if slot.base else None, ours.blank, theirs.blank)


def _name(part: Part) -> str:
    if not part.has_fields:
        return ""
    return key_of(part.item)


def _keyword(part: Part) -> str:
    return part.head.split(maxsplit=1)[0] if part.head else ""


def _short(part: Part) -> str:
    """The head of a part, on one line."""
    return shorten(" ".join(part.head.split()))
