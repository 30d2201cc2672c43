"""What happens where customers cannot see it, and who does it."""

from dataclasses import replace
from functools import lru_cache

from jmap.diff.around import Around
from jmap.diff.reason import Name, because
from jmap.diff.reasons.instructions import says_otherwise
from jmap.diff.reasons.rewording import in_place_of, is_in_place
from jmap.diff.reasons.words import is_outside
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral
from jmap.model.forms import AdHoc, reference_key
from jmap.model.identical import Identical
from jmap.model.lines import Backstage
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold

FIELDS = ("backstage", "support")
_KINDS = ("system", "process", "team", "product")


def backstage_removed(case: Case) -> Weight | None:
    """Something is not done any more behind the scenes, or something else does it."""
    old: Backstage = case.old
    if _is_known(case, old, case.part):
        return None
    other = in_place_of(case)
    if other is not None:
        return None if _is_known(case, other, case.former) else _instead(case, old, other)
    who = _who(case, old, case.before)
    if who is None:
        said = Name(old.text or "")
        return neutral("backstage-lost", "not-done-behind", old=said) if old.text else None
    lost = because("has-no-part", who=who)
    if not old.text:
        return neutral("backstage-lost", lost)
    weight = neutral("backstage-lost", "and-it-was", said=lost, old=Name(old.text))
    return replace(weight, gist=lost)


def backstage_added(case: Case) -> Weight | None:
    """Something is done behind the scenes that was not, or that nobody told."""
    new: Backstage = case.new
    if case.former is None or _is_known(case, new, case.former) or is_in_place(case):
        return None
    who = _who(case, new, case.after)
    if who is None:
        said = Name(new.text or "")
        return neutral("backstage-gained", "done-behind", new=said) if new.text else None
    outside = is_outside(new.by, case.after.index)
    part = because("has-a-part-outside" if outside else "has-a-part", who=who)
    return neutral("backstage-gained", part)


def backstage_changed(case: Case) -> Weight | None:
    """Another does it behind the scenes."""
    after = case.after.workspace
    if _key(case.old, after) == _key(case.new, after):
        return _does_otherwise(case, case.old, case.new)
    return _instead(case, case.old, case.new)


def _does_otherwise(case: Case, old: Backstage, new: Backstage) -> Weight | None:
    """The same one does another thing there, or does it more seldom."""
    who = _who(case, new, case.after)
    if who is None or not old.text or not new.text or case.is_retired:
        return None
    if not says_otherwise(case, old.text, new.text):
        return None
    texts = {"new": Name(new.text), "old": Name(old.text)}
    return neutral("backstage-changed", "says-behind", who=who, **texts)


def _instead(case: Case, old: Backstage, new: Backstage) -> Weight | None:
    was, now = _who(case, old, case.before), _who(case, new, case.after)
    was = was or (Name(old.text) if old.text else None)
    now = now or (Name(new.text) if new.text else None)
    if was is None or now is None:
        return None
    goes_out = is_outside(new.by, case.after.index) and not is_outside(old.by, case.before.index)
    said = because("does-it-behind-outside" if goes_out else "does-it-behind", now=now, was=was)
    return neutral("backstage-changed", said)


def _is_known(case: Case, line: Backstage, part: object) -> bool:
    """Whether a part says of the same that it works behind the scenes, however."""
    after = case.after.workspace
    key = _key(line, after)
    return bool(key) and key in _known(Identical(part, after))


@lru_cache(maxsize=8)
def _known(same: Identical) -> frozenset[str]:
    part, after = same.things
    lines = (one for field in FIELDS for one in getattr(part, field, ()))
    return frozenset(_key(one, after) for one in lines)


def _key(line: Backstage, after: Workspace) -> str:
    """What a line names, as it is called after the change."""
    if line.by is None:
        return line.text or ""
    said = reference_key(line.by)
    called_now = (meant(kind, line.by, after) for kind in _KINDS)
    return next((key for key in called_now if key != said), said)


def _who(case: Case, line: Backstage, here: Around) -> Name | None:
    if line.by is None:
        return None
    if isinstance(line.by, AdHoc):
        return Name(line.by.name)
    known = (here.index.labels.get(kind, {}).get(fold(line.by)) for kind in _KINDS)
    return Name(next(filter(None, known), line.by))


for _field in FIELDS:
    weighs("touchpoint", field=_field, kinds=("removed",))(backstage_removed)
    weighs("touchpoint", field=_field, kinds=("added",))(backstage_added)
    weighs("touchpoint", field=_field, kinds=("changed",))(backstage_changed)
