"""What was compared, and what came of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jmap.diff.judged import Judged
from jmap.loading import Loaded
from jmap.model.declared import Declared
from jmap.model.workspace import Workspace
from jmap.views.sentences import several


@dataclass(frozen=True, slots=True)
class Compared:
    """One workspace on both sides, and its changes."""

    name: str
    """Its folder, where there are several."""
    old: Loaded
    new: Loaded
    changes: tuple[Judged, ...]

    @property
    def before(self) -> Workspace:
        """What the files said before."""
        return self.old.workspace

    @property
    def after(self) -> Workspace:
        """What they say after."""
        return self.new.workspace


def counted(changes: Sequence[Judged]) -> str:
    """How many changes there are, and what they do to customers, in a few words."""
    if not changes:
        return "no changes"
    weights = Counter(one.weight.effect for one in changes)
    many = several(len(changes), "change")
    parts = [f"{weights[effect]} {effect}" for effect in ("worse", "better") if weights[effect]]
    if not parts:
        return f"{many}, none of which weighs for customers"
    return f"{many}: {', '.join(parts)} for customers"


def name_of(one: Judged) -> str:
    """What people call the part that changed; nothing where it has no name."""
    part = one.change.part
    if isinstance(part, Declared):
        return part.title or ""
    return str(getattr(part, "text", "") or "")
