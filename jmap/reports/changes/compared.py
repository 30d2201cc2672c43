"""What was compared, and what came of it."""

import posixpath
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from jmap.diff.judged import Judged
from jmap.loading import Loaded
from jmap.model.declared import Declared
from jmap.model.forms import AdHoc
from jmap.model.index import index
from jmap.model.measure import Measure
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold
from jmap.views.sentences import several


@dataclass(frozen=True, slots=True)
class Shown:
    """How one side is shown."""

    name: str = ""
    """The revision, or the path that was asked for."""
    prefix: str = ""
    """What comes before the path in the repository in the paths of this side: `HEAD~1:/`."""
    folder: str = ""
    """From where in the repository paths lead that do not begin like that: where jmap was run."""

    def in_repository(self, path: str) -> str:
        """A path of this side as it is in the repository; as it is shown where it is in none."""
        if self.prefix and path.startswith(self.prefix):
            return path.removeprefix(self.prefix)
        if PurePath(path).is_absolute():
            return path
        return posixpath.join(self.folder, path)


@dataclass(frozen=True, slots=True)
class Compared:
    """One workspace on both sides, and its changes. Where workspaces are not the same before and
    after, those parts of them that belong together.
    """

    name: str
    """Its folder, where there are several."""
    old: Loaded
    new: Loaded
    changes: tuple[Judged, ...]
    old_side: Shown = Shown()
    new_side: Shown = Shown()
    notes: tuple[str, ...] = ()
    """What whoever approves should know of the comparison itself, as sentences without an end."""
    folder_before: str | None = None
    """Its folder on the old side; None where there was none."""

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
        told = f"{many}, none of which weighs for customers"
    else:
        told = f"{many}: {', '.join(parts)} for customers"
    allowed = sum(one.allowed is not None for one in changes)
    return f"{told}; {allowed} allowed" if allowed else told


def name_of(one: Judged, workspace: Workspace | None = None) -> str:
    """What people call the part that changed; nothing where it has no name. A measure is called as
    its metric is in a workspace.
    """
    part = one.change.part
    if isinstance(part, Measure):
        return _metric_name(part.metric, workspace)
    if isinstance(part, Declared):
        return part.title or ""
    return str(getattr(part, "text", "") or "")


def _metric_name(metric: str | AdHoc, workspace: Workspace | None) -> str:
    if isinstance(metric, AdHoc):
        return metric.name
    labels = index(workspace).labels.get("metric", {}) if workspace is not None else {}
    return labels.get(fold(metric), "")
