"""What is read and not drawn: the facts of an element in full, and the story of a journey."""

from collections.abc import Iterable, Iterator

from jmap.gaps import Gap
from jmap.locale import capital
from jmap.model.declared import Declared
from jmap.model.forms import reference_name
from jmap.paint.markup import Markup, element, words
from jmap.syntax.words import words as language_words
from jmap.views.facts import Fact, Reader
from jmap.views.grid import Card, Column, Map
from jmap.views.numbers import difference_text, quantity_text, share_text, signed


def named(title: str, description: str) -> tuple[Markup, ...]:
    """The name of an element and, where there is more to say, its description."""
    heading = element("title", words(title))
    if not description:
        return (heading,)
    return heading, element("desc", words(description))


def facts_text(facts: Iterable[Fact]) -> str:
    """Every text of the facts, a line each, what is inside a fact indented below it."""
    return "\n".join(line for fact in facts for line in _lines(fact, ""))


def phrases(fact: Fact) -> list[str]:
    """A fact's own line. An owner's backup and escalation are phrases of their own: ``Pricing``,
    ``backup Web``.
    """
    found: list[list[str]] = [[]]
    for part in fact.parts:
        if part.kind == "word" and fact.word == "owner" and found[-1]:
            found.append([])
        found[-1].append(part.text)
    return [" ".join(pieces) for pieces in found]


def said(fact: Fact) -> str:
    """The phrases of a fact in one: ``Pricing · backup Web``."""
    return " · ".join(phrases(fact))


def worded(fact: Fact) -> str:
    """The free text of a fact alone; all of it where it has none."""
    texts = [part.text for part in fact.parts if part.kind == "text"]
    return " – ".join(texts) or said(fact)


def quoted(chart: Map, text: str) -> str:
    """Somebody's own words, in the quotation marks of the map's direction."""
    return f"«{text}»" if chart.direction == "rtl" else f"“{text}”"


def more(chart: Map, count: int) -> str:
    """That so many things are not drawn, ``+2 more``; nothing where all are."""
    if count <= 0:
        return ""
    return f"{signed(count, chart.language)} {chart.label('more')}"


def card_text(chart: Map, card: Card) -> str:
    """A touchpoint in words: where it is, its gaps, and everything in its block."""
    gaps = [gap_text(chart, gap) for gap in (card.gap, *card.measures)]
    place = " · ".join(text for text in (card.stage.label, card.channel) if text)
    return "\n".join(text for text in (place, *gaps, facts_text(card.facts)) if text)


def gap_text(chart: Map, gap: Gap) -> str:
    """A gap in words: how large, from what to what, and how far the wish is fulfilled."""
    level = chart.label(f"level-{gap.level.value}")
    name = f"{metric_name(gap)}: " if gap.measure else ""
    parts = [f"{name}{level}"]
    if gap.experience is not None:
        parts.append(difference_text(gap, gap.experience, chart.language))
    if gap.attainment is not None:
        parts.append(f"{chart.label('attainment')} {share_text(gap.attainment, chart.language)}")
    parts += [f"{name} {value}" for name, value in _levels(chart, gap)]
    return ", ".join(parts)


def metric_name(gap: Gap) -> str:
    """What a measure is of, by its id; the facts beside it give the title."""
    if gap.measure is None:
        return ""
    metric = gap.measure.metric
    return reference_name(metric)


def spelled(chart: Map, word: str) -> str:
    """What the map's language calls a statement."""
    return capital(language_words().shown("statements", word, chart.language))


def choice(chart: Map, word: str) -> str:
    """What the map's language calls one of a fixed set of values."""
    return language_words().shown("choices", word, chart.language)


def declared_text(read: Reader, item: Declared) -> str:
    """A declaration in words: of which kind, what it is called, what its block says."""
    return "\n".join([f"{read.label(item.keyword)}: {item.label}", facts_text(read.facts(item))])


def story(chart: Map) -> str:
    """The journey told from start to end, for those who do not see the picture."""
    return "\n".join(text for text in _story(chart) if text)


def _story(chart: Map) -> Iterator[str]:
    yield f"{chart.label('map')}: {chart.title}"
    if chart.personas:
        names = ", ".join(persona.title for persona in chart.personas)
        yield f"{chart.label('personas')}: {names}"
    yield from chart.journey.scenario
    cards: dict[int, list[Card]] = {}
    for card in chart.cards:
        cards.setdefault(card.column, []).append(card)
    for at, column in enumerate(chart.columns):
        yield from _stage(chart, column, cards.get(at, []))
    for route in chart.routes:
        steps = " → ".join(step.title for step in route.steps)
        yield f"{spelled(chart, 'path')}: {route.title}: {steps}"
    known = [gap for gap in chart.ranked if gap.attainment is not None]
    if known:
        yield f"{chart.label('weakest')}: {gap_place(known[0])}"


def _stage(chart: Map, column: Column, cards: list[Card]) -> Iterator[str]:
    score = ""
    if column.score.mean is not None:
        score = f" ({chart.label('mean')} {share_text(column.score.mean, chart.language)})"
    yield f"{spelled(chart, 'stage')}: {column.title}{score}"
    for card in cards:
        yield f"– {card.title}, {gap_text(chart, card.gap)}"


def gap_place(gap: Gap) -> str:
    """Where a gap is: the touchpoint, the stage or the journey."""
    return (gap.touchpoint or gap.stage or gap.journey).label


def _levels(chart: Map, gap: Gap) -> Iterator[tuple[str, str]]:
    levels = {"current": gap.actual, "desired": gap.desired, "intended": gap.intended}
    for word, quantity in levels.items():
        if quantity is not None:
            yield spelled(chart, word), quantity_text(quantity, chart.language)


def _lines(fact: Fact, indent: str) -> Iterator[str]:
    text = said(fact)
    yield f"{indent}{fact.label}: {text}" if text else f"{indent}{fact.label}"
    for child in fact.children:
        yield from _lines(child, indent + "  ")
