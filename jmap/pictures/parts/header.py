"""The head of a map: who it is for, what it is about, and where customers are served worst."""

from collections.abc import Iterator

from jmap.gaps import Gap
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
    stack,
    text_piece,
    widened,
)
from jmap.pictures.parts.chip import STRONG_CHIP, chip
from jmap.pictures.parts.persona_card import WIDTH, persona_card
from jmap.pictures.parts.sheet import Sheet, touchpoint_key
from jmap.pictures.style import (
    BODY,
    FRAME,
    HEADING,
    LABEL,
    LEAD,
    NAME,
    SMALL,
    STRONG,
    THEME,
    mark,
)
from jmap.pictures.symbols import rank_sign
from jmap.pictures.told import (
    choice,
    facts_text,
    gap_place,
    more,
    named,
    phrases,
    spelled,
    worded,
)
from jmap.views.facts import Fact
from jmap.views.grid import Map
from jmap.views.numbers import difference_text, share_text
from jmap.views.state import STATES

_GAP = 28.0
_GLANCE = 300.0
_LEAST = 400.0
_SCENES = 2
_FACTS = ("goal", "starts", "ends", "vision", "owner", "reviewed")
_ASIDE = ("objective", "question", "expects")
_CHIPS = ("status", "level", "mode", "visit")
_MOST = 9


def header(sheet: Sheet, width: float) -> Piece:
    """The whole head, `width` px wide."""
    glance = _glance(sheet)
    aside = glance.width + _GAP if glance.width else 0.0
    people = _people(sheet, width - aside - _LEAST - _GAP)
    before = people.width + _GAP if people.width else 0.0
    about = _about(sheet, width - before - aside)
    return row([people, widened(about, width - before - aside), glance], _GAP)


def _people(sheet: Sheet, room: float) -> Piece:
    """The persona cards: side by side as far as there is room, else below each other."""
    cards = [
        persona_card(sheet, persona, order) for order, persona in enumerate(sheet.chart.personas)
    ]
    beside = max(1, min(3, int((room + 16) // (WIDTH + 16))))
    rows = [cards[at : at + beside] for at in range(0, len(cards), beside)]
    return stack((row(found, 16) for found in rows), 16)


def _about(sheet: Sheet, width: float) -> Piece:
    chart = sheet.chart
    title = text_piece(chart.title, width, NAME, 4)
    chips = flow(list(_chips(chart)), width, 8, 8)
    scenario = [text_piece(text, width, LEAD, 4) for text in chart.journey.scenario[:_SCENES]]
    told = stack([stack([_eyebrow(chart, width), title], 2), chips, *scenario], 12)
    inside = stack([told, _facts(chart, width)], 16)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(chart.title, facts_text(chart.facts))
        return element("g", join([*names, inside.paint(at, mirror)]), class_="about")

    return Piece(inside.width, inside.height, draw)


def _eyebrow(chart: Map, width: float) -> Piece:
    product = ", ".join(fact.text for fact in chart.facts if fact.word == "product")
    text = " · ".join(part for part in (chart.label("map"), product) if part)
    return text_piece(text, width, LABEL, 2)


def _chips(chart: Map) -> Iterator[Piece]:
    journey = chart.journey
    if journey.state:
        yield chip(chart.label(STATES[journey.state]), STRONG_CHIP)
    for word in _CHIPS:
        value = getattr(journey, word)
        if value:
            yield chip(f"{spelled(chart, word)}: {choice(chart, value)}")


def _facts(chart: Map, width: float) -> Piece:
    """The key facts in columns where there is room, and how many more there are."""
    wanted = (*_FACTS, *_ASIDE)
    found = [fact for word in wanted for fact in chart.facts if fact.word == word][:_MOST]
    count = 3 if width >= 840 else 2 if width >= 440 else 1
    room = (width - 24 * (count - 1)) / count
    pieces = [widened(_fact(fact, room), room) for fact in found]
    rows = [pieces[at : at + count] for at in range(0, len(pieces), count)]
    rest = text_piece(more(chart, _untold(chart) - len(found)), width, SMALL, 1)
    return stack([*(row(pair, 24) for pair in rows), rest], 10)


def _untold(chart: Map) -> int:
    """How many facts stand neither in the heading nor on a chip."""
    told = ("language", "product", "state", *_CHIPS)
    kept = [fact for fact in chart.facts if fact.word not in told]
    scenes = sum(fact.word == "scenario" for fact in kept)
    return len(kept) - min(scenes, _SCENES)


def _fact(fact: Fact, room: float) -> Piece:
    return stack([text_piece(fact.label, room, LABEL, 1), listed(_said(fact), room, BODY, 3)])


def _said(fact: Fact) -> list[str]:
    """What the customer and we want in free text alone: what it serves is read elsewhere."""
    if fact.word == "objective" and fact.parts:
        return [fact.parts[0].text]
    return [worded(fact)] if fact.word == "goal" else phrases(fact)


def _glance(sheet: Sheet) -> Piece:
    """The largest gaps, with the numbers their cards carry."""
    if not sheet.ranks:
        return NOTHING
    chart = sheet.chart
    heading = text_piece(chart.label(chart.gaps_key), _GLANCE - 32, HEADING, 2)
    owners = {card.key: card.owner for card in chart.cards}
    entries = [
        _entry(chart, at, gap, owners.get(touchpoint_key(gap)))
        for at, gap in enumerate(sheet.largest, start=1)
    ]
    inside = stack([heading, *entries], 12)
    size = Rect(16, 14, _GLANCE, inside.height + 30)
    return panel(inside, size, THEME.surface, outline=FRAME, radius=10)


def _entry(chart: Map, at: int, gap: Gap, owner: Fact | None) -> Piece:
    room = _GLANCE - 32 - 26
    number = "" if gap.experience is None else difference_text(gap, gap.experience, chart.language)
    level = chart.label(f"level-{gap.level.value}")
    said = [number, level, _attained(chart, gap)]
    sign = padded(mark(gap.level, 12), 0, 2, 0, 0)
    size = row([sign, listed(said, room - 19, BODY)], 7)
    place = [gap.stage.label if gap.stage else "", *_who(owner)]
    texts = [text_piece(gap_place(gap), room, STRONG, 3), size, listed(place, room, SMALL)]
    return row([padded(rank_sign(at, chart.language), 0, 1, 0, 0), stack(texts, 1)], 10)


def _attained(chart: Map, gap: Gap) -> str:
    """By what the list is ranked, beside what bears on customers: numbers of several units."""
    share = share_text(gap.attainment, chart.language)
    return f"{chart.label('attainment')} {share}"


def _who(owner: Fact | None) -> list[str]:
    return [owner.parts[0].text] if owner and owner.parts else []
