"""What the touchpoints of a map are picked out by: persona, owner, channel, kind, level of gap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal

from jmap.gaps import Gap, Level
from jmap.model.forms import AdHoc
from jmap.model.statement import BodyField, spec
from jmap.model.touchpoint import Touchpoint
from jmap.syntax.fold import fold
from jmap.views.facts import Reader
from jmap.views.grid import Card, Map

FacetName = Literal["persona", "owner", "channel", "kind", "level"]
FACETS: tuple[FacetName, ...] = ("persona", "owner", "channel", "kind", "level")
"""The facets, in the order in which they are offered."""
NOBODY = "-"
"""The key of "no owner" and of "no channel"; no id is written so."""

_KINDS = ("event", "interaction", "friction", "moment-of-truth")
_LEVELS = (Level.LARGE, Level.MEDIUM, Level.SMALL, Level.GOOD, Level.UNKNOWN)
_FIXED = {"kind": _KINDS, "level": tuple(level.value for level in _LEVELS)}
"""The facets whose values have an order of their own."""
_LIVED = ("do", "think", "say", "feel", "trust", "effort", "commitment", "takes")
"""The statements of a touchpoint that may name whose they are."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One value of one facet: a kind, somebody who owns it."""

    facet: FacetName
    key: str
    """The folded id, or a name in quotes; the same in every journey of a workspace."""
    title: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value to choose, and how many touchpoints have it."""

    key: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to pick touchpoints out by, with the values that occur."""

    name: FacetName
    values: tuple[Value, ...]


def card_traits(drawing: Map, read: Reader) -> dict[str, tuple[Trait, ...]]:
    """The traits of every touchpoint of a map, by the key of its card."""
    lived = _personas(drawing, read)
    return {
        card.key: (
            *lived[card.key],
            *_owners(card.gap, drawing, read),
            _channel(card, drawing),
            *_kinds(card.touchpoint, read),
            *dict.fromkeys(_level(gap, drawing) for gap in shown_gaps(card)),
        )
        for card in drawing.cards
    }


def gap_traits(gap: Gap, drawing: Map, read: Reader) -> tuple[Trait, ...]:
    """The traits of a gap by itself: who owns it, and its level."""
    return (*_owners(gap, drawing, read), _level(gap, drawing))


def shown_gaps(card: Card) -> tuple[Gap, ...]:
    """The gaps that a touchpoint is known by: its own, unless only measures say anything."""
    return (card.gap, *card.measures) if has_gap(card) else card.measures


def has_gap(card: Card) -> bool:
    """Whether a touchpoint has a gap of its own: by its levels, by its one measure, or unknown
    because nothing there is measured.
    """
    touchpoint = card.touchpoint
    return bool(touchpoint.levels or card.gap.measure) or not touchpoint.measures


def facets(traits: Iterable[tuple[Trait, ...]]) -> tuple[Facet, ...]:
    """What there is to choose among touchpoints with these traits: facets of two values or more.

    Values stand in the order in which they are met; kinds and levels in their own.
    """
    titles: dict[FacetName, dict[str, str]] = {name: {} for name in FACETS}
    counts: dict[Trait, int] = {}
    for trait in chain.from_iterable(traits):
        titles[trait.facet].setdefault(trait.key, trait.title)
        counts[trait] = counts.get(trait, 0) + 1
    found = (Facet(name, tuple(_values(name, titles[name], counts))) for name in FACETS)
    return tuple(facet for facet in found if len(facet.values) > 1)


def _values(name: FacetName, titles: dict[str, str], counts: dict[Trait, int]) -> Iterator[Value]:
    # One key may have a title in each of several languages.
    total: dict[str, int] = {}
    for trait, count in counts.items():
        if trait.facet == name:
            total[trait.key] = total.get(trait.key, 0) + count
    fixed = _FIXED.get(name, ())
    for key in sorted(titles, key=lambda key: fixed.index(key) if fixed else key == NOBODY):
        yield Value(key, titles[key], total[key])


def _personas(drawing: Map, read: Reader) -> dict[str, tuple[Trait, ...]]:
    """Whose touchpoints these are: those who live through something there, or whose path passes;
    everybody's where nobody is named.
    """
    named = {card.key: dict.fromkeys(_named(card.touchpoint, read)) for card in drawing.cards}
    for route in drawing.routes:
        if route.path.persona:
            passing = _persona(route.path.persona, read)
            for step in route.steps:
                if step.card:
                    named[step.card.key][passing] = None
    everybody = dict.fromkeys(_persona(one, read) for one in drawing.journey.personas)
    for found in named.values():
        everybody |= found
    return {key: tuple(found or everybody) for key, found in named.items()}


def _named(touchpoint: Touchpoint, read: Reader) -> Iterator[Trait]:
    for word in _LIVED:
        for item in getattr(touchpoint, word):
            if item.persona:
                yield _persona(item.persona, read)


def _persona(reference: str | AdHoc, read: Reader) -> Trait:
    return Trait("persona", _key(reference), read.name(("persona",), reference))


def _owners(gap: Gap, drawing: Map, read: Reader) -> tuple[Trait, ...]:
    """Who answers for a place, and who stands in."""
    if gap.owner is None:
        return (Trait("owner", NOBODY, drawing.label("no-owner")),)
    teams = (gap.owner.team, gap.owner.backup)
    return tuple(
        dict.fromkeys(
            Trait("owner", _key(team), read.name(("team",), team)) for team in teams if team
        )
    )


def _channel(card: Card, drawing: Map) -> Trait:
    if card.touchpoint.channel is None:
        return Trait("channel", NOBODY, drawing.label("no-channel"))
    return Trait("channel", _key(card.touchpoint.channel), card.channel)


def _kinds(touchpoint: Touchpoint, read: Reader) -> Iterator[Trait]:
    if touchpoint.kind:
        form = _kind_field().item
        yield Trait("kind", touchpoint.kind, read.part(form, touchpoint.kind).text)
    if touchpoint.moment_of_truth:
        yield Trait("kind", "moment-of-truth", read.label("moment-of-truth"))


@cache
def _kind_field() -> BodyField:
    return spec(Touchpoint).body["kind"]


def _level(gap: Gap, drawing: Map) -> Trait:
    return Trait("level", gap.level.value, drawing.label(f"level-{gap.level.value}"))


def _key(reference: str | AdHoc) -> str:
    return f'"{reference.name}"' if isinstance(reference, AdHoc) else fold(reference)
