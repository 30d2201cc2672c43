"""The legend of a service blueprint: the signs that occur in it."""

from collections.abc import Iterator
from itertools import chain

from jmap.gaps import Level
from jmap.locale import capital
from jmap.paint.piece import NOTHING, Piece, flow, row, stack, text_piece
from jmap.pictures.parts.blueprint_sheet import BlueprintSheet
from jmap.pictures.parts.service_signs import actor_sign, fail_sign, risk_sign, wait_sign
from jmap.pictures.style import LABEL, SMALL, mark
from jmap.pictures.symbols import kind_sign, star
from jmap.pictures.told import choice, spelled
from jmap.views.blueprint import ActorKind

_LONGEST = 300.0
_LEVELS = (Level.GOOD, Level.SMALL, Level.MEDIUM)
"""A large gap is a fail point."""
_KINDS = ("event", "interaction", "friction")
_ACTORS: tuple[ActorKind, ...] = ("system", "process", "product", "team", "person", "partner")
_CHOSEN = ("person", "partner")


def blueprint_legend(sheet: BlueprintSheet, width: float) -> Piece:
    """The signs in rows `width` wide; nothing where there are none."""
    signs = [*_failing(sheet), *_levels(sheet), *_touchpoints(sheet), *_actors(sheet)]
    if not signs:
        return NOTHING
    heading = text_piece(sheet.label("legend"), width, LABEL, 1)
    return stack([heading, flow(signs, width, 22, 8)], 10)


def _failing(sheet: BlueprintSheet) -> Iterator[Piece]:
    blueprint = sheet.blueprint
    found = chain.from_iterable(
        [*(one.failures for one in blueprint.moments), *(one.failures for one in blueprint.phases)]
    )
    certain = {one.certain for one in found}
    if True in certain:
        yield _sign(fail_sign(), sheet.label("fail-point"))
    if False in certain:
        yield _sign(risk_sign(), sheet.label("may-fail"))
    if blueprint.waits:
        yield _sign(wait_sign(), sheet.label("wait"))


def _levels(sheet: BlueprintSheet) -> Iterator[Piece]:
    met = {one.gap.level for moment in sheet.blueprint.moments for one in moment.readings}
    return (
        _sign(mark(level), sheet.label(f"level-{level.value}")) for level in _LEVELS if level in met
    )


def _touchpoints(sheet: BlueprintSheet) -> Iterator[Piece]:
    chart = sheet.blueprint.chart
    if any(card.touchpoint.moment_of_truth for card in chart.cards):
        yield _sign(star(13), spelled(chart, "moment-of-truth"))
    met = {card.touchpoint.kind for card in chart.cards}
    yield from (_sign(kind_sign(kind), choice(chart, kind)) for kind in _KINDS if kind in met)


def _actors(sheet: BlueprintSheet) -> Iterator[Piece]:
    chart, moments = sheet.blueprint.chart, sheet.blueprint.moments
    entries = [entry for one in moments for entry in (*one.backstage, *one.support)]
    met = {entry.actor.kind for entry in entries if entry.actor}
    for kind in _ACTORS:
        if kind in met:
            name = choice(chart, kind) if kind in _CHOSEN else spelled(chart, kind)
            yield _sign(actor_sign(kind), name)


def _sign(sign: Piece, text: str) -> Piece:
    return row([sign, text_piece(capital(text), _LONGEST, SMALL, 1)], 7, align=0.5)
