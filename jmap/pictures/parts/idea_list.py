"""The opportunities of a matrix in words, by their numbers: where, whose, by when, worth what."""

from collections.abc import Sequence

from jmap.model.number_forms import digits, write_number
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, listed, panel, row, shape, stack, text_piece, widened
from jmap.paint.shapes import box
from jmap.pictures.parts.idea_sign import SIZE, idea_sign
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import BODY, FRAME, HEADING, SMALL, STRONG, THEME
from jmap.pictures.told import choice, facts_text, named, said, spelled
from jmap.views.facts import Fact
from jmap.views.matrix import Idea, Order

_PAD = 18.0
_APART = 20.0
_LINES = 4


def idea_list(
    sheet: Sheet, ideas: Sequence[Idea], order: Order, heading: str, room: Rect, columns: int = 1
) -> Piece:
    """A card `room` wide with the ideas in columns that are read downwards; nothing where there are
    none.
    """
    if not ideas:
        return NOTHING
    inside = room.width - 2 * _PAD
    width = (inside - _APART * (columns - 1)) / columns
    entries = [idea_entry(sheet, idea, order, width) for idea in ideas]
    each = -(-len(entries) // columns)
    blocks = [_ruled(entries[at : at + each], width) for at in range(0, len(entries), each)]
    title = text_piece(heading, inside, HEADING, 2)
    content = stack([title, row([widened(block, width) for block in blocks], _APART)], 14)
    size = Rect(_PAD, _PAD - 2, room.width, content.height + 2 * _PAD - 4)
    return panel(content, size, THEME.surface, outline=FRAME, radius=10)


def idea_entry(sheet: Sheet, idea: Idea, order: Order, width: float) -> Piece:
    """One idea, `width` wide."""
    status = idea.opportunity.status or ""
    sign = idea_sign(idea.rank, status, sheet.chart.language)
    room = width - SIZE - 12
    texts = [
        text_piece(idea.title, room, STRONG, _LINES),
        listed(_where(idea), room, SMALL),
        listed(_plan(sheet, idea), room, SMALL),
        listed(_worth(sheet, idea, order), room, BODY),
    ]
    piece = row([sign, stack(texts, 2)], 12)
    return _told(sheet, idea, widened(piece, width))


def figure(value: float, language: str) -> str:
    """A number as short as it still says something: two places below ten, one below a hundred."""
    rounded = round(value, 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0)
    whole = int(rounded) if rounded == int(rounded) else rounded
    return digits(write_number(whole), language)


def _where(idea: Idea) -> list[str]:
    return [idea.stage, idea.touchpoint] if idea.touchpoint else [idea.stage]


def _plan(sheet: Sheet, idea: Idea) -> list[str]:
    """How far it is, by when and by whom."""
    facts = {fact.word: fact for fact in idea.fact.children}
    status = idea.opportunity.status
    texts = [choice(sheet.chart, status)] if status else []
    return [*texts, *(_labelled(facts[word]) for word in ("due", "owner") if word in facts)]


def _labelled(fact: Fact) -> str:
    return f"{fact.label}: {said(fact)}"


def _worth(sheet: Sheet, idea: Idea, order: Order) -> list[str]:
    chart, item = sheet.chart, idea.opportunity
    known = {"impact": item.impact, "effort": item.effort}
    texts = [
        f"{spelled(chart, word)} {figure(value, chart.language)}"
        for word, value in known.items()
        if value is not None
    ]
    if idea.score is not None:
        score = figure(idea.score, chart.language)
        texts.append(f"{chart.label(f'score-{order}')} {score}")
    return texts


def _ruled(entries: Sequence[Piece], width: float) -> Piece:
    """Below each other with a line between two."""
    rule = shape(width, 1, lambda at, mirror: box(at, THEME.hairline, mirror=mirror))
    pieces = [piece for entry in entries for piece in (rule, entry)]
    return stack(pieces[1:], 11)


def _told(sheet: Sheet, idea: Idea, piece: Piece) -> Piece:
    """The entry by its name. Without a disc in the plot, the entry is the idea's own element and
    tells all that is said of it.
    """

    def draw(at: Point, mirror: Mirror) -> Markup:
        alone = idea.rank is None
        key = sheet.names.take(idea.key) if alone else None
        names = named(idea.title, facts_text(idea.fact.children) if alone else "")
        return element("g", join([*names, piece.paint(at, mirror)]), id=key, class_="opportunity")

    return Piece(piece.width, piece.height, draw)
