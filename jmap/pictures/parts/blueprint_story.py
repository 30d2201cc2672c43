"""A service blueprint in words, touchpoint by touchpoint, for those who do not see it."""

from collections.abc import Iterator

from jmap.pictures.parts.blueprint_sheet import BlueprintSheet
from jmap.pictures.told import choice, gap_text, spelled
from jmap.views.blueprint import Entry, Moment
from jmap.views.numbers import quantity_text


def blueprint_story(sheet: BlueprintSheet) -> str:
    """The whole blueprint, a line for each thing that is drawn."""
    return "\n".join(_story(sheet))


def _story(sheet: BlueprintSheet) -> Iterator[str]:
    chart = sheet.blueprint.chart
    yield f"{sheet.label('blueprint')}: {chart.title}"
    if chart.personas:
        names = ", ".join(persona.title for persona in chart.personas)
        yield f"{chart.label('personas')}: {names}"
    for span in sheet.spans:
        phase = span.phase
        yield f"{spelled(chart, 'stage')}: {phase.column.title}"
        yield from _said(sheet, "customer", [_entry(entry) for entry in phase.customer])
        yield from _said(sheet, "time", [one.text(chart.language) for one in phase.spells])
        for moment in phase.moments:
            yield from _moment(sheet, moment)
    totals = [total.text(chart.language) for total in sheet.blueprint.totals]
    if totals:
        yield f"{sheet.label('all-together')}: {' + '.join(totals)}"


def _moment(sheet: BlueprintSheet, moment: Moment) -> Iterator[str]:
    chart, sight = sheet.blueprint.chart, moment.sight
    yield f"– {moment.card.title}, {gap_text(chart, moment.card.gap)}"
    seen = [sight.channel, choice(chart, sight.mode) if sight.mode else ""]
    yield from _said(sheet, "evidence", [", ".join(filter(None, seen))])
    yield from _said(sheet, "customer", [_entry(entry) for entry in moment.customer])
    yield from _said(sheet, "frontstage", [fact.text for fact in moment.actions])
    yield from _said(sheet, "backstage", [_entry(entry) for entry in moment.backstage])
    yield from _said(sheet, "support", [_entry(entry) for entry in moment.support])
    times = [spell.text(chart.language) for spell in moment.spells]
    waits = [quantity_text(one.gap.actual, chart.language) for one in moment.waits]
    yield from _said(sheet, "time", [*times, *waits])


def _said(sheet: BlueprintSheet, band: str, texts: list[str]) -> Iterator[str]:
    found = [text for text in texts if text]
    if found:
        yield f"  {sheet.label(f'blueprint-{band}')}: {'; '.join(found)}"


def _entry(entry: Entry) -> str:
    who = entry.actor.name if entry.actor else entry.persona
    return ": ".join(text for text in (who, entry.text) if text)
