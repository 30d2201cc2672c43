"""Mending: applying the fixes of findings, and proving that the files say what they should."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jmap.diagnostics import Diagnostic, Edit, Fix
from jmap.source import SourceFile

ROUNDS = 10
"""How often fixes are applied before it is said that they do not come to rest."""
_TRIALS = 60
"""How often, at most, the files are looked at again."""
_REFUSALS = 3
"""How many fixes of a rule do harm before none of its fixes is tried any more."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The texts that fixes change, and what is left to say."""

    texts: dict[str, str]
    """New texts by path; only of files that change."""
    diagnostics: tuple[Diagnostic, ...]
    """What is said of the files as they are then."""
    count: int = 0
    """How many fixes were applied."""
    refused: tuple[str, ...] = ()
    """The rules of which fixes were not taken, because they would have brought other findings."""
    restless: tuple[str, ...] = ()
    """The rules whose fixes lead to ever new ones."""


def fixable(item: Diagnostic, *, unsafe: bool) -> bool:
    """Whether a finding has a fix that may be applied."""
    return item.fix is not None and (item.fix.safe or unsafe)


def mend(
    found: Sequence[Diagnostic],
    again: Callable[[dict[str, str]], Sequence[Diagnostic]],
    *,
    unsafe: bool = False,
    locked: Iterable[str] = (),
) -> Mended:
    """Applies fixes until none is left.

    ``again`` says what there is to find once some files have new texts, by path. Fixes after which
    more would be found of anything are not taken. Files whose paths are ``locked`` stay as they
    are.
    """
    return _Mending(again, unsafe, frozenset(locked)).all(tuple(found))


@dataclass(slots=True)
class _Mending:
    again: Callable[[dict[str, str]], Sequence[Diagnostic]]
    unsafe: bool
    locked: frozenset[str]
    texts: dict[str, str] = field(default_factory=dict)
    count: int = 0
    _trials: int = 0
    _refused: set[tuple[str, ...]] = field(default_factory=set)
    _harm: Counter[str] = field(default_factory=Counter)

    def all(self, found: tuple[Diagnostic, ...]) -> Mended:
        rounds = 0
        while rounds < ROUNDS and self._trials < _TRIALS:
            some = _together(self._open(found))
            if not some:
                break
            after = self._harmless(found, some)
            if after is not None:
                found, rounds = after, rounds + 1
        restless = {item.name for item in self._open(found)}
        return Mended(
            self.texts, found, self.count, tuple(sorted(self._harm)), tuple(sorted(restless))
        )

    def _open(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        return [
            item
            for item in found
            if fixable(item, unsafe=self.unsafe)
            and item.path not in self.locked
            and self._harm[item.name] < _REFUSALS
            and _known(item) not in self._refused
        ]

    def _harmless(
        self, found: tuple[Diagnostic, ...], some: list[Diagnostic]
    ) -> tuple[Diagnostic, ...] | None:
        """What there is to say after as many of some fixes as do no harm; none where only one was
        left, which did.
        """
        some = sorted(some, key=lambda item: item.name)
        while self._trials < _TRIALS:
            after = self._tried(some)
            if after is not None and not _worse(found, after):
                self.texts.update(_edited(some))
                self.count += len(some)
                return after
            if len(some) == 1:
                self._refused.add(_known(some[0]))
                self._harm[some[0].name] += 1
                return None
            some = some[: len(some) // 2]
        return None

    def _tried(self, fixes: list[Diagnostic]) -> tuple[Diagnostic, ...] | None:
        """What there is to say after some fixes; none where they change nothing."""
        texts = _edited(fixes)
        if all(item.source.text == texts.get(item.path) for item in fixes):
            return None
        self._trials += 1
        return tuple(self.again({**self.texts, **texts}))


def _known(item: Diagnostic) -> tuple[str, ...]:
    """What a finding is known by while its file changes."""
    return (item.name, item.path, item.address, item.message)


def _worse(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> bool:
    """Whether more is found of anything than before."""
    known = Counter(item.name for item in before)
    return bool(Counter(item.name for item in after) - known)


def _edited(fixes: Iterable[Diagnostic]) -> dict[str, str]:
    """The new text of each file, by path."""
    edits: dict[SourceFile, list[Edit]] = {}
    for item in fixes:
        assert item.fix is not None
        edits.setdefault(item.source, []).extend(item.fix.edits if _sound(item.fix) else ())
    return {source.path: edited(source.text, some) for source, some in edits.items()}


def _together(fixes: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The fixes that can be applied together: of those that touch each other, the first."""
    taken: list[Diagnostic] = []
    ends: dict[SourceFile, int] = {}
    for item in sorted(fixes, key=lambda item: (item.path, _reach(item.fix), item.name)):
        start, end = _reach(item.fix)
        if start < ends.get(item.source, 0):
            continue
        ends[item.source] = end + 1
        taken.append(item)
    return taken


def _reach(fix: Fix | None) -> tuple[int, int]:
    if fix is None or not fix.edits:
        return 0, 0
    return (
        min(edit.span.start for edit in fix.edits),
        max(edit.span.end for edit in fix.edits),
    )


def _sound(fix: Fix) -> bool:
    """Whether no edit of a fix reaches into another one."""
    spans = sorted(edit.span for edit in fix.edits)
    return all(one.end <= other.start for one, other in pairwise(spans))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits applied, which must not overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at:]))
