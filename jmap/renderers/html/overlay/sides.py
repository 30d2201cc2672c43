"""A touchpoint on one side: where it is, what customers get there, and how that feels."""

from dataclasses import dataclass

from jmap.gaps import Gap, Level
from jmap.locale import label
from jmap.pictures.told import said
from jmap.views.facts import Reader
from jmap.views.grid import Card
from jmap.views.numbers import difference_text, quantity_text


@dataclass(frozen=True, slots=True)
class Feeling:
    """A mood, -2 to 2, what it is called, and whose it is."""

    level: int
    word: str
    persona: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says of a touchpoint."""

    title: str
    channel: str
    gap: Gap
    actual: str
    """What customers get, with its unit; empty if unknown."""
    short: str
    """How far that is from what they want; empty if unknown."""
    owner: str
    feelings: tuple[Feeling, ...]


def side_of(card: Card | None, read: Reader) -> Side | None:
    """The side of a touchpoint; none where it is not there."""
    if card is None:
        return None
    gap, language = card.gap, read.language
    short = bool(gap.experience) and gap.level is not Level.GOOD
    return Side(
        title=card.title,
        channel=card.channel,
        gap=gap,
        actual=quantity_text(gap.actual, language) if gap.actual is not None else "",
        short=difference_text(gap, gap.experience, language) if short else "",
        owner=said(card.owner) if card.owner else "",
        feelings=tuple(
            Feeling(
                one.level,
                one.word or label(f"mood-{one.level}", language),
                read.name(("persona",), one.persona) if one.persona else "",
            )
            for one in card.touchpoint.feel
        ),
    )
