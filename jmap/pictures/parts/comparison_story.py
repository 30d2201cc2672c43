"""A comparison in words, for those who do not see the picture and for those who must decide."""

from collections.abc import Iterator

from jmap.model.number_forms import digits
from jmap.pictures.parts.comparison_legend import other_shifts
from jmap.pictures.parts.shift_text import change_text, counts_text, sentence, shift_name
from jmap.pictures.told import spelled
from jmap.views.comparison import Comparison, Pair
from jmap.views.numbers import share_text
from jmap.views.shift import Outcome

_COUNTED: dict[str, tuple[Outcome, ...]] = {
    "gaps-closed": ("closed",),
    "gaps-narrowed": ("narrowed",),
    "gaps-same": ("same",),
    "gaps-wider": ("opened", "widened"),
    "gaps-unknown": ("unknown",),
}


def comparison_story(found: Comparison) -> str:
    """The whole comparison: what it comes to, then stage by stage."""
    return "\n".join(_lines(found))


def _lines(found: Comparison) -> Iterator[str]:
    chart = found.after
    yield f"{chart.label('comparison')}: {chart.title}"
    yield f"{chart.label('comparison-base')}: {found.before.title}"
    yield from chart.journey.scenario
    yield from _summary(found)
    for stage in found.stages:
        yield f"{spelled(chart, 'stage')}: {stage.column.title}"
        yield from (f"– {_told(found, pair)}" for pair in stage.pairs)
    others = [sentence(chart, shift, shift_name(found, shift)) for shift in other_shifts(found)]
    if others:
        yield chart.label("metrics")
        yield from (f"– {text}" for text in others)
    for one in found.differences:
        before, after = (" · ".join(texts) or "–" for texts in (one.before, one.after))
        yield f"{one.label}: {before} → {after}"


def _summary(found: Comparison) -> Iterator[str]:
    chart, language = found.after, found.after.language
    if any(shift.planned for shift in found.shifts):
        yield chart.label("planned-levels")
    yield counts_text(found)
    counts = (
        f"{digits(str(found.count(*outcomes)), language)} {chart.label(key)}"
        for key, outcomes in _COUNTED.items()
    )
    yield chart.label("and").join(counts)
    reached = found.attainment
    if reached:
        count = digits(str(reached.count), language)
        of = chart.label("known-on-both-sides").format(count=count)
        shares = {"before": share_text(reached.before, language)}
        shares["after"] = share_text(reached.after, language)
        title = f"{chart.label('mean-attainment')} ({of})"
        yield chart.label("moves").format(title=title, **shares)


def _told(found: Comparison, pair: Pair) -> str:
    chart = found.after
    return f"({change_text(chart, pair)}) {sentence(chart, pair.shift, pair.card.title)}"
