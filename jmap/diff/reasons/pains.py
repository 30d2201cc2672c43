"""What hurts customers: told, eased, or told no more."""

from collections.abc import Iterator

from jmap.diff.identity import key_of
from jmap.diff.reason import NOTHING_SAID, Name, Part, Reason, because
from jmap.diff.reasons.words import called, itself
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.model.opportunity import Opportunity
from jmap.model.pain import Pain
from jmap.syntax.fold import fold

LEVELS = ("low", "medium", "high")


@weighs("pain", kinds=("added",))
def pain_added(case: Case) -> Weight | None:
    """A pain is told: it was there before."""
    if case.before.parts is not None and case.before.parts.holds(case.part):
        return None
    severity = level(case.part.severity)
    if severity is None:
        return neutral("pain-told", "pain-now-told", it=itself(case.part))
    return neutral("pain-told", "pain-now-told-level", it=itself(case.part), level=severity)


@weighs("pain", kinds=("removed",))
def pain_removed(case: Case) -> Weight | None:
    """A pain is told no more: because it is eased, or merely so."""
    pain: Pain = case.part
    if case.after.parts is not None and case.after.parts.holds(pain):
        return None
    done = what_ended(case)
    if done is not None:
        return better("pain-eased", "hurts-no-more", it=itself(pain), done=called(done))
    return worse("pain-dropped", "pain-told-no-more", it=itself(pain))


def what_ended(case: Case) -> Opportunity | None:
    """The idea that is done and ended a pain that is gone."""
    return next((idea for idea in _easing(case.part, case) if idea.status == "done"), None)


def _easing(pain: Pain, case: Case) -> Iterator[Opportunity]:
    """What eased a pain before, as it was and as it is now."""
    before, after = case.before.parts, case.after.parts
    found = before.easing.get(fold(pain.id), ()) if before is not None and pain.id else ()
    for idea in found:
        yield idea
        now = after.items.get(f"{idea.keyword} {key_of(idea)}") if after is not None else None
        if isinstance(now, Opportunity):
            yield now


@weighs("pain", field="severity")
def severity_changed(case: Case) -> Weight | None:
    """A pain hurts more or less."""
    pain, old, new = itself(case.part), level(case.old), level(case.new)
    if new is None:
        return worse("severity-untold", "no-severity", it=pain, old=old or NOTHING_SAID)
    if old is None:
        return neutral("severity-told", "first-severity", it=pain, new=new)
    if LEVELS.index(case.new) > LEVELS.index(case.old):
        return worse("pain-grew", "hurts-more", it=pain, new=new, old=old)
    levels: dict[str, Part] = {"it": pain, "new": new, "old": old}
    if _is_given_up(case):
        given_up = because("said-to-hurt-less", **levels)
        return neutral("pain-played-down", _and_its_words(case, given_up))
    if not _is_shown(case):
        only_said = because("only-said-to-hurt-less", **levels)
        return neutral("pain-played-down", _and_its_words(case, only_said))
    return better("pain-shrank", "hurts-less", **levels)


def _and_its_words(case: Case, said: Reason) -> Reason:
    """That the pain is also told in other words than before."""
    former = case.former
    if former is None or former.text == case.part.text:
        return said
    return because("and-also", said=said, also=because("was-told-as", old=Name(former.text)))


_SHOWS = (
    "current", "measures", "churn", "feel", "trust", "effort", "takes", "action", "evidence",
)  # fmt: skip
"""The lines of a touchpoint of which one changes with it when a pain really hurts less."""
_SHOWS_AROUND = ("measures", "churn", "tested")
"""The lines of the stage and of the journey that do."""


def _is_shown(case: Case) -> bool:
    """Whether anything but the word for it tells that a pain hurts less: something else of its
    touchpoint, what the pain rests on, or an idea that eases it and is further than it was.
    """
    before, after = case.before, case.after
    if case.former is None or differ(before.touchpoint, after.touchpoint, _SHOWS):
        return True
    if differ(before.stage, after.stage, _SHOWS_AROUND):
        return True
    if differ(before.journey, after.journey, _SHOWS_AROUND):
        return True
    if (case.former.evidence, case.former.because) != (case.part.evidence, case.part.because):
        return True
    old, new = ({(key_of(idea), idea.status) for idea in ideas} for ideas in _eased_by(case))
    return old != new


def differ(was: object, now: object, fields: tuple[str, ...]) -> bool:
    """Whether two parts differ in any of some fields."""
    return any(getattr(was, field, None) != getattr(now, field, None) for field in fields)


def _eased_by(case: Case) -> Iterator[list[Opportunity]]:
    """The ideas that ease a pain, before and after."""
    names = [fold(name) for name in (case.part.id, case.part.was) if name]
    for here in (case.before, case.after):
        easing = here.parts.easing if here.parts is not None else {}
        yield [idea for name in names for idea in easing.get(name, ())]


def _is_given_up(case: Case) -> bool:
    """Whether there were ideas that would ease a pain, and each is dropped or gone now."""
    old, new = _eased_by(case)
    was, now = ([one for one in side if one.status != "dropped"] for side in (old, new))
    return bool(was) and not now


def level(word: str | None) -> Reason | None:
    """How bad or likely something is, in words."""
    return because(f"level-{word}") if word is not None else None
