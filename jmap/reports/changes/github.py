"""Changes as commands of a GitHub workflow: notes on the lines of a pull request."""

from collections.abc import Sequence

from jmap.reports.changes.compared import Compared
from jmap.reports.changes.phrases import Phrases
from jmap.reports.changes.telling import told
from jmap.reports.changes.told import Told, ToldChange
from jmap.reports.changes.wording import Wording, about, fails
from jmap.reports.workflow import SHOWN, Note, command, position, shown
from jmap.views.sentences import several

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
    ranked = sorted((one for one in found.changes if one.effect != "neutral"), key=_rank)
    last = [command("notice", _TITLE, note) for note in found.notes[:_NOTES]]
    kept = shown(ranked, _note, last=len(last))
    if len(kept) < found.counts.all or len(found.notes) > _NOTES:
        # The last word is a notice, and needs its room among them.
        kept = shown(ranked, _note, last=len(last) + 1)
        last.append(command("notice", _TITLE, _rest(found, kept)))
    wording = Wording(Phrases(found.language))
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


def _rest(found: Told, kept: Sequence[ToldChange]) -> str:
    """How many have no note: changes past what GitHub shows, those that weigh nothing, what else
    is to be said of the comparison.
    """
    counts, parts = found.counts, []
    worse = counts.worse - sum(one.effect == "worse" for one in kept)
    better = counts.better - sum(one.effect == "better" for one in kept)
    for number, what in ((worse, "for the worse"), (better, "for the better")):
        if number:
            parts.append(f"{number} more {what} (GitHub shows {SHOWN} of a kind)")
    if counts.neutral:
        verbs = "helps nor harms" if counts.neutral == 1 else "help nor harm"
        parts.append(f"{several(counts.neutral, 'change')} neither {verbs} customers")
    if len(found.notes) > _NOTES:
        more = several(len(found.notes) - _NOTES, "more note")
        parts.append(f"{more} on the comparison itself")
    return f"{'; '.join(parts)}; `jmap diff` prints all"
