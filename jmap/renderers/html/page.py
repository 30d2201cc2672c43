"""The page: its sheets, its declarations, and the templates that write them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jinja2 import Template

from jmap.gaps.parity import PARITY_LIMIT
from jmap.model.declared import Declared
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.renderers.html.around import Around
from jmap.renderers.html.environment import page_environment
from jmap.renderers.html.filters import filters
from jmap.renderers.html.groups import only, without
from jmap.renderers.html.ids import Ids
from jmap.renderers.html.marks import sprite
from jmap.renderers.html.policy import page_script
from jmap.renderers.html.sheet import Sheet, sheet
from jmap.renderers.html.style import page_style
from jmap.syntax.fold import fold
from jmap.views.declared import declarations
from jmap.views.facts import Fact, reader
from jmap.views.language import printed_language


@dataclass(frozen=True, slots=True)
class Entry:
    """A declaration with everything in its block."""

    anchor: str
    kind: str
    title: str
    facts: tuple[Fact, ...]


class Html:
    """Writes journeys as a page for people: header, table, curve, paths, ranked gaps, reference."""

    name = "html"
    suffix = ".html"
    omits: Mapping[str, str] = MappingProxyType({})

    def __init__(self, around: Around | None = None) -> None:
        self._around = around or Around()

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The page of some journeys of a workspace, in UTF-8."""
        ids = Ids()
        shown = frozenset(journey.id for journey in journeys)
        sheets = [sheet(workspace, journey, ids, shown) for journey in journeys]
        script = page_script()
        text = _template().render(
            sheets=sheets,
            entries=_entries(workspace, journeys, sheets, ids),
            policy=script.policy,
            script=script.text,
            filters=filters(sheets),
            around=self._around,
            sprite=sprite(),
            style=page_style(
                (len(one.map.columns) for one in sheets),
                (len(one.behind.places) for one in sheets if one.behind),
            ),
        )
        return text.encode("utf-8")


@cache
def _template() -> Template:
    made = page_environment("jmap.renderers.html")
    made.filters.update(only=only, without=without)
    made.globals["limit"] = PARITY_LIMIT
    return made.get_template("page.html")


def _entries(
    workspace: Workspace, journeys: Sequence[Journey], sheets: Sequence[Sheet], ids: Ids
) -> list[Entry]:
    if not sheets:
        return []
    read = reader(workspace, journeys[0], printed_language(sheets[0].map.language))
    drawn = {fold(card.persona.id) for one in sheets for card in one.map.personas if card.persona}
    return [
        Entry(
            ids.take(f"{item.keyword}:{item.id}"),
            read.label(item.keyword),
            item.label,
            read.facts(item),
        )
        for item in declarations(workspace, journeys)
        if not _is_drawn(item, drawn)
    ]


def _is_drawn(item: Declared, personas: set[str]) -> bool:
    return item.keyword == "persona" and fold(item.id) in personas
