"""Changes as JUnit XML, which GitLab, Jenkins and others show as tests that fail.

A journey is a suite and a change a case of it. What gets worse fails, and is skipped where that is
allowed; everything else passes.
"""

from collections.abc import Iterator, Sequence

from jmap.reports.changes.compared import Compared
from jmap.reports.changes.phrases import Phrases
from jmap.reports.changes.telling import told
from jmap.reports.changes.told import Told, ToldChange
from jmap.reports.changes.wording import Wording, fails
from jmap.reports.junit_xml import Case, Outcome, Suite, junit_xml
from jmap.reports.place import file_name, is_file
from jmap.views.language import printed_language

_NAME = "jmap diff"
_PASSED = Suite(_NAME, (Case("jmap", "diff"),))


def junit(compared: Sequence[Compared]) -> str:
    """The document of a comparison, as ``cases`` writes it."""
    return cases(told(compared))


def cases(found: Told) -> str:
    """One document. A comparison without changes is one case that passes."""
    phrases = Phrases(printed_language(found.language))
    journeys: dict[str, list[ToldChange]] = {}
    for one in found.changes:
        journeys.setdefault(_journey(one, phrases), []).append(one)
    wording = Wording(phrases)
    suites = [
        Suite(name, tuple(_case(one, name, wording) for one in listed))
        for name, listed in journeys.items()
    ]
    suites += _said(found, phrases)
    return junit_xml(_NAME, suites or [_PASSED])


def _journey(one: ToldChange, phrases: Phrases) -> str:
    # Teams, personas and the like stand in none.
    journey = one.journey or phrases.say("platform-outside")
    return f"{one.workspace}: {journey}" if one.workspace else journey


def _case(one: ToldChange, suite: str, wording: Wording) -> Case:
    return Case(
        suite,
        f"{' '.join(filter(None, (one.address or 'file', one.field)))}: {one.name or one.kind}",
        _outcome(one),
        wording.allowed(one) or wording.reason(one),
        one.name,
        tuple(filter(None, (wording.headline(one), wording.owner(one), *wording.lines(one)))),
        _file(one),
    )


def _outcome(one: ToldChange) -> Outcome:
    if one.effect != "worse":
        return "passed"
    return "failed" if fails(one) else "skipped"


def _file(one: ToldChange) -> str:
    return file_name(one.source.path) if one.source and is_file(one.source.path) else ""


def _said(found: Told, phrases: Phrases) -> Iterator[Suite]:
    """What is to be said of the comparison itself."""
    said = [*found.notes]
    if found.left_out:
        said.append(phrases.say("platform-left-out", changes=phrases.several(found.left_out)))
    if said:
        yield Suite(_NAME, tuple(Case("jmap", "note", "skipped", note) for note in said))
