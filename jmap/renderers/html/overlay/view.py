"""All that the page shows of some workspaces, as plain data for its template."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from jmap.model.number_forms import digits
from jmap.model.workspace import Workspace
from jmap.paint.svg import Svg
from jmap.pictures.document import document_of
from jmap.pictures.names import Names
from jmap.pictures.overlay.drawn import overlay_drawing
from jmap.pictures.overlay.marked import Entry, Levels, Overlay, Overlays, Place
from jmap.pictures.overlay.marking import overlays
from jmap.pictures.overlay.opening import between_text
from jmap.pictures.overlay.sides import Revisions, Sides
from jmap.pictures.overlay.tile import is_said
from jmap.pictures.overlay.told import GROUPS, Told
from jmap.renderers.html.ids import Ids
from jmap.renderers.html.overlay.sides import Side, side_of
from jmap.views.grid import Card, Column, Map

_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))


class PageNames(Names):
    """Ids of pictures in a page: no other id of the page begins like them."""

    def take(self, wanted: str) -> str:
        """The wanted id after a word of its own."""
        return super().take(picture_id(wanted))


def picture_id(key: str) -> str:
    """The id of a place in the picture. Joiners, which Persian ids have between letters, were no
    part of a name in the first editions of XML, and programs that read pages go by these.
    """
    return f"map:{key}".translate(_JOINERS)


@dataclass(frozen=True, slots=True)
class Item:
    """A change in the list, with the id of the place that it leads to."""

    anchor: str
    entry: Entry
    target: str
    """Empty where there is no place to lead to."""


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind."""

    effect: str
    """What they do to customers; ``paper`` where they only look better."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A touchpoint, as it was beside as it is."""

    anchor: str
    twin: str
    """The id of its other place, where it stands in another stage now."""
    picture: str
    """Its id in the picture."""
    listed: str
    """The id of its first change in the list; empty where none is of it."""
    title: str
    place: Place
    before: Side | None
    after: Side | None
    lines: tuple[Told, ...]

    @property
    def calm(self) -> bool:
        """Whether nothing changed."""
        return not self.place.mark


@dataclass(frozen=True, slots=True)
class StageRows:
    """A stage, with what changed in it and its touchpoints."""

    anchor: str
    title: str
    before: str
    """What it was called; empty where it is new."""
    after: str
    """What it is called; empty where it is gone."""
    listed: str
    """The id of its first change in the list; empty where none is of it."""
    place: Place
    lines: tuple[Told, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class JourneyView:
    """A journey that changed."""

    anchor: str
    overlay: Overlay
    groups: tuple[Group, ...]
    whole: str
    """The id of what changed in the journey itself."""
    around: tuple[Entry, ...]
    """What changed in the journey itself, in channels and personas."""
    stages: tuple[StageRows, ...]
    picture: Markup
    tall: bool
    """Whether the picture is higher than wide."""
    title: str
    """The id of its title."""
    maps: str
    """The id of the maps side by side."""
    sides: tuple[str, str]
    """What the two sides are called."""

    @property
    def chart(self) -> Map:
        """The map with both sides."""
        return self.overlay.chart

    @property
    def levels(self) -> tuple[Levels, ...]:
        """The large and the medium gaps, where there are any."""
        return tuple(one for one in self.overlay.levels() if one.before or one.after)

    def number(self, value: int | None) -> str:
        """A count in the digits of the map; a dash for none."""
        return "–" if value is None else digits(str(value), self.chart.language)


@dataclass(frozen=True, slots=True)
class WorkspaceView:
    """A workspace: its journeys that changed, what they share, and what did not change."""

    overlays: Overlays
    journeys: tuple[JourneyView, ...]
    declared: tuple[Item, ...]
    calm: tuple[str, ...]
    """The titles of journeys that did not change."""
    anchor: str
    """The id of what changed in declarations."""


def workspace_views(compared: Sequence[Sides], revisions: Revisions) -> tuple[WorkspaceView, ...]:
    """All that the page shows."""
    ids = Ids()
    names = PageNames()
    return tuple(_workspace(sides, ids, names, revisions) for sides in compared)


def _workspace(sides: Sides, ids: Ids, names: Names, revisions: Revisions) -> WorkspaceView:
    found = overlays(sides)
    made = []
    for one in found.changed:
        workspace = sides.after if one.twin.after else sides.before
        made.append(_Maker(one, ids, revisions).view(names, workspace))
    items = [Item(ids.take(_key(one)), one, "") for one in found.unseen]
    return WorkspaceView(
        overlays=found,
        journeys=tuple(made),
        declared=tuple(items),
        calm=tuple(one.chart.title for one in found.journeys if not one.changed),
        anchor=ids.take("declarations"),
    )


def _key(entry: Entry) -> str:
    return f"change:{entry.told.judged.fingerprint}"


class _Maker:
    """Makes what is shown of one journey."""

    def __init__(self, overlay: Overlay, ids: Ids, revisions: Revisions) -> None:
        self.overlay = overlay
        self.ids = ids
        self.revisions = revisions
        chart = overlay.chart
        name = chart.journey.id
        self.article, self.whole = ids.take(name), ids.take(f"{name}:whole")
        self.maps, self.title = ids.take(f"{name}:maps"), ids.take(f"{name}:title")
        keys = [place.key for place in chart.columns] + [card.key for card in chart.cards]
        self.anchors = {key: ids.take(key) for key in keys}
        self.listed: dict[str, str] = {}

    def view(self, names: Names, workspace: Workspace) -> JourneyView:
        """All that is shown of it; the picture takes its ids from `names`."""
        overlay = self.overlay
        groups = tuple(self._groups())
        drawn = self._drawn(names, workspace)
        return JourneyView(
            anchor=self.article,
            overlay=overlay,
            groups=groups,
            whole=self.whole,
            around=tuple(one for one in overlay.entries if not one.key),
            stages=tuple(map(self._stage, overlay.chart.columns)),
            # Painted by our own painter, which escapes every text and lets no other markup in.
            picture=Markup(drawn.to_inline().source),  # noqa: S704
            tall=drawn.height > drawn.width,
            title=self.title,
            maps=self.maps,
            sides=between_text(overlay.chart, self.revisions),
        )

    def _groups(self) -> Iterator[Group]:
        for kind in GROUPS:
            found = [one for one in self.overlay.entries if one.told.group == kind]
            items = [
                Item(self.ids.take(_key(one)), one, self.anchors.get(one.key, self.whole))
                for one in found
            ]
            for one in items:
                self.listed.setdefault(one.entry.key, one.anchor)
            if items:
                yield Group(kind, tuple(items))

    def _drawn(self, names: Names, workspace: Workspace) -> Svg:
        prefix = f"picture:{self.article}"
        drawing = overlay_drawing(self.overlay, workspace, names, self.revisions)
        return document_of([drawing], prefix)

    def _stage(self, column: Column) -> StageRows:
        overlay = self.overlay
        twin = overlay.made.stages[id(column.stage)]
        place = overlay.place(column.key)
        cards = [card for card in overlay.chart.cards if card.stage is column.stage]
        return StageRows(
            anchor=self.anchors[column.key],
            title=column.title,
            before=twin.before.label if twin.before else "",
            after=twin.after.label if twin.after else "",
            listed=self.listed.get(column.key, ""),
            place=place,
            lines=_lines(place),
            rows=tuple(map(self._row, cards)),
        )

    def _row(self, card: Card) -> Row:
        overlay, readers = self.overlay, self.overlay.readers
        place = overlay.place(card.key)
        before, after = overlay.sides(card)
        came = bool(place.was)
        return Row(
            anchor=self.anchors[card.key],
            twin=self._twin(card),
            picture=picture_id(card.key),
            listed=self.listed.get(card.key, ""),
            title=card.title,
            place=place,
            before=None if came else side_of(before, readers.before),
            after=side_of(after, readers.after),
            lines=tuple(one for one in _lines(place) if not _is_seen(one, place)),
        )

    def _twin(self, card: Card) -> str:
        """The other place of a touchpoint that stands in another stage."""
        mine = self.overlay.made.touchpoints[id(card.touchpoint)]
        if not mine.left and not mine.origin:
            return ""
        for other in self.overlay.chart.cards:
            twin = self.overlay.made.touchpoints[id(other.touchpoint)]
            if other is not card and twin.before is mine.before:
                return self.anchors[other.key]
        return ""


_SEEN = ("current", "feel", "owner")
"""What both sides of a touchpoint show."""


def _is_seen(one: Told, place: Place) -> bool:
    """Whether the marks and the sides show a change, with nothing to add."""
    own = one.judged.change.keyword == "touchpoint"
    if not own or place.ghost or one.reason or one.allowed:
        return False
    return one.word in _SEEN or one.judged.change.field == "title"


def is_shown(one: Told, row: "Row") -> bool:
    """Whether what was and is stand on both sides of a touchpoint already."""
    change = one.judged.change
    if change.keyword != "touchpoint":
        return False
    return not change.field or (one.word in _SEEN and bool(row.before and row.after))


def _lines(place: Place) -> tuple[Told, ...]:
    """What is told there beside its marks."""
    return tuple(one for one in place.told if one.effect != "neutral" or not is_said(one, place))
