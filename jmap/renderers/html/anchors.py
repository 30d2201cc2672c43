"""The ids of one journey's parts in a page."""

from dataclasses import dataclass

from jmap.renderers.html.ids import Ids
from jmap.views.grid import Map


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of a journey's parts; cards, columns and routes by their keys."""

    article: str
    map: str
    title: str
    gaps: str
    paths: str
    blueprint: str
    ideas: str
    comparison: str
    curve: str
    cards: dict[str, str]
    columns: dict[str, str]
    routes: dict[str, str]


def anchors(drawing: Map, ids: Ids) -> Anchors:
    """The ids of a map, taken from those of the page."""
    name = drawing.journey.id
    return Anchors(
        article=ids.take(name),
        map=ids.take(f"{name}:map"),
        title=ids.take(f"{name}:title"),
        gaps=ids.take(f"{name}:gaps"),
        paths=ids.take(f"{name}:paths"),
        blueprint=ids.take(f"{name}:blueprint"),
        ideas=ids.take(f"{name}:ideas"),
        comparison=ids.take(f"{name}:comparison"),
        curve=ids.take(f"{name}:curve"),
        columns={column.key: ids.take(column.key) for column in drawing.columns},
        cards={card.key: ids.take(card.key) for card in drawing.cards},
        routes={route.key: ids.take(route.key) for route in drawing.routes},
    )
