"""How a journey feels to a persona: where worst, where best."""

from jmap.locale import label
from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, padded, row, stack, text_piece, widened
from jmap.pictures.style import BODY, LABEL, SMALL, STRONG
from jmap.pictures.symbols import mood_sign
from jmap.pictures.told import named
from jmap.views.curve import Mood
from jmap.views.personas import Lived


def persona_lived(one: Lived, language: str, room: float) -> Piece:
    """A journey, and in it the best and the weakest moment."""
    title = stack(
        [
            text_piece(label("persona-lives", language), room, LABEL, 1),
            text_piece(one.title, room, STRONG, 3),
        ]
    )
    moods = [
        _moment(mood, name, language, room)
        for mood, name in ((one.weakest, "persona-weakest"), (one.best, "persona-best"))
        if mood is not None
    ]
    if moods:
        return stack([title, *moods], 8)
    if one.steady is None:
        return stack([title, text_piece(label("persona-unfelt", language), room, SMALL, 2)], 3)
    said_ = f"{label('persona-steady', language)}: {label(f'mood-{one.steady}', language)}"
    sign = mood_sign(one.steady, 26)
    return stack([title, row([sign, text_piece(said_, room - 40, BODY, 3)], 12, align=0.5)], 8)


def _moment(mood: Mood, name: str, language: str, room: float) -> Piece:
    word = mood.word or label(f"mood-{mood.level}", language)
    inside = room - 40
    texts = [
        text_piece(f"{label(name, language)}: {word}", inside, BODY, 3),
        text_piece(mood.title, inside, SMALL, 3),
    ]
    piece = widened(row([padded(mood_sign(mood.level, 26), 0, 1, 0, 0), stack(texts)], 12), room)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(f"{label(name, language)}: {mood.title}, {word}", "")
        return element("g", join([*names, piece.paint(at, mirror)]), data_at=mood.key)

    return Piece(piece.width, piece.height, draw)
