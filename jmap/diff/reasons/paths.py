"""The ways customers take, above all those on which things go wrong."""

from jmap.diff.around import Around
from jmap.diff.reason import Part
from jmap.diff.reasons.words import itself, mark
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, worse
from jmap.model.forms import reference_key
from jmap.model.lines import Feeling
from jmap.model.path import Path
from jmap.syntax.fold import fold


@weighs("path", kinds=("removed",))
def path_removed(case: Case) -> Weight | None:
    """Nobody is prepared any more for what goes wrong."""
    if not case.part.negative:
        return None
    return worse("path-lost", "wrong-path-untold", them=itself(case.part))


@weighs("path", kinds=("added",))
def path_added(case: Case) -> Weight | None:
    """It is thought through what happens when things go wrong."""
    if not case.part.negative:
        return None
    return better("path-prepared", "wrong-path-told", them=itself(case.part))


@weighs("path", field="steps", kinds=("added", "removed", "changed", "moved"))
def steps_changed(case: Case) -> Weight | None:
    """A path on which things go wrong ends in another mood."""
    path, former = case.part, case.former
    if not path.negative or former is None or not _is_why(case, former, path):
        return None
    old, new = _ending(former, case.before), _ending(path, case.after)
    if old is None or new is None or (old.level >= 0) == (new.level >= 0):
        return None
    said: dict[str, Part] = {"them": itself(path), "new": mark(new.level), "old": mark(old.level)}
    if new.level < 0:
        return worse("recovery-lost", "not-won-back", **said)
    return better("recovery-gained", "won-back", **said)


def _is_why(case: Case, former: Path, path: Path) -> bool:
    """Whether it is this change of several that gives the path another end."""
    if not former.steps or not path.steps:
        return False
    if case.new == path.steps[-1]:
        return True
    return case.old == former.steps[-1] and path.steps[-1] in former.steps


def _ending(path: Path, here: Around) -> Feeling | None:
    """The mood that a path leaves, of whoever takes it."""
    standing = here.parts and here.parts.touchpoints.get(fold(path.steps[-1].touchpoint))
    if not standing:
        return None
    feel = standing.touchpoint.feel
    own = [
        one
        for one in feel
        if path.persona is not None and reference_key(one.persona) == reference_key(path.persona)
    ]
    found = own or [one for one in feel if path.persona is None or one.persona is None]
    return found[-1] if found else None
