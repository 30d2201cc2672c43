"""Changes with what they do to the customer, each told once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jmap.diff.allowed import Allowed
from jmap.diff.change import Change
from jmap.diff.compare import compare
from jmap.diff.following import following
from jmap.diff.variant import own
from jmap.diff.weigh import Weight, weigh
from jmap.files import digest_of
from jmap.format.statements import statement_lines
from jmap.model.journey import Journey
from jmap.model.statement import BodyField, spec
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold
from jmap.syntax.words import words
from jmap.views.language import language_of, printed_language


@dataclass(frozen=True, slots=True)
class Lines:
    """What a change takes away from the source and what it adds, as it would be written."""

    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A change and its weight."""

    change: Change
    weight: Weight
    lines: Lines
    allowed: Allowed | None = None
    """Who lets it pass, if somebody does."""
    echoes: tuple["Judged", ...] = ()
    """The same in variants, which take it over: told here alone, unless a gate tells them apart."""

    @property
    def where(self) -> str:
        """The ids down to the part, joined by dots."""
        return ".".join(step.key for step in self.change.address)

    @property
    def origin(self) -> str:
        """The ids down to where the part stood, if that was in another part."""
        return ".".join(step.key for step in self.change.origin)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stay the same as long as the change does."""
        change, lines = self.change, self.lines
        said = [change.kind, self.where, change.field, *lines.gone, "\0", *lines.new]
        if change.origin:
            said += ["\0", self.origin]
        return digest_of("\n".join(said).encode("utf-8", "surrogatepass"))[:12]


def judged(before: Workspace, after: Workspace) -> tuple[Judged, ...]:
    """The changes between two workspaces. What a variant takes over from a journey that changed is
    told of that journey alone, if it does the same to customers there; what only follows a new id
    is not told at all.
    """
    changes = compare(before, after)
    following_ids = following(changes)
    spoken = _Spoken((*after.journeys, *before.journeys))
    found = {
        id(change): Judged(
            change,
            weigh(change, before, after),
            lines_of(_shown(change, before, after), spoken.around(change)),
        )
        for change in changes
        if id(change) not in following_ids and not _is_of_words(change)
    }
    return _without_echoes(found, after)


def _without_echoes(found: dict[int, Judged], after: Workspace) -> tuple[Judged, ...]:
    """Some changes by their identity, those of variants with what they take over, if that does the
    same to customers there: the same figure may be far off what the variant says is wanted.
    """
    sources: dict[int, int] = {}
    for at, source in _inherited([one.change for one in found.values()], after):
        # Of journeys that extend one another in a circle, which is an error, one tells it.
        if _does(found[at]) == _does(found[source]) and _first(source, sources) != at:
            sources[at] = source
    echoes: dict[int, list[Judged]] = defaultdict(list)
    for at in sources:
        echoes[_first(at, sources)].append(found[at])
    return tuple(
        replace(one, echoes=tuple(echoes[at])) if at in echoes else one
        for at, one in found.items()
        if at not in sources
    )


def _first(at: int, sources: dict[int, int]) -> int:
    """Where a chain of sources begins."""
    while at in sources:
        at = sources[at]
    return at


def _does(one: Judged) -> tuple[str, str]:
    return one.weight.effect, one.weight.name


def _shown(change: Change, before: Workspace, after: Workspace) -> Change:
    """A change as it is to be read: of a variant that came or went only what it says itself."""
    if change.field or not isinstance(change.part, Journey) or not change.part.extends:
        return change
    return replace(change, part=own(change.part, before if change.kind == "removed" else after))


def _is_of_words(change: Change) -> bool:
    """Whether a part is known by its text alone, and only that changed: which is told anyway."""
    return change.kind == "renamed" and change.before is None and change.after is None


class _Spoken:
    """In which language each journey is written, and so the words of what changes there."""

    def __init__(self, journeys: tuple[Journey, ...]) -> None:
        languages = [_keywords(journey) for journey in journeys]
        ids = [fold(journey.id) for journey in journeys]
        self.by_id = dict(zip(reversed(ids), reversed(languages), strict=True))
        self.otherwise = next(iter(languages), "en")

    def around(self, change: Change) -> str:
        """The language of the journey that a change is in; of the first for what stands outside."""
        key = change.address[0].key if change.address else ""
        return self.by_id.get(key, self.otherwise)


def _keywords(journey: Journey) -> str:
    language = printed_language(language_of(journey))
    return language if language in words().languages else "en"


def lines_of(change: Change, language: str = "en") -> Lines:
    """A change as lines of source, in the keywords of a language."""
    if change.kind == "moved" and not change.field:
        return Lines((), ())
    if not change.field:
        return _lines_of_part(change, language)
    field = _field(change)
    if field is None:
        sides = (_head(change, value, language) for value in (change.before, change.after))
    else:
        sides = (_said(field, value, language) for value in (change.before, change.after))
    return Lines(*sides)


def _lines_of_part(change: Change, language: str) -> Lines:
    field = BodyField("", change.keyword, True, False, type(change.part), "", "")
    if change.kind == "renamed":
        return Lines((), ())
    whole = tuple(statement_lines(field, change.part, language))
    return Lines(whole, ()) if change.kind == "removed" else Lines((), whole)


def _field(change: Change) -> BodyField | None:
    return next((line for line in _fields(change.part) if line.name == change.field), None)


def _fields(part: Any) -> tuple[BodyField, ...]:
    kind: Any = type(part)
    return spec(kind).lines


def _said(field: BodyField, value: Any, language: str) -> tuple[str, ...]:
    return () if value in (None, False) else tuple(statement_lines(field, value, language))


def _head(change: Change, value: Any, language: str) -> tuple[str, ...]:
    """The line of a part with the value of one of its own fields."""
    bare = {line.name: () if line.many else None for line in _fields(change.part)}
    part = change.part.model_copy(update={**bare, change.field: value})
    field = BodyField("", change.keyword, True, False, type(part), "", "")
    return tuple(statement_lines(field, part, language))


def _inherited(changes: Sequence[Change], after: Workspace) -> Iterator[tuple[int, int]]:
    """The changes of variants that their bases have as well, each with that one, by identity."""
    bases = {fold(one.id): fold(one.extends) for one in after.journeys if one.extends}
    told = {_told(change): id(change) for change in changes}
    for change in changes:
        if len(change.address) < 2 and not change.field:
            continue
        base = bases.get(change.address[0].key) if change.address else None
        source = told.get((base, *_told(change)[1:])) if base else None
        if source is not None:
            yield id(change), source


def _told(change: Change) -> tuple[Any, ...]:
    key = change.address[0].key if change.address else ""
    before = "" if change.field == "" else repr(change.before)
    after = "" if change.field == "" else repr(change.after)
    place = (change.origin[1:], change.at)
    return (key, change.address[1:], change.kind, change.field, before, after, place)
