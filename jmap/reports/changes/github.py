"""Changes as commands of a GitHub workflow: notes on the lines of a pull request."""

from collections.abc import Sequence

from jmap.reports.changes.compared import Compared
from jmap.reports.changes.phrases import Phrases
from jmap.reports.changes.telling import told
from jmap.reports.changes.told import Told, ToldChange
from jmap.reports.changes.wording import Wording, about, fails
from jmap.reports.workflow import SHOWN, Note, command, position, shown
from jmap.views.language import printed_language

_TITLE = {"title": "jmap"}
_NOTES = 3
"""Most notes on the comparison itself that are shown."""


def github(compared: Sequence[Compared]) -> str:
    """The notes of a comparison, as ``notes`` writes them."""
    return notes(told(compared))


def notes(found: Told) -> str:
    """An error for each change for the worse, a notice for each that is allowed or for the better,
    of each kind what GitHub shows, the weightiest first; last how many changes are not shown.
    """
    phrases = Phrases(printed_language(found.language))
    ranked = sorted((one for one in found.changes if one.effect != "neutral"), key=_rank)
    last = [command("notice", _TITLE, note) for note in found.notes[:_NOTES]]
    kept = shown(ranked, _note, last=len(last))
    if len(kept) < found.counts.all or len(found.notes) > _NOTES:
        # The last word is a notice, and needs its room among them.
        kept = shown(ranked, _note, last=len(last) + 1)
        last.append(command("notice", _TITLE, _rest(found, kept, phrases)))
    wording = Wording(phrases)
    lines = [*(_command(one, wording) for one in kept), *last]
    return "".join(line + "\n" for line in lines)


def _rank(one: ToldChange) -> tuple[bool, bool, int]:
    return not fails(one), one.effect == "better", -one.size


def _note(one: ToldChange) -> Note:
    return "error" if fails(one) else "notice"


def _command(one: ToldChange, wording: Wording) -> str:
    properties = {"title": f"{one.name}: {about(one)}"}
    if one.source:
        properties |= position(one.source.shown)
    lines = (wording.reason(one), wording.owner(one), wording.allowed(one))
    return command(_note(one), properties, *filter(None, lines))


def _rest(found: Told, kept: Sequence[ToldChange], phrases: Phrases) -> str:
    """How many have no note: changes past what GitHub shows, those that weigh nothing, what else
    is to be said of the comparison.
    """
    counts, parts = found.counts, []
    worse = counts.worse - sum(one.effect == "worse" for one in kept)
    better = counts.better - sum(one.effect == "better" for one in kept)
    for number, key in ((worse, "platform-worse"), (better, "platform-better")):
        if number:
            count, most = phrases.number(number), phrases.number(SHOWN)
            parts.append(phrases.say(key, count=count, shown=most))
    parts += _counted("platform-neutral", "platform-neutral-one", counts.neutral, phrases)
    more = len(found.notes) - _NOTES
    parts += _counted("platform-notes", "platform-note-one", more, phrases)
    return phrases.say("platform-all", said=phrases.say("phrase-break").join(parts))


def _counted(many: str, one: str, number: int, phrases: Phrases) -> list[str]:
    if number < 1:
        return []
    return [phrases.say(one if number == 1 else many, count=phrases.number(number))]
