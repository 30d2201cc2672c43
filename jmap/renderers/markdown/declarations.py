"""What the workspace declares beside its journeys: channels, teams, metrics and the rest."""

from collections.abc import Iterator, Sequence

from jmap.model.declared import Declared
from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.renderers.markdown.pen import Pen
from jmap.renderers.markdown.table import Item, bullets
from jmap.syntax.fold import fold
from jmap.views.declared import declarations as shared

_PLURALS = {"persona": "personas", "channel": "channels", "team": "teams", "metric": "metrics"}


def declarations(workspace: Workspace, journeys: Sequence[Journey], pen: Pen) -> Iterator[str]:
    """The declarations that belong to the journeys; personas only where none has shown them yet."""
    shown = {
        fold(persona)
        for journey in journeys
        for persona in journey.personas
        if not isinstance(persona, AdHoc)
    }
    by_kind: dict[str, list[Declared]] = {}
    for item in shared(workspace, journeys):
        by_kind.setdefault(item.keyword, []).append(item)
    kinds = (_kind(keyword, items, shown, pen) for keyword, items in by_kind.items())
    found = list(filter(None, kinds))
    if found:
        yield pen.heading(1, pen.label("other-facts"))
    yield from found


def _kind(keyword: str, declared: Sequence[Declared], shown: set[str], pen: Pen) -> str:
    items = [
        Item(_declared(item, pen))
        for item in declared
        if not (keyword == "persona" and fold(item.id) in shown)
    ]
    if not items:
        return ""
    title = pen.label(_PLURALS[keyword]) if keyword in _PLURALS else pen.word(keyword)
    return f"{pen.heading(2, title)}\n\n{bullets(items)}"


def _declared(item: Declared, pen: Pen) -> str:
    said = pen.facts(pen.read.facts(item))
    title = f"{pen.strong(item.label)} `{item.id}`" if item.title else pen.strong(item.id)
    return f"{title}: {said}" if said else title
