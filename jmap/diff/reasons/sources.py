"""What a map rests on, how far it can be trusted, and who is drawn in it."""

from jmap.diff.reason import Name, Part, because
from jmap.diff.reasons.rewording import in_place_of, is_translated
from jmap.diff.reasons.words import itself
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral
from jmap.model.lines import Benchmark, Evidence
from jmap.model.quantity import common_dimension

_SHOWN = ("persona", "journey", "touchpoint", "stage", "pain")


@weighs(*_SHOWN, field="evidence", kinds=("removed",))
def evidence_removed(case: Case) -> Weight | None:
    """What a part rested on is not told any more, or it rests on something else."""
    if not case.part.evidence:
        return neutral(
            "evidence-lost", "rests-on-nothing", them=itself(case.part), old=_said(case.old)
        )
    other = in_place_of(case)
    return _instead(case, other) if other is not None else None


@weighs("persona", field="evidence", kinds=("changed",))
def evidence_changed(case: Case) -> Weight | None:
    """A persona rests on something else: on fewer interviews, or on none."""
    return _instead(case, case.new) if case.old.text != case.new.text else None


def _instead(case: Case, new: Evidence) -> Weight | None:
    if case.change.keyword not in ("persona", "journey"):
        # What a place rests on is seen beside it.
        return None
    if is_translated(case, case.old.text, new.text):
        return None
    return neutral(
        "evidence-changed", "rests-on", it=itself(case.part), new=_said(new), old=_said(case.old)
    )


def _said(evidence: Evidence) -> Name:
    return Name(evidence.text)


@weighs("persona", field="drivers", kinds=("changed",))
def driver_changed(case: Case) -> Weight | None:
    """Something matters more or less to somebody than it did."""
    old, new = case.old.importance, case.new.importance
    if old is None or new is None or old == new:
        return None
    levels = {"new": new, "old": old}
    return neutral("driver-changed", "matters-to", what=Name(case.new.text), **levels)


@weighs("touchpoint", field="benchmark", kinds=("removed", "changed"))
def benchmark_changed(case: Case) -> Weight | None:
    """What customers get is held against somebody else, who may be worse, or another figure."""
    old: Benchmark = case.old
    new: Benchmark | None = in_place_of(case)
    if new is None:
        return neutral("benchmark-changed", "held-against-no-more", old=_held(old))
    if is_translated(case, old.who, new.who) or (old.who, old.amount) == (new.who, new.amount):
        return None
    return neutral("benchmark-changed", "held-against", new=_held(new), old=_held(old))


def _held(benchmark: Benchmark) -> Part:
    if benchmark.amount is None:
        return Name(benchmark.who)
    return because("who-at", who=Name(benchmark.who), amount=benchmark.amount)


@weighs("persona", field="drivers", kinds=("removed",))
def driver_removed(case: Case) -> Weight | None:
    """Nobody says any more that something matters to somebody."""
    other = in_place_of(case)
    if other is None:
        return neutral("driver-changed", "matters-no-more", what=Name(case.old.text))
    return None


@weighs("touchpoint", field="confidence", kinds=("changed", "removed"))
def confidence_changed(case: Case) -> Weight | None:
    """We are surer of what is told there, or less sure."""
    old = because(f"sure-{case.old}")
    if case.new is None:
        return neutral("confidence-changed", "sure-at-all", old=old)
    return neutral("confidence-changed", "is-sure", new=because(f"sure-{case.new}"), old=old)


@weighs("journey", field="status", kinds=("added", "changed"))
def status_changed(case: Case) -> Weight | None:
    """A map can be trusted more or less, or is kept and speaks of nothing that is or is to be."""
    if case.new == "retired":
        return neutral("journey-retired", "is-retired", it=itself(case.part))
    if case.old is None:
        return None
    sides = {"new": because(f"journey-{case.new}"), "old": because(f"journey-{case.old}")}
    return neutral("journey-standing", "stands-as", it=itself(case.part), **sides)


@weighs("journey", field="tested", kinds=("added",))
def trial_added(case: Case) -> Weight | None:
    """Somebody went through the journey as customers do, and found something."""
    if case.former is None:
        return None
    if not case.new.found:
        return neutral("test-told", "was-tried", day=case.new.on)
    return neutral("test-told", "was-tried-and-found", day=case.new.on, found=Name(case.new.found))


@weighs("journey", field="reviewed", kinds=("changed", "removed"))
def review_changed(case: Case) -> Weight | None:
    """A map is held against reality less often, or more."""
    old, new = case.old.every, case.new.every if case.new is not None else None
    if case.new is None:
        return neutral("review-rarer", "checked-at-no-time", it=itself(case.part))
    if old is None or new == old:
        return None
    if new is None:
        return neutral("review-rarer", "checked-at-no-time", it=itself(case.part))
    if common_dimension([old, new]) is None or old.magnitude == new.magnitude:
        return None
    said = because("checked-every", it=itself(case.part), new=new, old=old)
    if new.magnitude > old.magnitude:
        return neutral("review-rarer", said)
    return neutral("review-oftener", said)
