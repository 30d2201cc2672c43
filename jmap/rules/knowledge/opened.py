"""Which journeys open which, and where that leads in a circle."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jmap.model.journey import Journey
from jmap.rules.knowledge.present import Place, everywhere
from jmap.syntax.fold import fold

_FROM_AFAR = {"macro": 0, "mid": 1, None: 1, "micro": 2}


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """A part of a journey that opens another."""

    part: Place
    target: str
    """The id of the journey that it opens."""


def circles(journeys: Sequence[Journey]) -> Mapping[str, list[Opening]]:
    """By the folded id of its journey, each opening that closes a circle.

    Journeys are followed from the large to the close, so that of a circle it is the opening from
    the close back to the large that is named.
    """
    openings = {fold(journey.id): tuple(_openings(journey)) for journey in journeys}
    closing: dict[str, list[Opening]] = {}
    done: set[str] = set()
    for start in sorted(journeys, key=lambda journey: _FROM_AFAR[journey.level]):
        if fold(start.id) not in done:
            _follow(fold(start.id), openings, done, closing)
    return closing


def _follow(
    start: str,
    openings: Mapping[str, Iterable[Opening]],
    done: set[str],
    closing: dict[str, list[Opening]],
) -> None:
    """Follows all openings from a journey in depth; what is left behind for good is done."""
    trail = {start: iter(openings[start])}
    while trail:
        here = next(reversed(trail))
        opening = next(trail[here], None)
        if opening is None:
            done.add(here)
            del trail[here]
            continue
        target = fold(opening.target)
        if target in trail:
            closing.setdefault(here, []).append(opening)
        elif target in openings and target not in done:
            trail[target] = iter(openings[target])


def _openings(journey: Journey) -> Iterator[Opening]:
    for part in everywhere(journey):
        if part.opens is not None:
            yield Opening(part, part.opens)
