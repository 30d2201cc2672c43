"""Changes as SARIF 2.1.0, for GitHub's code scanning and what else reads it.

A result is a change that helps or harms customers. There is no ``baselineState``: it compares two
runs of a tool, and this is one run that compares two states.
"""

from collections.abc import Sequence
from typing import Any

from jmap.reports.changes.compared import Compared
from jmap.reports.changes.kinds import described
from jmap.reports.changes.phrases import Phrases
from jmap.reports.changes.telling import told
from jmap.reports.changes.told import Told, ToldChange
from jmap.reports.changes.wording import Wording, about, fails
from jmap.reports.sarif_log import location, log, logical, message
from jmap.reports.sarif_rules import descriptor
from jmap.views.language import printed_language


def sarif(compared: Sequence[Compared]) -> str:
    """The log of a comparison, as ``results`` writes it."""
    return results(told(compared))


def results(found: Told) -> str:
    """A log of one run: an error for a change for the worse, a note for one that is for the better
    or allowed; the latter is suppressed as well.
    """
    weighing = [one for one in found.changes if one.effect != "neutral"]
    kinds = described(weighing)
    numbers = {kind.name: number for number, kind in enumerate(kinds)}
    wording = Wording(Phrases(printed_language(found.language)))
    said = [_result(one, numbers[one.name], wording) for one in weighing]
    left = found.counts.worse + found.counts.better - len(said)
    return log([descriptor(kind) for kind in kinds], said, left, found.notes)


def _result(one: ToldChange, rule: int, wording: Wording) -> dict[str, Any]:
    said = (wording.reason(one), wording.owner(one), wording.allowed(one))
    result = {
        "ruleId": one.name,
        "ruleIndex": rule,
        "level": "error" if fails(one) else "note",
        "message": message(f"{about(one)}: {said[0]}", *said[1:]),
        "locations": [_location(one)],
        "partialFingerprints": {"jmapChange/v1": one.fingerprint},
        "properties": {"effect": one.effect},
    }
    if one.allowed is not None:
        justification = message(wording.allowed(one))["text"]
        result["suppressions"] = [{"kind": "external", "justification": justification}]
    return result


def _location(one: ToldChange) -> dict[str, Any]:
    if one.source is None:
        return logical(one.address or one.kind)
    return location(one.source.shown, one.address)
