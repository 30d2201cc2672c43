"""What might be done, by what it brings and what it costs: quick wins first."""

from collections.abc import Iterator

from jmap.gaps import Quadrant, priority_of
from jmap.model.journey import Journey
from jmap.model.number_forms import digits
from jmap.model.workspace import Workspace
from jmap.renderers.markdown.gaps import priority_text
from jmap.renderers.markdown.pen import Pen, stacked
from jmap.renderers.markdown.table import Item, bullets, table
from jmap.views.matrix import Idea, Matrix, matrix
from jmap.views.numbers import UNKNOWN

_WORDS = ("impact", "effort", "owner", "due", "status")


def ideas(workspace: Workspace, journey: Journey, pen: Pen) -> Iterator[str]:
    """The blocks of the opportunities; none where there are none."""
    found = matrix(workspace, journey)
    if found.ranked:
        yield pen.heading(2, pen.label("matrix"))
        yield f"{pen.label(f'order-{found.order}')} · {pen.label('matrix-border')}"
        yield table(_header(found, pen), list(_rows(found, pen)))
    elif found.unestimated:
        yield pen.heading(2, pen.label("ideas"))
    if found.unestimated:
        yield f"**{pen.label('not-estimated')}**"
        yield bullets([Item(_unestimated(idea, pen)) for idea in found.unestimated])


def _header(found: Matrix, pen: Pen) -> list[str]:
    impact, effort, *rest = (pen.word(word) for word in _WORDS)
    names = (pen.label("quadrant"), pen.label("number"), pen.word("opportunity"))
    return [*names, impact, effort, pen.label(f"score-{found.order}"), *rest]


def _rows(found: Matrix, pen: Pen) -> Iterator[list[str]]:
    for quadrant in Quadrant:
        key = f"quadrant-{quadrant.value.replace(' ', '-')}"
        for idea in found.ranked:
            if idea.quadrant is quadrant:
                yield [f"**{pen.label(key)}**", *_row(idea, pen)]


def _row(idea: Idea, pen: Pen) -> list[str]:
    impact, effort, *rest = (_said(idea, word, pen) or UNKNOWN for word in _WORDS)
    score = UNKNOWN if idea.score is None else pen.number(idea.score)
    rank = digits(str(idea.rank), pen.language)
    title = stacked((pen.strong(idea.title), _where(idea, pen)))
    return [rank, title, impact, effort, score, *rest]


def _unestimated(idea: Idea, pen: Pen) -> str:
    facts = (fact for fact in idea.fact.children if fact.word in _WORDS)
    priority = priority_of(idea.opportunity)
    worth = priority_text(priority, pen) if priority else ""
    parts = (pen.strong(idea.title), _where(idea, pen), pen.facts(facts), worth)
    return " · ".join(part for part in parts if part)


def _where(idea: Idea, pen: Pen) -> str:
    """The touchpoint, linked, and its stage; or the stage alone."""
    key = idea.key.rpartition(".")[0]
    place = pen.to(key, pen.text(idea.touchpoint or idea.stage))
    return f"{place} · {pen.text(idea.stage)}" if idea.touchpoint else place


def _said(idea: Idea, word: str, pen: Pen) -> str:
    fact = next((fact for fact in idea.fact.children if fact.word == word), None)
    return pen.said(fact) if fact else ""
