"""A change as people read it: what it is about, what was said and what is said, in the words of the
map.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from jmap.diff.around import part_at
from jmap.diff.change import Change
from jmap.diff.judged import Judged
from jmap.diff.weight import Effect
from jmap.diff.weights import ON_PAPER
from jmap.locale import capital, label
from jmap.model.declared import Declared
from jmap.model.forms import reference_key
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.statement import spec
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.pictures.told import said
from jmap.syntax.words import words
from jmap.views.difference import said_in_full
from jmap.views.facts import Reader

Mark = Literal["added", "removed", "moved", "renamed", "changed"]
MARKS: tuple[Mark, ...] = ("added", "removed", "moved", "renamed", "changed")
Group = Literal["worse", "paper", "better", "neutral"]
GROUPS: tuple[Group, ...] = get_args(Group)
"""The lists of changes, the one to read first before the others."""
_SIGNED = re.compile(r"(?<!\S)[+\-\u2212±][\d٫.,/]+")
PLACES = ("journey", "stage", "touchpoint")
"""The statements that are places of a map."""
_HEADS = {"title": "overlay-title", "channel": "comparison-channel", "text": "overlay-wording"}


@dataclass(frozen=True, slots=True)
class Readers:
    """Who reads what was said, and who reads what is said, in one language."""

    before: Reader
    after: Reader
    former: Workspace | None = None
    """What the files said before: where a moved part stood. None where no place is told."""

    @property
    def language(self) -> str:
        """The language of labels and digits."""
        return self.after.language

    def label(self, key: str) -> str:
        """A fixed notion."""
        return label(key, self.language)


@dataclass(frozen=True, slots=True)
class Told:
    """A change, in the words of a map."""

    judged: Judged
    mark: Mark
    word: str
    """The statement that it is of, where it stands on a place of the map: `pain`, `current`."""
    kind: str
    """What the part is, `Pain`; empty where it is a place itself, and a line of it changed."""
    aspect: str
    """The line that changed, `Severity`; empty where the part as a whole did."""
    part: str
    """What the part is called that it is in, where that is no stage or touchpoint."""
    before: str
    """What was said; empty where nothing was."""
    after: str
    """What is said; empty where nothing is."""
    reason: str
    """Why it weighs for customers, in the language of the map; empty where it does not."""
    guess: str = ""
    """That likeness alone says that both sides are the same; empty where it does not."""
    origin: str = ""
    """Where it was before, where that is another place; a place itself has its mark for that."""
    allowed: str = ""
    """That it may pass, why, and who says so; empty where nobody does."""

    @property
    def rank(self) -> int:
        """Its place among others, from 0: the worst first, what is allowed after what is not; then
        what only looks better, before what is.
        """
        if self.effect == "worse":
            return 1 if self.allowed else 0
        return GROUPS.index(self.group) + 1

    @property
    def group(self) -> Group:
        """The list that it stands in: its effect, or that it only looks better."""
        return "paper" if self.judged.weight.name in ON_PAPER else self.effect

    @property
    def about(self) -> str:
        """What the change is of: `Current`, `Pain · Severity`."""
        return " · ".join(filter(None, (self.kind, self.aspect, self.origin, self.guess)))

    @property
    def name(self) -> str:
        """What the part is called; empty where what was and is says it already."""
        return "" if self.part in (self.before, self.after) else self.part

    def tells_only(self, title: str) -> bool:
        """Whether all that it tells is what came or went: something of this title."""
        return title in (self.before, self.after) and not (self.before and self.after)

    @property
    def is_whole(self) -> bool:
        """Whether a journey, stage or touchpoint itself came, went, moved or got another id."""
        change = self.judged.change
        return change.keyword in PLACES and not change.field

    @property
    def effect(self) -> Effect:
        """What it does to customers."""
        return self.judged.weight.effect


def told(one: Judged, readers: Readers) -> Told:
    """A change in the words of a map."""
    change = one.change
    before, after = _sides(one, readers)
    return Told(
        judged=one,
        mark=_mark(one),
        word=_word(one),
        kind=_kind(one, readers),
        aspect=_field(change.part, change.field, readers) if change.field else "",
        part="" if change.keyword in PLACES else _called(one, readers),
        before=before,
        after=after,
        reason=one.weight.told(readers.language, "whole"),
        guess=readers.label("overlay-guess") if change.guess and not change.field else "",
        origin=_origin(change, readers),
        allowed=_allowed(one, readers),
    )


def _origin(change: Change, readers: Readers) -> str:
    """The title of the place that a moved part stood in."""
    if not change.origin or change.keyword in PLACES or readers.former is None:
        return ""
    place = part_at(change.origin[:-1], readers.former)
    if not isinstance(place, Journey | Stage | Touchpoint):
        return ""
    return readers.label("overlay-from-place").replace("{place}", f"\u2068{place.label}\u2069")


def _allowed(one: Judged, readers: Readers) -> str:
    """That a change for the worse may pass, why, and who says so."""
    allowed = one.allowed
    if allowed is None:
        return ""
    by = f" ({allowed.by})" if allowed.by else ""
    return f"{readers.label('overlay-allowed')}: \u2068{allowed.reason}\u2069{by}"


def _word(one: Judged) -> str:
    change = one.change
    if change.keyword not in PLACES:
        return change.keyword
    kind: Any = type(change.part)
    lines = spec(kind).lines
    return next((line.word for line in lines if line.name == change.field), "")


def _mark(one: Judged) -> Mark:
    change = one.change
    if change.field == "title" and change.kind == "changed":
        return "renamed"
    return change.kind


def _kind(one: Judged, readers: Readers) -> str:
    change = one.change
    if not change.keyword or (change.field and change.keyword in PLACES):
        return ""
    return readers.after.label(change.keyword)


def _field(part: Any, name: str, readers: Readers) -> str:
    if name in _HEADS:
        return readers.label(_HEADS[name])
    kind: Any = type(part)
    shape = spec(kind)
    line = next((line for line in shape.lines if line.name == name), None)
    if line is not None:
        return readers.after.label(line.word)
    word = next((head.word for head in shape.heads if head.name == name), "")
    text: str = words().shown("words", word, readers.language) if word else name.replace("_", " ")
    return capital(text)


def _sides(one: Judged, readers: Readers) -> tuple[str, str]:
    change = one.change
    if change.field:
        return (
            "" if change.kind == "moved" else _value(change, change.before, readers.before),
            _value(change, change.after, readers.after),
        )
    name = _called(one, readers)
    match change.kind:
        case "added":
            return "", name
        case "removed":
            return name, ""
        case "renamed":
            return str(change.before or change.was), str(change.after or change.address[-1].key)
    return "", ""


def _called(one: Judged, readers: Readers) -> str:
    """What people call the part: a title, a text, or the title of what it measures."""
    part: Any = one.change.part
    if isinstance(part, Declared):
        return part.label
    metric = getattr(part, "metric", None)
    if metric is not None:
        read = readers.before if one.change.kind == "removed" else readers.after
        return read.name(("metric",), metric)
    return str(getattr(part, "text", None) or getattr(part, "label", None) or "")


def _value(change: Change, value: Any, read: Reader) -> str:
    """A value of the field that changed, as one side reads it."""
    return _held(_said(read, change.part, change.field, value), read.language)


def _held(text: str, language: str) -> str:
    """A text in which signs stay in front of their numbers, whatever runs around them."""
    if language == "en":
        return text
    return _SIGNED.sub("\u2066\\g<0>\u2069", text)


def _said(read: Reader, part: Any, name: str, value: Any) -> str:
    """A value as people read it."""
    if value is None or value is False:
        return ""
    kind: Any = type(part)
    shape = spec(kind)
    line = next((line for line in shape.lines if line.name == name), None)
    if line is not None:
        # A bare word has nothing to say but itself.
        fact = read.fact(line, value)
        return (said(fact) if line.word == "owner" else said_in_full(fact)) or read.label(line.word)
    head = next((head for head in shape.heads if head.name == name), None)
    if head is None or head.form is None:
        return _field(part, name, Readers(read, read))
    if name == "channel":
        return read.name(("channel",), value)
    return read.part(head.form, value).text or reference_key(value)


def worst_first(found: Iterable[Told]) -> tuple[Told, ...]:
    """What is worse for customers, then what may be; what is better, and then the rest."""
    return tuple(sorted(found, key=lambda one: one.rank))
