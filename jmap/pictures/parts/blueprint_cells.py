"""What stands in the cells of a service blueprint, measured."""

from collections.abc import Iterable, Iterator, Sequence

from jmap.gaps import Level
from jmap.locale import capital
from jmap.paint.geometry import Rect
from jmap.paint.markup import Markup
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, listed, padded, row, shape, stack, text_piece
from jmap.paint.shapes import box
from jmap.pictures.channel_signs import channel_sign
from jmap.pictures.parts.blueprint_sheet import BlueprintSheet
from jmap.pictures.parts.service_signs import (
    actor_sign,
    fail_sign,
    mode_sign,
    risk_sign,
    wait_sign,
)
from jmap.pictures.style import BODY, SMALL, STRONG, THEME, TITLE, mark
from jmap.pictures.symbols import kind_sign, person, star
from jmap.pictures.told import choice, more, phrases, said
from jmap.views.blueprint import Actor, Entry, Failure, Moment, Reading
from jmap.views.grid import Map
from jmap.views.numbers import difference_text, quantity_text
from jmap.views.spell import Spell

_LINES = 4
_MOST = 5
_SIGN = 14.0
_BESIDE = 7.0


def sight_piece(sheet: BlueprintSheet, moment: Moment, room: float) -> Piece:
    """Where the customer meets us, and the picture there is of it."""
    sight, chart = moment.sight, sheet.blueprint.chart
    image = sight.image.text if sight.image else ""
    text = room - _SIGN - _BESIDE
    mode = capital(choice(chart, sight.mode)) if sight.mode else ""
    lines = [
        text_piece(sight.channel, text, STRONG, 3),
        text_piece(mode, text, SMALL, 1),
        text_piece(image, text, SMALL, 2),
    ]
    sign = channel_sign(sight.kind, 14)
    return row([sign if sign.width else mode_sign(sight.mode), stack(lines)], _BESIDE)


def done_piece(chart: Map, entries: Sequence[Entry], room: float) -> Piece:
    """What the customer does, and which customer where one is named."""
    return _first(chart, [_done(entry, room) for entry in entries], room, 7)


def _done(entry: Entry, room: float) -> Piece:
    who = text_piece(entry.persona, room, SMALL, 1)
    return stack([who, text_piece(entry.text, room, BODY, _LINES)], 1)


def front_piece(sheet: BlueprintSheet, moment: Moment, room: float) -> Piece:
    """The touchpoint, what we do there, and with what."""
    chart, card = sheet.blueprint.chart, moment.card
    signs = _signs(moment)
    title = text_piece(card.title, room - (signs.width + 8 if signs.width else 0), TITLE, _LINES)
    head = title
    if signs.width:
        aside = padded(signs, room - title.width - signs.width, 1, 0, 0)
        head = row([title, aside])
    actions = [_bulleted(fact.text, room) for fact in moment.actions]
    needs = [text_piece(f"{fact.label}: {said(fact)}", room, SMALL, 3) for fact in moment.needs]
    return stack([head, _first(chart, actions, room, 3), _first(chart, needs, room, 3)], 7)


def front_foot(sheet: BlueprintSheet, moment: Moment, room: float) -> Piece:
    """How a touchpoint fails, and who answers for it."""
    wrong = failures_piece(sheet.blueprint.chart, moment, room)
    told = stack([wrong, _owner(moment, room)], 8)
    return stack([_rule(room), told], 9) if told.height else NOTHING


def _owner(moment: Moment, room: float) -> Piece:
    owner = moment.card.owner
    if owner is None:
        return NOTHING
    return _signed(person(12), listed(phrases(owner), room - 19, SMALL))


def failures_piece(chart: Map, moment: Moment, room: float) -> Piece:
    """The gaps that are known, then what hurts and what may."""
    lines = [_gap_line(chart, one, room) for one in moment.readings]
    return _first(chart, [*lines, *_failed(moment.failures, room)], room, 5)


def _failed(failures: Iterable[Failure], room: float) -> Iterator[Piece]:
    for failure in failures:
        if failure.kind == "gap":
            continue
        sign = fail_sign() if failure.certain else risk_sign()
        yield _signed(sign, text_piece(failure.text, room - _SIGN - _BESIDE, BODY, _LINES))


def stage_failures(chart: Map, failures: Sequence[Failure], room: float) -> Piece:
    """What hurts customers over a whole stage."""
    return _first(chart, list(_failed(failures, room)), room, 5)


def _gap_line(chart: Map, reading: Reading, room: float) -> Piece:
    """A gap on a line: as a point of failure where it is large."""
    gap = reading.gap
    texts = [
        f"{reading.metric}:" if reading.metric else "",
        difference_text(gap, gap.experience, chart.language),
    ]
    number = " ".join(filter(None, texts))
    level = chart.label(f"level-{gap.level.value}")
    sign = fail_sign() if gap.level is Level.LARGE else mark(gap.level, _SIGN)
    return _signed(sign, listed([number, level], room - _SIGN - _BESIDE, BODY))


def behind_piece(chart: Map, entries: Sequence[Entry], room: float) -> Piece:
    """Who acts where customers cannot see it, and what they do."""
    return _first(chart, [_acted(entry, room) for entry in entries], room, 9)


def _acted(entry: Entry, room: float) -> Piece:
    text = room - _SIGN - _BESIDE
    actor = entry.actor or Actor("other", "")
    told = [text_piece(actor.name, text, STRONG, 3), text_piece(entry.text, text, BODY, _LINES)]
    return _signed(actor_sign(actor.kind), stack(told))


def time_piece(sheet: BlueprintSheet, moment: Moment, room: float) -> Piece:
    """How long it takes the customer, and where that is longer than wanted: said once where both
    are the same time.
    """
    chart = sheet.blueprint.chart
    waits = [_wait(sheet, one, room) for one in moment.waits]
    waited = {quantity_text(one.gap.actual, chart.language) for one in moment.waits}
    spells = [
        spell
        for spell in moment.spells
        if spell.persona or spell.text(chart.language) not in waited
    ]
    return _first(chart, [*spell_pieces(chart, spells, room), *waits], room, 5)


def spell_pieces(chart: Map, spells: Sequence[Spell], room: float) -> list[Piece]:
    """Times, each with whose it is where one of several customers is named."""
    return [
        stack(
            [
                text_piece(spell.persona, room, SMALL, 1),
                text_piece(spell.text(chart.language), room, TITLE, 2),
            ]
        )
        for spell in spells
    ]


def _wait(sheet: BlueprintSheet, reading: Reading, room: float) -> Piece:
    gap, chart, text = reading.gap, sheet.blueprint.chart, room - _SIGN - _BESIDE
    actual = quantity_text(gap.actual, chart.language)
    wanted = f"{sheet.label('wanted')} {quantity_text(gap.desired, chart.language)}"
    name = text_piece(reading.metric, text, SMALL, 2)
    lines = [name, text_piece(actual, text, TITLE, 2), text_piece(wanted, text, SMALL, 2)]
    return _signed(wait_sign(), stack(lines))


def _signs(moment: Moment) -> Piece:
    touchpoint = moment.card.touchpoint
    signs = [kind_sign(touchpoint.kind)] if touchpoint.kind else []
    if touchpoint.moment_of_truth:
        signs.append(star(14))
    if moment.waits:
        signs.append(wait_sign(13))
    return row(signs, 5, align=0.5)


def _bulleted(text: str, room: float) -> Piece:
    return row([shape(5, 17, _bullet), text_piece(text, room - 12, BODY, _LINES)], 7)


def _bullet(at: Rect, mirror: Mirror) -> Markup:
    return box(Rect(at.x, at.centre.y - 2.5, 5, 5), THEME.outline, radius=2.5, mirror=mirror)


def _signed(sign: Piece, text: Piece) -> Piece:
    return row([padded(sign, 0, 1.5, 0, 0), text], _BESIDE)


def _rule(width: float) -> Piece:
    return shape(width, 1, lambda at, mirror: box(at, THEME.hairline, mirror=mirror))


def _first(chart: Map, pieces: Sequence[Piece], room: float, gap: float) -> Piece:
    """The first pieces, and how many more there are: one more is drawn instead."""
    if len(pieces) <= _MOST + 1:
        return stack(pieces, gap)
    rest = text_piece(more(chart, len(pieces) - _MOST), room, SMALL, 1)
    return stack([*pieces[:_MOST], rest], gap)
