"""The ways customers take, above all those on which things go wrong."""

from jmap.diff.around import Around
from jmap.diff.reason import Part, because
from jmap.diff.reasons.meaning import all_meant
from jmap.diff.reasons.rewording import in_place_of
from jmap.diff.reasons.words import called, itself, mark, titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.model.forms import AdHoc, reference_key
from jmap.model.journey import Journey
from jmap.model.lines import Feeling
from jmap.model.path import Path
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


@weighs("path", kinds=("removed",))
def path_removed(case: Case) -> Weight | None:
    """Nobody is prepared any more for what goes wrong, or knows how a persona gets through."""
    if not case.part.negative:
        return _way(case, case.part)
    return worse("path-lost", "wrong-path-untold", them=itself(case.part))


def _way(case: Case, path: Path) -> Weight | None:
    """A way of a persona is told no more: it is the last, or others are left."""
    journey, persona, after = case.after.journey, path.persona, case.after.workspace
    if journey is None or persona is None or not _is_for(journey, persona, after):
        return None
    who = titled("persona", persona, case.after.index)
    left = tuple(called(one) for one in journey.paths if _is_way(one, persona, after))
    if not left:
        return worse("way-lost", "no-way-left", them=itself(path), who=who)
    return neutral("path-dropped", "path-told-no-more", it=itself(path), left=left, who=who)


def _is_for(journey: Journey, persona: str | AdHoc, after: Workspace) -> bool:
    """Whether a journey is still told for somebody; where it names nobody, for all."""
    known = all_meant("persona", journey.personas, after)
    return not known or meant("persona", persona, after) in known


def _is_way(path: Path, persona: str | AdHoc, after: Workspace) -> bool:
    """Whether somebody gets through on a path; one that names nobody is for all."""
    if path.negative:
        return False
    whose = path.persona
    return whose is None or meant("persona", whose, after) == meant("persona", persona, after)


@weighs("path", kinds=("added",))
def path_added(case: Case) -> Weight | None:
    """It is thought through what happens when things go wrong."""
    if case.part.negative:
        return better("path-prepared", "wrong-path-told", it=itself(case.part))
    if case.part.persona is None or case.before.journey is None:
        return None
    who = titled("persona", case.part.persona, case.after.index)
    return neutral("path-told", "way-told", it=itself(case.part), who=who)


@weighs("path", field="negative")
def standing_changed(case: Case) -> Weight:
    """Things go wrong on a path, or did, as the map says: it may be the same as before."""
    wrong = case.part.negative
    key = because(
        "is-said-to-go-wrong" if wrong else "is-not-said-to-go-wrong", it=itself(case.part)
    )
    return neutral("path-recast", key)


@weighs("path", field="persona", kinds=("changed",))
def persona_changed(case: Case) -> Weight | None:
    """A path is another's now; the one whose it was may have no other."""
    journey, old, new = case.after.journey, case.old, case.new
    after = case.after.workspace
    if journey is None or meant("persona", old, after) == meant("persona", new, after):
        return None
    was = titled("persona", old, case.before.index)
    now = titled("persona", new, case.after.index)
    is_left = any(_is_way(one, old, after) for one in journey.paths)
    if case.part.negative or is_left or not _is_for(journey, old, after):
        return neutral("path-given", "takes-it-instead", now=now, was=was)
    return worse("way-lost", "taken-by-another", now=now, was=was)


@weighs("path", field="steps", kinds=("added", "removed", "changed", "moved"))
def steps_changed(case: Case) -> Weight | None:
    """A path on which things go wrong ends in another mood, or another path before its end."""
    path, former = case.part, case.former
    if former is None:
        return None
    if case.change.kind == "moved":
        return (_end(case, former, path) if path.negative else None) or _in_other_order(
            case, former, path
        )
    found = _end(case, former, path) if path.negative else _cut(case, former, path)
    return found or _other_way(case, former, path)


def _end(case: Case, former: Path, path: Path) -> Weight | None:
    if not _is_why(case, former, path):
        return None
    old, new = _ending(former, case.before), _ending(path, case.after)
    if old is None or new is None or (old.level >= 0) == (new.level >= 0):
        return None
    said: dict[str, Part] = {"them": itself(path), "new": mark(new.level), "old": mark(old.level)}
    if new.level < 0:
        return worse("recovery-lost", "not-won-back", **said)
    return better("recovery-gained", "won-back", **said)


def _in_other_order(case: Case, former: Path, path: Path) -> Weight | None:
    """Something is met sooner or later on a path than before."""
    names = [fold(step.touchpoint) for step in path.steps]
    name = fold(case.change.after.touchpoint)
    was, now = _met_at(name, former), _met_at(name, path)
    if was is None or now is None or was == now:
        return None
    beside = "".join(names[now + 1 : now + 2] if now < was else names[now - 1 : now])
    once = _met_at(beside, former)
    if once is None or (once < was) != (now < was):
        # Others came or went between them.
        return None
    one, other = _met(case.after, name), _met(case.after, beside)
    if one is None or other is None:
        return None
    names_of = {"one": called(one), "other": called(other)}
    return neutral("path-reordered", "is-met-before" if now < was else "is-met-after", **names_of)


def _met_at(name: str, path: Path) -> int | None:
    """Where a touchpoint stands on a path that goes by it once."""
    found = [at for at, step in enumerate(path.steps) if fold(step.touchpoint) == name]
    return found[0] if len(found) == 1 else None


def _other_way(case: Case, former: Path, path: Path) -> Weight | None:
    """A path goes by another touchpoint than before."""
    other = in_place_of(case)
    if case.old is None or other is None:
        return None
    was, now = (
        _met(here, fold(step.touchpoint))
        for here, step in ((case.before, case.old), (case.after, other))
    )
    if was is None or now is None or _goes_by(path, was) or _goes_by(former, now):
        return None
    if path.persona is None:
        return neutral("path-rerouted", "goes-by-instead", now=called(now), was=called(was))
    who = titled("persona", path.persona, case.after.index)
    return neutral("path-rerouted", "goes-by-instead-of", who=who, now=called(now), was=called(was))


def _goes_by(path: Path, touchpoint: Touchpoint) -> bool:
    """Whether a path of either side goes by a touchpoint of either side."""
    names = {fold(name) for name in (touchpoint.id, touchpoint.was) if name}
    return any(fold(step.touchpoint) in names for step in path.steps)


def _cut(case: Case, former: Path, path: Path) -> Weight | None:
    """A path ends where it went on before."""
    if not former.steps or not path.steps or case.old != former.steps[-1]:
        return None
    old, new = ([fold(step.touchpoint) for step in one.steps] for one in (former, path))
    if old[-1] in new or new[-1] not in old:
        return None
    end, was = (_met(here, name) for here, name in ((case.after, new[-1]), (case.before, old[-1])))
    if end is None or was is None:
        return None
    return worse("way-cut", "ends-before", it=itself(path), end=called(end), was=called(was))


def _met(here: Around, name: str) -> Touchpoint | None:
    standing = here.parts.touchpoints.get(name) if here.parts is not None else None
    return standing.touchpoint if standing is not None else None


def _is_why(case: Case, former: Path, path: Path) -> bool:
    """Whether it is this change of several that gives the path another end."""
    if not former.steps or not path.steps:
        return False
    if case.new == path.steps[-1]:
        return True
    return case.old == former.steps[-1] and path.steps[-1] in former.steps


def _ending(path: Path, here: Around) -> Feeling | None:
    """The mood that a path leaves, of whoever takes it."""
    touchpoint = _met(here, fold(path.steps[-1].touchpoint))
    if touchpoint is None:
        return None
    own = [
        one
        for one in touchpoint.feel
        if path.persona is not None and reference_key(one.persona) == reference_key(path.persona)
    ]
    found = own or [one for one in touchpoint.feel if path.persona is None or one.persona is None]
    return found[-1] if found else None
