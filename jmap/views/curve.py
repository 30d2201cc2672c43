"""The emotion curve: what each persona feels, touchpoint by touchpoint."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.lines import Feeling
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.views.facts import Reader


@dataclass(frozen=True, slots=True)
class Mood:
    """A point of the curve."""

    position: float
    """Where along the journey, in columns: 2.5 is the middle of the third stage."""
    level: int
    """-2 to +2."""
    word: str
    key: str
    """The touchpoint or stage it is felt at."""
    title: str


@dataclass(frozen=True, slots=True)
class Curve:
    """One persona's moods in the order of the journey."""

    persona: str
    """The persona's name; empty where the feelings name nobody."""
    moods: tuple[Mood, ...]

    @property
    def lowest(self) -> Mood:
        """The weakest moment; the first of equals."""
        return min(self.moods, key=lambda mood: mood.level)


@dataclass(frozen=True, slots=True)
class Spot:
    """A touchpoint or stage at which something is felt, the same for all curves."""

    key: str
    title: str
    column: int
    """Its stage, from 0."""
    moods: tuple[tuple[Mood, ...], ...]
    """What each curve's persona feels there, in the order of the curves; often nothing."""


@dataclass(frozen=True, slots=True)
class _Felt:
    column: int
    order: int
    feeling: Feeling
    key: str
    title: str


def curves(journey: Journey, read: Reader) -> tuple[Curve, ...]:
    """One curve a persona, in the order in which they are met; none where nothing is felt."""
    felt: dict[str, list[_Felt]] = {}
    for column, stage in enumerate(journey.stages):
        key = f"{journey.id}.{stage.id}"
        _feel(felt, column, stage, key, read)
        for item in stage.touchpoints:
            _feel(felt, column, item, f"{key}.{item.id}", read)
    return tuple(Curve(persona, tuple(_moods(items))) for persona, items in felt.items())


def spots(curves: tuple[Curve, ...], keys: Iterable[str]) -> tuple[Spot, ...]:
    """Where anything is felt, in the order of `keys`: the addresses of a journey's stages and
    touchpoints as they are met.
    """
    felt: dict[str, list[list[Mood]]] = {}
    for at, curve in enumerate(curves):
        for mood in curve.moods:
            felt.setdefault(mood.key, [[] for _ in curves])[at].append(mood)
    return tuple(_spot(key, felt[key]) for key in dict.fromkeys(keys) if key in felt)


def _spot(key: str, moods: list[list[Mood]]) -> Spot:
    first = next(mood for mine in moods for mood in mine)
    return Spot(key, first.title, int(first.position), tuple(map(tuple, moods)))


def _feel(
    felt: dict[str, list[_Felt]], column: int, place: Stage | Touchpoint, key: str, read: Reader
) -> None:
    for feeling in place.feel:
        mine = felt.setdefault(_persona(feeling.persona, read), [])
        order = mine[-1].order + 1 if mine and mine[-1].column == column else 0
        mine.append(_Felt(column, order, feeling, key, place.label))


def _moods(items: list[_Felt]) -> list[Mood]:
    count = Counter(item.column for item in items)
    return [
        Mood(
            item.column + (item.order + 0.5) / count[item.column],
            item.feeling.level,
            item.feeling.word or "",
            item.key,
            item.title,
        )
        for item in items
    ]


def _persona(reference: str | AdHoc | None, read: Reader) -> str:
    return read.name(("persona",), reference) if reference else ""
