"""The head of an overlay: what the change comes to; what gets worse, where, and who answers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jmap.locale import capital
from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, flow, padded, panel, row, stack, text_piece, widened
from jmap.paint.shapes import box
from jmap.paint.text import Type
from jmap.pictures.overlay.lines import arrow, old_new, topic
from jmap.pictures.overlay.marked import Entry, Levels, Overlay
from jmap.pictures.overlay.sides import Revisions
from jmap.pictures.overlay.signs import TONES, effect_sign, mark_sign
from jmap.pictures.overlay.told import GROUPS, Group, Told
from jmap.pictures.parts.chip import chip
from jmap.pictures.style import FRAME, LABEL, LEAD, NAME, SMALL, THEME, mark
from jmap.pictures.symbols import person
from jmap.pictures.told import facts_text, more, named
from jmap.views.grid import Map

_BIG = Type(26, THEME.text, bold=True, leading=1.2)
_FAINT = Type(26, THEME.muted, bold=True, leading=1.2)
_NAME = Type(12, THEME.text, leading=1.35)
_MEASURE = 900.0
_GAP = 16.0
_PAD = 16.0
_MOST = 6
_EACH = 3
_PLACE = Type(14, THEME.text, bold=True, leading=1.35)
_REASON = Type(13, THEME.text, leading=1.4)
_WHERE = Type(12, THEME.muted, leading=1.4)
_WHO = Type(12, THEME.text, leading=1.4)
_TITLE = Type(16, THEME.text, bold=True, leading=1.3)
_ASIDE = 620.0
"""The room that the tiles need beside the title."""
_NARROW = 380.0
_COLUMN = 430.0
_BETWEEN = 28.0
_APART = 12.0


def opening(overlay: Overlay, revisions: Revisions, width: float) -> Piece:
    """The whole head, `width` px wide."""
    chart = overlay.chart
    tiles = list(_tiles(overlay))
    beside = width - sum(tile.width + 12 for tile in tiles) >= _ASIDE
    room = min(width - (sum(tile.width + 12 for tile in tiles) + 24 if beside else 0), _MEASURE)
    leads = [text_piece(text, room, LEAD, 2) for text in _leads(overlay)]
    titles = stack([_title(overlay, room), _between(chart, revisions, room), *leads], 8)
    kind = text_piece(chart.label("overlay"), room, LABEL, 2)
    names = stack([kind, titles], 2)
    if beside:
        counts = row(tiles, 12)
        head = row([widened(names, width - counts.width - 24), counts], 24, align=0.5)
    else:
        head = stack([names, flow(tiles, width, 12, 12)], 18)
    inside = stack([head, _panels(overlay, width)], 18)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(chart.title, facts_text(chart.facts))
        return element("g", join([*names, inside.paint(at, mirror)]), class_="about")

    return Piece(inside.width, inside.height, draw)


def between_text(chart: Map, revisions: Revisions) -> tuple[str, str]:
    """What the two sides are called."""
    return (
        revisions.before.strip(".") or chart.label("overlay-before"),
        revisions.after.strip(".") or chart.label("overlay-after"),
    )


def _title(overlay: Overlay, room: float) -> Piece:
    title = text_piece(overlay.chart.title, room, NAME, 3)
    old = overlay.before.title if overlay.before and overlay.twin.after else ""
    if not old or old == overlay.chart.title:
        return title
    # Beside the first line, however many there are.
    sign = padded(arrow(), 0, NAME.size * NAME.leading / 2 - 5.5, 0, 0)
    return stack([text_piece(old, room, LEAD, 2), row([sign, title], 10)], 0)


def _between(chart: Map, revisions: Revisions, room: float) -> Piece:
    before, after = (chip_text(name) for name in between_text(chart, revisions))
    return flow([chip(before), arrow(), chip(after)], room, 8, 6)


def chip_text(name: str) -> str:
    """A name that fits on a chip: of a long one the head."""
    return name if len(name) <= 48 else f"{name[:47]}…"


def _leads(overlay: Overlay) -> Iterator[str]:
    chart = overlay.chart
    if overlay.twin.before is None:
        yield chart.label("overlay-new-journey")
    if overlay.twin.after is None:
        yield chart.label("overlay-gone-journey")
    if overlay.base:
        yield chart.label("overlay-inherited").format(journey=overlay.base)
    yield from map(capital, overlay.notes)


def _tiles(overlay: Overlay) -> Iterator[Piece]:
    for group in overlay.counted:
        yield _count(overlay.chart, group, overlay.count(group))
    for one in overlay.levels():
        if one.before or one.after:
            yield _levels(overlay, one)


def _count(chart: Map, effect: str, count: int) -> Piece:
    number = text_piece(digits(str(count), chart.language), 90, _BIG if count else _FAINT, 1)
    name = text_piece(chart.label(f"overlay-count-{effect}"), 150, _NAME, 2)
    sign = effect_sign(effect, 15) if count else NOTHING
    inside = stack([row([sign, number], 8, align=0.5), name], 2)
    ink = TONES[effect].line if effect in TONES and count else THEME.hairline
    return _tile(inside, ink)


def _levels(overlay: Overlay, one: Levels) -> Piece:
    chart = overlay.chart
    was = [] if one.is_same else [_number(chart, one.before, _FAINT), arrow()]
    numbers = row([mark(one.level, 15), *was, _number(chart, one.after, _BIG)], 8, align=0.5)
    name = text_piece(chart.label(one.name), 150, _NAME, 2)
    turn = overlay.turn(one)
    return _tile(stack([numbers, name], 2), TONES[turn].line if turn else THEME.hairline)


def _number(chart: Map, value: int | None, kind: Type) -> Piece:
    return text_piece("–" if value is None else digits(str(value), chart.language), 90, kind, 1)


def _tile(inside: Piece, ink: str) -> Piece:
    width, high = inside.width + 2 * _PAD, max(inside.height + 22, 76.0)
    ground = panel(inside, Rect(_PAD, 11, width, high), THEME.surface, outline=FRAME, radius=10)

    def draw(at: Point, mirror: Mirror) -> Markup:
        edge = Rect(at.x, at.y + 10, 4, high - 20)
        return ground.paint(at, mirror) + box(edge, ink, radius=2, mirror=mirror)

    return Piece(width, high, draw)


def _panels(overlay: Overlay, width: float) -> Piece:
    """What gets worse beside what only looks better and what is; below each other where there is no
    room.
    """
    lists = {group: [one for one in overlay.entries if one.told.group == group] for group in GROUPS}
    kinds: list[Group] = [group for group, found in lists.items() if found and group != "neutral"]
    if not kinds and lists["neutral"]:
        kinds = ["neutral"]
    if not kinds:
        return NOTHING
    beside = min(len(kinds), max(1, int(width // _NARROW)))
    room = (width - (beside - 1) * _GAP) / beside
    insides = [_listed(overlay.chart, kind, lists[kind], room - 2 * _PAD) for kind in kinds]
    lines = [
        _framed(insides[at : at + beside], kinds[at : at + beside], room)
        for at in range(0, len(kinds), beside)
    ]
    return stack(lines, _GAP)


def _framed(insides: Sequence[Piece], kinds: Sequence[Group], room: float) -> Piece:
    """Lists in panels of one height."""
    high = max(one.height for one in insides) + 28
    panels = [_panel(one, kind, room, high) for one, kind in zip(insides, kinds, strict=True)]
    return row(panels, _GAP)


def _listed(chart: Map, group: str, found: Sequence[Entry], width: float) -> Piece:
    """A list of changes of one kind, in columns where one would be wide and long."""
    heading = text_piece(chart.label(f"overlay-gets-{group}"), width - 22, _TITLE, 2)
    head = row([effect_sign(group, 13), heading], 8, align=0.5)
    groups = _groups(found)
    beside = max(1, min(len(groups), int((width + _BETWEEN) // (_COLUMN + _BETWEEN))))
    most = _MOST * beside
    shown = groups if len(groups) <= most + 1 else groups[:most]
    room = (width - (beside - 1) * _BETWEEN) / beside
    entries = [_group(chart, one, room) for one in shown]
    left = sum(map(len, groups)) - sum(map(len, shown))
    rest = text_piece(more(chart, left), width, SMALL, 1)
    return stack([head, _columns(entries, beside, room), rest], 12)


def _columns(entries: Sequence[Piece], beside: int, room: float) -> Piece:
    """Pieces in so many columns of about one height, to be read one column after another."""
    lists: list[list[Piece]] = [[]]
    left = sum(one.height + _APART for one in entries)
    high = left / beside
    used = 0.0
    for one in entries:
        # What stands more than half below the line begins the next column.
        if lists[-1] and used + one.height / 2 > high and len(lists) < beside:
            lists.append([])
            left, used = left - used, 0.0
            high = left / (beside - len(lists) + 1)
        lists[-1].append(one)
        used += one.height + _APART
    return row([widened(stack(column, _APART), room) for column in lists], _BETWEEN)


def _panel(inside: Piece, group: str, width: float, high: float) -> Piece:
    ground = panel(inside, Rect(_PAD, 14, width, high), THEME.surface, outline=FRAME, radius=10)
    ink = TONES[group].line if group in TONES else THEME.hairline

    def draw(at: Point, mirror: Mirror) -> Markup:
        edge = Rect(at.x, at.y + 12, 4, high - 24)
        return ground.paint(at, mirror) + box(edge, ink, radius=2, mirror=mirror)

    return Piece(width, high, draw)


def _groups(found: Sequence[Entry]) -> list[list[Entry]]:
    """The changes of one place together, in the order of the first of each."""
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for one in found:
        groups.setdefault(one.heading, []).append(one)
    return list(groups.values())


def _group(chart: Map, found: Sequence[Entry], width: float) -> Piece:
    room = width - 24
    first = found[0]
    place = text_piece(first.title, room, _PLACE, 2)
    shown = found if len(found) <= _EACH + 1 else found[:_EACH]
    told = [_said(chart, one, room) for one in shown]
    rest = text_piece(more(chart, len(found) - len(shown)), room, SMALL, 1)
    who = row([person(12), text_piece(first.owner, room - 18, _WHO, 1)], 6, align=0.5)
    aside = [text_piece(first.stage, room, _WHERE, 1), who if first.owner else NOTHING]
    below = flow([piece for piece in aside if piece.width], room, 14, 2)
    sign = padded(mark_sign(first.told.mark, 14), 0, 3, 0, 0)
    return row([sign, stack([place, *told, rest, below], 2)], 10)


def _said(chart: Map, entry: Entry, room: float) -> Piece:
    allowed = text_piece(entry.told.allowed, room, _WHERE, 2)
    return stack([_why(chart, entry, room), allowed])


def _why(chart: Map, entry: Entry, room: float) -> Piece:
    one = _of_titled(entry)
    if one.reason:
        return text_piece(capital(one.reason), room, _REASON, 3)
    if one.tells_only(entry.title):
        text = " · ".join(filter(None, (one.about, chart.label(f"overlay-{one.mark}"))))
        return text_piece(text, room, SMALL, 2)
    return _changed(one, room)


def _of_titled(entry: Entry) -> Told:
    """A change without what its place says already: the title above, and what that is of."""
    one = entry.told
    part = "" if one.part == entry.title else one.part
    return replace(one, part=part, kind="" if one.kind == entry.stage else one.kind)


def _changed(one: Told, room: float) -> Piece:
    """What was and what is, after what it is of."""
    name = text_piece(topic(one), room, SMALL, 2)
    return stack([name, old_new(one.before, one.after, room)], 0)
