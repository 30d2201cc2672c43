"""What a comparison measures beside its touchpoints, which paths change, what its signs mean."""

from collections.abc import Iterator

from jmap.gaps import Level
from jmap.paint.geometry import Rect
from jmap.paint.piece import Piece, flow, padded, panel, row, stack, text_piece
from jmap.pictures.parts.mood_pair import AFTER, BEFORE, sample
from jmap.pictures.parts.shift_text import moves, sentence, shift_name
from jmap.pictures.style import BODY, EDGE, LABEL, SMALL, STRONG, THEME, mark
from jmap.pictures.symbols import effect_sign
from jmap.pictures.told import spelled
from jmap.views.comparison import Comparison
from jmap.views.difference import Difference
from jmap.views.shift import Shift

_LONGEST = 300.0
_CARD = 380.0
_PAD = 14.0
_SIGNS = {"new": "+", "changed": "±", "gone": "-", "same": None}


def comparison_legend(found: Comparison, width: float) -> Piece:
    """The rest of a comparison, in rows `width` wide."""
    chart = found.after
    measures = [_measure(found, shift) for shift in other_shifts(found) if moves(shift)]
    paths = [_path(found, one) for one in found.differences if one.word == "path"]
    lines = [
        _sign(sample(BEFORE, hollow=True), chart.label("as-is")),
        _sign(sample(AFTER, hollow=False), chart.label("to-be")),
    ]
    signs = [
        _sign(effect_sign(sign, 12), chart.label(f"comparison-{change}"))
        for change, sign in _SIGNS.items()
        if any(pair.change == change for pair in found.pairs)
    ]
    levels = [_sign(mark(level), chart.label(f"level-{level.value}")) for level in Level]
    legend = flow([*lines, *signs, *levels], width, 22, 8)
    heading = text_piece(chart.label("legend"), width, LABEL, 1)
    return stack([flow([*measures, *paths], width, 12, 12), stack([heading, legend], 10)], 24)


def other_shifts(found: Comparison) -> Iterator[Shift]:
    """The gaps that no column shows: those of stages, of the journey, and further measures."""
    for stage in found.stages:
        yield from stage.measures
        for pair in stage.pairs:
            yield from pair.measures
    yield from found.measures


def _measure(found: Comparison, shift: Shift) -> Piece:
    gap = shift.after or shift.before
    assert gap is not None
    chart, room = found.after, _CARD - 2 * _PAD - 22
    texts = stack(
        [
            text_piece(chart.label("metrics"), room, LABEL, 1),
            text_piece(sentence(chart, shift, shift_name(found, shift)), room, BODY, 5),
        ],
        2,
    )
    return _card(row([padded(mark(gap.level, 13), 0, 1, 0, 0), texts], 9))


def _path(found: Comparison, one: Difference) -> Piece:
    chart, room = found.after, _CARD - 2 * _PAD
    change = "new" if not one.before else "gone" if not one.after else "changed"
    sides = {"as-is": one.before, "to-be": one.after}
    texts = [
        text_piece(f"{chart.label(key)}: {' · '.join(steps)}", room, SMALL, 6)
        for key, steps in sides.items()
        if steps
    ]
    kind = f"{spelled(chart, 'path')}, {chart.label(f'comparison-{change}')}"
    head = [text_piece(kind, room, LABEL, 1), text_piece(one.label, room, STRONG, 2)]
    return _card(stack([*head, *texts], 3))


def _card(inside: Piece) -> Piece:
    size = Rect(_PAD, 12, _CARD, inside.height + 24)
    return panel(inside, size, THEME.surface, outline=EDGE, radius=8)


def _sign(sign: Piece, text: str) -> Piece:
    return row([sign, text_piece(text, _LONGEST, SMALL, 1)], 7, align=0.5)
