"""A line of the index: how one journey is doing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.gaps import Level
from jmap.locale import capital, label
from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import (
    NOTHING,
    Piece,
    flow,
    listed,
    padded,
    panel,
    row,
    shape,
    stack,
    text_piece,
    widened,
)
from jmap.pictures.names import Names
from jmap.pictures.parts.chip import STRONG_CHIP, chip
from jmap.pictures.parts.meter import meter
from jmap.pictures.parts.spark import spark
from jmap.pictures.style import BODY, FRAME, HEADING, LABEL, SMALL, STRONG, THEME, mark
from jmap.pictures.symbols import person
from jmap.pictures.told import named
from jmap.syntax.words import words
from jmap.views.dates import day_text
from jmap.views.health import Health, LevelCount
from jmap.views.index import JourneyIndex
from jmap.views.numbers import difference_text, share_text
from jmap.views.state import STATES

_APART = 24.0
_PAD = 16.0
_SPARK = Rect(0, 0, 190, 44)
_WIDTHS = {
    "journey": 310.0,
    "attainment": 200.0,
    "gaps": 190.0,
    "curve": _SPARK.width,
    "worst": 210.0,
    "owner": 150.0,
    "review": 130.0,
}
WIDTH = sum(_WIDTHS.values()) + _APART * (len(_WIDTHS) - 1) + 2 * _PAD
"""The width of the table."""


@dataclass(frozen=True, slots=True)
class IndexSheet:
    """The index, and the ids of the picture."""

    index: JourneyIndex
    names: Names

    @property
    def language(self) -> str:
        """The language of labels and digits."""
        return self.index.language

    def label(self, key: str) -> str:
        """A fixed notion in the index's language."""
        return label(key, self.language)

    def choice(self, word: str) -> str:
        """What the index's language calls one of a fixed set of values."""
        return capital(words().shown("choices", word, self.language))


def heading_row(sheet: IndexSheet) -> Piece:
    """What the columns are called."""
    names = [
        widened(text_piece(sheet.label(f"index-{key}"), width, LABEL, 2), width)
        for key, width in _WIDTHS.items()
    ]
    inside = row(names, _APART, align=0.5)
    return panel(inside, Rect(_PAD, 8, WIDTH, inside.height + 16), THEME.sunken, radius=8)


def journey_row(sheet: IndexSheet, health: Health, told: str) -> Piece:
    """A journey on a line of its own; `told` is what it comes to in words."""
    cells = {
        "journey": _who(sheet, health),
        "attainment": _attainment(sheet, health),
        "gaps": _counts(sheet, health.levels),
        "curve": _curve(health),
        "worst": _worst(sheet, health),
        "owner": _owner(sheet, health),
        "review": _review(sheet, health),
    }
    fitted = [stack([widened(cells[key], width), _room(width)]) for key, width in _WIDTHS.items()]
    inside = row(fitted, _APART, align=0.5)
    size = Rect(_PAD, _PAD, WIDTH, inside.height + 2 * _PAD)
    card = panel(inside, size, THEME.surface, outline=FRAME, radius=10)

    def draw(at: Point, mirror: Mirror) -> Markup:
        content = join([*named(health.title, told), card.paint(at, mirror)])
        return element("g", content, id=sheet.names.take(health.journey.id), class_="journey")

    return Piece(card.width, card.height, draw)


def counted(sheet: IndexSheet, levels: Sequence[LevelCount], kind: str) -> Iterator[Piece]:
    """The levels that occur, each with its mark and how often; in words too if `kind` says so."""
    for one in levels:
        if not one.count:
            continue
        number = digits(str(one.count), sheet.language)
        told = f"{sheet.label(f'level-{one.level.value}')}: {number}" if kind == "told" else number
        text = text_piece(told, 200, STRONG if one.level is not Level.UNKNOWN else SMALL, 1)
        yield row([mark(one.level), text], 6, align=0.5)


def _room(width: float) -> Piece:
    """Keeps an empty cell as wide as its column."""
    return shape(width, 0.01, lambda _at, _mirror: join([]))


def _who(sheet: IndexSheet, health: Health) -> Piece:
    room = _WIDTHS["journey"]
    title = text_piece(health.title, room, HEADING, 3)
    chips = flow(list(_chips(sheet, health)), room, 6, 6)
    personas = row([padded(person(12), 0, 1.5, 0, 0), listed(health.personas, room - 19, SMALL)], 7)
    return stack([title, chips, personas if health.personas else NOTHING], 6)


def _chips(sheet: IndexSheet, health: Health) -> Iterator[Piece]:
    if health.state:
        key = STATES[health.state]
        yield chip(sheet.label(key), STRONG_CHIP)
    if health.status:
        yield chip(sheet.choice(health.status))


def _attainment(sheet: IndexSheet, health: Health) -> Piece:
    room = _WIDTHS["attainment"]
    if health.mean is None or health.minimum is None:
        return text_piece(sheet.label("index-no-attainment"), room, SMALL, 2)
    mean = f"{sheet.label('mean')} {share_text(health.mean, sheet.language)}"
    least = f"{sheet.label('minimum')} {share_text(health.minimum, sheet.language)}"
    texts = listed([mean, least], room, BODY)
    return stack([meter(health.mean, health.minimum, room), texts], 6)


def _counts(sheet: IndexSheet, levels: Sequence[LevelCount]) -> Piece:
    return flow(list(counted(sheet, levels, "short")), _WIDTHS["gaps"], 12, 6)


def _curve(health: Health) -> Piece:
    return spark(health.curves, health.stages, _SPARK) if health.curves else NOTHING


def _worst(sheet: IndexSheet, health: Health) -> Piece:
    room, gap = _WIDTHS["worst"], health.worst
    if gap is None:
        return text_piece(sheet.label("index-no-gap"), room, SMALL, 2)
    number = difference_text(gap, gap.experience, sheet.language)
    stage = gap.stage.label if gap.stage and gap.touchpoint else ""
    texts = [
        text_piece(health.place, room - 20, STRONG, 2),
        listed([number, stage], room - 20, SMALL),
    ]
    return row([padded(mark(gap.level), 0, 2, 0, 0), stack(texts, 1)], 7)


def _owner(sheet: IndexSheet, health: Health) -> Piece:
    room = _WIDTHS["owner"]
    if not health.owner:
        return text_piece(sheet.label("index-no-owner"), room, SMALL, 2)
    return text_piece(health.owner, room, BODY, 3)


def _review(sheet: IndexSheet, health: Health) -> Piece:
    room = _WIDTHS["review"]
    due = day_text(health.due, sheet.language) if health.due else sheet.label("index-no-review")
    last = NOTHING
    if health.reviewed:
        told = f"{sheet.label('index-last-review')}: {day_text(health.reviewed, sheet.language)}"
        last = text_piece(told, room, SMALL, 3)
    return stack([text_piece(due, room, BODY if health.due else SMALL, 2), last], 2)
