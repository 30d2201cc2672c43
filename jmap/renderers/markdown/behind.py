"""The service blueprint as a table: what customers see and do, what we do before their eyes, what
happens behind them and what that rests on, stage by stage.
"""

from collections.abc import Iterable, Iterator

from jmap.model.journey import Journey
from jmap.model.quantity import Quantity
from jmap.model.workspace import Workspace
from jmap.renderers.markdown.pen import Pen, stacked
from jmap.renderers.markdown.table import Row, tables
from jmap.views.blueprint import (
    BANDS,
    LINES,
    Band,
    Blueprint,
    Entry,
    Moment,
    Phase,
    service_blueprint,
)
from jmap.views.grid import Map
from jmap.views.numbers import quantity_text
from jmap.views.spell import Spell

BEHIND = ("backstage", "support")
"""The statements that the blueprint tells, so that the map need not."""


def has_behind(journey: Journey) -> bool:
    """Whether anything is said of what happens behind the customer."""
    return any(item.backstage or item.support for item in journey.touchpoints)


def behind(workspace: Workspace, chart: Map, pen: Pen) -> Iterator[str]:
    """The blocks of the blueprint; none where nothing is said of backstage and support."""
    if not has_behind(chart.journey):
        return
    found = service_blueprint(workspace, chart)
    yield pen.heading(2, pen.label("blueprint"))
    heads = [pen.to(phase.column.key, pen.text(phase.column.title)) for phase in found.phases]
    yield tables(pen.label("stages"), heads, list(_rows(found, pen)))


def _rows(found: Blueprint, pen: Pen) -> Iterator[Row]:
    for band in BANDS:
        line = pen.label(LINES[band]) if band in LINES else ""
        cells = tuple(_cell(phase, band, pen) for phase in found.phases)
        yield Row(pen.label(f"blueprint-{band}"), cells, line)
    times = tuple(_listed(_times(phase, pen)) for phase in found.phases)
    yield Row(pen.label("blueprint-time"), times)


def _cell(phase: Phase, band: Band, pen: Pen) -> str:
    match band:
        case "evidence":
            return stacked(_sights(phase, pen))
        case "customer":
            moments = (entry for moment in phase.moments for entry in moment.customer)
            return _listed(pen.said(entry.fact) for entry in (*phase.customer, *moments))
        case "frontstage":
            return stacked(_front(moment, pen) for moment in phase.moments)
        case "backstage" | "support":
            lines = (entry for moment in phase.moments for entry in getattr(moment, band))
            return _listed(_acted(entry, pen) for entry in lines)


def _sights(phase: Phase, pen: Pen) -> Iterator[str]:
    """The channels of a stage, each once."""
    channels = dict.fromkeys(moment.sight.channel for moment in phase.moments)
    yield from (pen.text(channel) for channel in channels)


def _front(moment: Moment, pen: Pen) -> str:
    title = pen.to(moment.card.key, pen.strong(moment.card.title))
    return stacked((title, *(f"• {pen.said(fact)}" for fact in moment.actions)))


def _acted(entry: Entry, pen: Pen) -> str:
    actor = pen.strong(entry.actor.name) if entry.actor else ""
    return ": ".join(part for part in (actor, pen.text(entry.text)) if part)


def _times(phase: Phase, pen: Pen) -> Iterator[str]:
    """How long the stage or its touchpoints take, and where customers wait longer than wanted."""
    yield from (_spell(one, pen) for one in phase.spells)
    for moment in phase.moments:
        title = pen.text(moment.card.title) if len(phase.moments) > 1 else ""
        waited = [_level(one.gap.actual, pen) for one in moment.waits]
        spells = (_spell(one, pen) for one in moment.spells)
        told = [*(one for one in spells if one not in waited), *_waits(moment, pen)]
        yield from (f"{title}: {one}" if title else one for one in told)


def _spell(spell: Spell, pen: Pen) -> str:
    time = pen.value(spell.text(pen.language))
    return f"{pen.text(spell.persona)} {time}" if spell.persona else time


def _waits(moment: Moment, pen: Pen) -> Iterator[str]:
    for one in moment.waits:
        wanted = f"{pen.label('wanted')} {_level(one.gap.desired, pen)}"
        told = f"{_level(one.gap.actual, pen)} ({wanted})"
        yield f"{pen.text(one.metric)}: {told}" if one.metric else told


def _level(level: Quantity | None, pen: Pen) -> str:
    return pen.value(quantity_text(level, pen.language))


def _listed(said: Iterable[str]) -> str:
    """One thing as it is, several as a list; what is said twice once."""
    entries = [entry for entry in dict.fromkeys(said) if entry]
    return stacked(entries if len(entries) < 2 else [f"• {entry}" for entry in entries])
