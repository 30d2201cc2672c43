"""The index in words, journey by journey, for those who do not see it."""

from collections.abc import Iterator

from jmap.model.number_forms import digits
from jmap.pictures.parts.index_row import IndexSheet
from jmap.views.dates import day_text
from jmap.views.health import Health
from jmap.views.numbers import difference_text, share_text


def index_story(sheet: IndexSheet) -> str:
    """All journeys, the one that needs work most first."""
    lines = [sheet.label("index"), sheet.label("index-is")]
    for entry in sheet.index.entries:
        lines += [entry.title, journey_text(sheet, entry)]
    return "\n".join(lines)


def journey_text(sheet: IndexSheet, health: Health) -> str:
    """A journey in words, a line for each thing that is known of it."""
    return "\n".join(f"– {name}: {text}" for name, text in _told(sheet, health).items() if text)


def _told(sheet: IndexSheet, health: Health) -> dict[str, str]:
    language = sheet.language
    due = day_text(health.due, language) if health.due else ""
    return {
        sheet.label("personas"): ", ".join(health.personas),
        sheet.label("stages"): digits(str(health.stages), language),
        sheet.label("touchpoints"): digits(str(health.touchpoints), language),
        sheet.label("index-attainment"): _attainment(sheet, health),
        sheet.label("index-gaps"): ", ".join(_levels(sheet, health)),
        sheet.label("index-worst"): _worst(sheet, health),
        sheet.label("index-curve"): ", ".join(_moods(sheet, health)),
        sheet.label("index-owner"): health.owner,
        sheet.label("index-review"): due,
    }


def _attainment(sheet: IndexSheet, health: Health) -> str:
    if health.mean is None:
        return sheet.label("index-no-attainment")
    mean = f"{sheet.label('mean')} {share_text(health.mean, sheet.language)}"
    return f"{mean}, {sheet.label('minimum')} {share_text(health.minimum, sheet.language)}"


def _levels(sheet: IndexSheet, health: Health) -> Iterator[str]:
    for one in health.levels:
        if one.count:
            number = digits(str(one.count), sheet.language)
            yield f"{sheet.label(f'level-{one.level.value}')} {number}"


def _worst(sheet: IndexSheet, health: Health) -> str:
    gap = health.worst
    if gap is None:
        return sheet.label("index-no-gap")
    return f"{health.place}, {difference_text(gap, gap.experience, sheet.language)}"


def _moods(sheet: IndexSheet, health: Health) -> Iterator[str]:
    """The weakest moment of each persona."""
    for curve in health.curves:
        mood = curve.lowest
        word = mood.word or sheet.label(f"mood-{mood.level}")
        who = f" ({curve.persona})" if curve.persona and len(health.curves) > 1 else ""
        yield f"{sheet.label('lowest')}{who}: {mood.title}, {word}"
