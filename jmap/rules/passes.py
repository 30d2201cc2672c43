"""Passes: what lets a change stand in a comparison, in the map itself or in a commit.

``# jmap: allow gap-widened -- The call centre moves until 2027-03-31`` in a map counts in the
comparison that brings it, and in later ones only until its day: what was agreed to once would wave
through the next change as well. A commit says ``Jmap-Allow: gap-widened refund.ask -- why``, or the
fingerprint of a change in place of the first two; that counts where the commit is among those
compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from jmap.diff.allowed import Allowed
from jmap.diff.around import Around, around, part_at, part_before
from jmap.diff.change import Change
from jmap.diff.judged import Judged
from jmap.diff.weights import WEIGHTS
from jmap.loading import Loaded
from jmap.registry import RULES, offered
from jmap.resolve.suggest import nearest
from jmap.rules.allowance import Allowance, allowances, permission
from jmap.rules.pattern import Pattern
from jmap.rules.permits import Permits
from jmap.source import SourceFile
from jmap.syntax.characters import SUSPECT
from jmap.syntax.fold import fold

KEY = "Jmap-Allow"
"""The key of a trailer that lets a change pass."""
LONGEST = 500
"""Most characters of a reason or a name that are told."""
_FINGERPRINT = Pattern(r"[0-9a-f]{12}")
_RULE = Pattern(r"[a-z][a-z0-9-]{0,60}")


@dataclass(slots=True)
class Word:
    """One trailer of a commit that lets a change pass."""

    said: str
    """What stands behind the key."""
    by: str
    """The author of the commit."""
    commit: str
    """The beginning of its id."""
    used: bool = False
    name: str = field(init=False, default="")
    address: str = field(init=False, default="")
    reason: str = field(init=False, default="")
    until: date | None = field(init=False, default=None)
    problem: str = field(init=False, default="")
    """Why it lets nothing pass."""

    def __post_init__(self) -> None:
        read = permission(self.said.split())
        self.name, self.address = (
            read.named[0] if read.named else "",
            fold(" ".join(read.named[1:])),
        )
        self.reason, self.until = read.reason[:LONGEST], read.until
        self.problem = read.problem or self._misread()

    @property
    def is_of_one(self) -> bool:
        """Whether it is for one change alone, by its fingerprint."""
        return _FINGERPRINT.fullmatch(self.name) is not None

    def expired(self, today: date) -> bool:
        """Whether it held once, and no longer does."""
        return self.until is not None and self.until < today

    def meets(self, one: Judged) -> bool:
        """Whether it is for a change: for the part itself, or a part around it."""
        if self.is_of_one:
            return one.fingerprint == self.name
        return one.weight.name == self.name and any(
            f"{where}.".startswith(f"{self.address}.")
            for where in (fold(one.where), fold(one.origin))
        )

    def _misread(self) -> str:
        if not self.name:
            return "names no change"
        if self.is_of_one:
            return "says more than a fingerprint before its reason" if self.address else self._why()
        if self.name not in WEIGHTS:
            return f"names {_shown(self.name)}, {_guess(self.name)}"
        if not self.address:
            return f"does not say where: {KEY}: {self.name} JOURNEY.STAGE.TOUCHPOINT -- why"
        return self._why()

    def _why(self) -> str:
        return (
            "" if _says_why(self.reason) else "does not say why: write -- and the reason behind it"
        )


@dataclass(frozen=True, slots=True)
class Passed:
    """The changes of a workspace, those that are allowed marked, and what there is to say."""

    changes: tuple[Judged, ...]
    complaints: tuple[str, ...] = ()
    """Allowances that let nothing pass and were meant to, each with its place."""


def passed(
    changes: Iterable[Judged], old: Loaded, new: Loaded, words: Sequence[Word], today: date
) -> Passed:
    """Marks the changes of a workspace that its map or a commit lets pass. Words that meet a change
    are marked as used.
    """
    maps = _Maps(old, new, today)
    known: dict[str, list[Word]] = {}
    for word in words:
        if not word.problem:
            known.setdefault(word.name, []).append(word)
    marked = []
    for one in changes:
        allowed = maps.allowed(one) if maps.speaks_of(one.weight.name) else None
        for word in _meeting(one, known):
            word.used = True
            if allowed is None and not word.expired(today):
                allowed = Allowed(word.reason, word.by[:LONGEST])
        marked.append(one if allowed is None else replace(one, allowed=allowed))
    return Passed(tuple(marked), tuple(maps.complaints()))


def _meeting(one: Judged, known: Mapping[str, Sequence[Word]]) -> list[Word]:
    if not known:
        return []
    words = (*known.get(one.weight.name, ()), *known.get(one.fingerprint, ()))
    return [word for word in words if word.meets(one)]


def complaints_of(words: Iterable[Word], today: date) -> Iterator[str]:
    """What is wrong with the words of commits, after all changes have been looked at."""
    for word in words:
        if word.problem:
            yield f"{word.commit}: {KEY} {word.problem}"
        elif word.until is not None and word.expired(today):
            yield f"{word.commit}: {KEY}: {word.name} held until {word.until.isoformat()}"
        elif not word.used:
            what = f"{word.name} {word.address}".strip()
            yield f"{word.commit}: {KEY}: {_shown(what)} meets no change"


@dataclass(slots=True)
class _Maps:
    """The allowances of changes in the maps of both sides."""

    old: Loaded
    new: Loaded
    today: date
    _new: tuple[Allowance, ...] = field(init=False)
    _names: frozenset[str] = field(init=False)
    _then: Permits = field(init=False)
    _now: Permits = field(init=False)
    _kept: set[Any] = field(init=False, default_factory=set)
    """What old maps said."""
    _failed: dict[int, str] = field(default_factory=dict)
    """Why an allowance that is for a change does not let it pass, by its identity."""
    _useful: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        before = tuple(_allowances(self.old))
        self._new = tuple(_allowances(self.new))
        self._kept = {(one.rule, one.reason, one.until) for one in before}
        self._names = frozenset(one.rule for one in self._new if one.rule in WEIGHTS)
        self._then = Permits(before, self.today)
        self._now = Permits(self._new, self.today)

    def speaks_of(self, name: str) -> bool:
        """Whether anything at all is said of changes of a name."""
        return name in self._names

    def allowed(self, one: Judged) -> Allowed | None:
        """What lets a change pass."""
        later = around(one.change, self.new.workspace)
        spot = _spot(self.new, _now(one.change, self.new, later), one.change, one.change.after)
        if spot is None:
            return None
        left_over: set[tuple[str, date | None]] | None = None
        for allowance in self._for(self._now, one, spot):
            if left_over is None:
                left_over = self._before(one, later)
            why = self._why_not(allowance, left_over)
            if not why:
                self._useful.add(id(allowance))
                return Allowed(allowance.reason[:LONGEST])
            self._failed.setdefault(id(allowance), why)
        return None

    def complaints(self) -> Iterator[str]:
        """What is wrong with allowances in the new maps, each with its place."""
        for one in self._new:
            if id(one) in self._useful:
                continue
            why = self._failed.get(id(one)) or self._unknown(one)
            if why:
                at = one.source.position(one.span.start)
                yield f"{one.source.path}:{at.line}:{at.column}: the allowance {why}"

    def _why_not(self, one: Allowance, left_over: set[tuple[str, date | None]]) -> str:
        if not _says_why(one.reason):
            return f"of {one.rule} does not say why: write -- and the reason behind it"
        if one.expired(self.today):
            assert one.until is not None
            return f"of {one.rule} held until {one.until.isoformat()}"
        if one.until is None and (one.reason, one.until) in left_over:
            return (
                f"of {one.rule} was there before, for a change that is made: "
                "say until when it holds, or give the reason for this change"
            )
        return ""

    def _before(self, one: Judged, later: Around) -> set[tuple[str, date | None]]:
        """What was allowed before where the change was made."""
        here = around(one.change, self.old.workspace, later)
        part = part_before(one.change, here) or here.place
        spot = _spot(self.old, part, one.change, one.change.before)
        if spot is None:
            return set()
        found = self._for(self._then, one, spot)
        return {(allowance.reason, allowance.until) for allowance in found}

    def _for(self, permits: Permits, one: Judged, spot: "_Spot") -> Iterator[Allowance]:
        yield from permits.over(one.weight.name, spot.source, spot.at)
        if not spot.gone:
            return
        # Where a line was taken out, a comment may stand in its place, before whatever follows.
        for allowance in permits.allowances:
            inside = allowance.within is not None and allowance.within.start == spot.at
            if inside and allowance.rule == one.weight.name and allowance.source is spot.source:
                yield allowance

    def _unknown(self, one: Allowance) -> str:
        """What is wrong with one that names nothing; old ones are for `jmap check` to tell of."""
        if one.problem or one.rule in WEIGHTS or self._is_old(one) or _is_rule(one.rule):
            return ""
        return f"names {_shown(one.rule)}, {_guess(one.rule)}"

    def _is_old(self, one: Allowance) -> bool:
        return (one.rule, one.reason, one.until) in self._kept


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in a map where an allowance would have to stand."""

    source: SourceFile
    at: int
    gone: bool
    """Whether what changed does not stand there itself, but in the block that begins there."""


def _spot(side: Loaded, part: Any, change: Change, value: Any) -> _Spot | None:
    if part is None:
        return None
    line = change.field if value not in (None, False) else ""
    listed = getattr(part, line, None) if line else None
    number = listed.index(value) if isinstance(listed, tuple) and value in listed else 0
    found = side.origins.where(part, line, number)
    if found is None:
        return None
    whole = change.field and line
    is_part = not change.field and change.kind != "removed"
    return _Spot(found.source, found.span.start, gone=not (whole or is_part))


def _now(change: Change, new: Loaded, later: Around) -> Any:
    """The part of a change as it is now; the nearest part around it where it is gone."""
    if change.field or change.kind != "removed":
        known = new.origins.source(change.part) is not None
        return change.part if known else part_at(change.address, new.workspace)
    for end in range(len(change.address) - 1, 0, -1):
        holder = part_at(change.address[:end], new.workspace)
        if holder is not None:
            return holder
    return later.place


def _allowances(side: Loaded) -> Iterator[Allowance]:
    for parsed in side.parsed:
        # Most files say nothing to jmap: their comments need not be read.
        if "jmap" in parsed.source.text.lower():
            yield from allowances(parsed)


def _says_why(reason: str) -> bool:
    """Whether there is a word in a reason: nobody can agree to a dot, or to what nobody sees."""
    return sum(sign.isalnum() for sign in SUSPECT.sub("", reason)) > 1


def _is_rule(name: str) -> bool:
    """Whether a rule has a name, without importing all of them."""
    if not _RULE.fullmatch(name):
        return False
    known = Path(__file__).with_name("pack").joinpath(f"{name.replace('-', '_')}.py").is_file()
    # Nobody knows what rules of other packages are called before they are loaded.
    return known or bool(offered(RULES))


def _guess(name: str) -> str:
    meant = nearest(name, {one: one for one in WEIGHTS})
    return "and there is no such change" + (f": did you mean {meant}?" if meant else "")


def _shown(text: str) -> str:
    return f"`{text[:LONGEST]}`"
