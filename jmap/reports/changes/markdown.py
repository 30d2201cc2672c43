"""Changes for a pull request: what they do to customers first, then everything, in Markdown that
GitHub shows. No text of a map becomes a link, a mention or markup there.
"""

from collections.abc import Iterator, Sequence

from jmap.diff.weights import ON_PAPER
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.phrases import Phrases
from jmap.reports.changes.rows import fair, heading, row
from jmap.reports.changes.sentences import sections, sentences
from jmap.reports.changes.standing import standing_rows
from jmap.reports.changes.telling import told as told_of
from jmap.reports.changes.told import Told
from jmap.views.language import printed_language

LIMIT = 60_000
"""Most bytes of a comment; GitHub refuses those above 65,536 characters."""
_NOTES = 10
"""Most notes about the comparison itself."""
_SPARE = 400
"""Bytes for what stands around the table."""


def markdown(compared: Sequence[Compared]) -> str:
    """A summary in the customer's terms, then a table of all changes, in the language of the first
    journey that changed.
    """
    return comment(told_of(compared))


def comment(told: Told) -> str:
    """The same from what is told of a comparison.

    It never has more than ``LIMIT`` bytes: rows are left out, as many of one journey as of another,
    and counted.
    """
    phrases = Phrases(printed_language(told.language))
    head = "\n".join(_summary(told, phrases))
    page = "\n".join([head, *_table(told, phrases, LIMIT - len(head.encode()))])
    if phrases.direction == "rtl":
        page = f'<div dir="rtl">\n\n{page.rstrip()}\n\n</div>\n'
    return page


def _summary(told: Told, phrases: Phrases) -> Iterator[str]:
    yield f"### {phrases.say('comment-title')}"
    yield ""
    yield f"**{' '.join((_counted(told, phrases), *_on_paper(told, phrases)))}**"
    if told.notes:
        yield ""
        yield from (f"- {phrases.sentence(note)}" for note in told.notes[:_NOTES])
    rows = standing_rows(told, phrases)
    if rows:
        yield from ("", *rows)
    for section in sections(told):
        yield ""
        yield from sentences(section, told, phrases)
    yield ""


def _counted(told: Told, phrases: Phrases) -> str:
    counts = told.counts
    if not counts.all:
        return phrases.say("comment-nothing")
    changes = phrases.several(counts.all)
    weights = [*_weights(told, phrases)]
    if not weights:
        return phrases.say("comment-no-weight", changes=changes)
    listed = phrases.say("weigh-comma").join(weights)
    return phrases.say("comment-weight", changes=changes, weights=listed)


def _on_paper(told: Told, phrases: Phrases) -> Iterator[str]:
    count = sum(one.name in ON_PAPER for one in told.changes)
    if count:
        yield phrases.say("comment-count-paper", count=phrases.number(count))


def _weights(told: Told, phrases: Phrases) -> Iterator[str]:
    counts = told.counts
    if counts.worse:
        worse = phrases.say("comment-count-worse", count=phrases.number(counts.worse))
        if counts.allowed:
            allowed = phrases.number(counts.allowed)
            worse += f" ({phrases.say('comment-count-allowed', count=allowed)})"
        yield worse
    if counts.better:
        yield phrases.say("comment-count-better", count=phrases.number(counts.better))


def _table(told: Told, phrases: Phrases, room: int) -> Iterator[str]:
    if not told.changes:
        return
    above = ["", f"<details><summary>{phrases.say('comment-all')}</summary>", "", *heading(phrases)]
    rows = [row(one, phrases) for one in told.changes]
    kept = fair(told.changes, rows, room - len("\n".join(above).encode()) - _SPARE)
    yield from above
    yield from (rows[at] for at in kept)
    left = told.counts.all - len(kept)
    if left:
        yield ""
        yield f"*{phrases.say('comment-left', count=phrases.number(left))}*"
    yield ""
    yield "</details>\n"
