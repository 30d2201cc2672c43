"""The maps as they were at one time: of all declarations only those that matter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jmap.blame.untouched import Stretch
from jmap.diff.change import Address, Step
from jmap.diff.identity import former_key, keys_of
from jmap.git.objects import NOTHING, Folder
from jmap.loading import Loaded
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold

Roots = frozenset[Step]
"""The declarations of a workspace that are followed."""


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What the maps said at a commit, or in the working tree."""

    loaded: Loaded
    path_of: Callable[[str], str] = field(repr=False)
    """The path in the repository of a file that is shown by another one."""
    content: Callable[[str], bytes | None] = field(repr=False)
    """What a file held, by its path in the repository; none where it was not there."""
    home: str = ""
    """The folder of the workspace, from the root of the repository."""
    blobs: Mapping[str, str] = field(default_factory=dict)
    """The object of each file that was read, by its path; empty for the working tree."""
    folder: Folder = NOTHING
    """All files of the commit; none of the working tree."""
    stretches: tuple[Stretch, ...] = ()
    """The lines that the parts stand on which are ``covered``: what was loaded is of a later
    commit then, which differs in other lines alone.
    """
    covered: frozenset[Address] = frozenset()

    @property
    def workspace(self) -> Workspace:
        """What was read."""
        return self.loaded.workspace

    def at(self, folder: Folder, content: Callable[[str], bytes | None]) -> "State":
        """The same state, at a commit that differs only in other files."""
        return replace(self, folder=folder, content=content)

    def parts(self, name: str) -> dict[str, Any]:
        """The declarations of a kind, by what they are known by."""
        listed = getattr(self.workspace, name)
        return dict(zip(keys_of(listed), listed, strict=True))

    def holder(self, part: Any) -> str:
        """The path of the file that a declaration stands in."""
        source = self.loaded.origins.source(part)
        return self.path_of(source.path) if source else ""

    def holders(self, roots: Roots) -> frozenset[str]:
        """The paths of the files that the followed declarations stand in."""
        return frozenset(self.holder(part) for part in self.found(roots).values())

    def found(self, roots: Roots) -> dict[Step, Any]:
        """Those of some declarations that are there."""
        known = {name: self.parts(name) for name in {root.field for root in roots}}
        return {
            root: known[root.field][root.key] for root in roots if root.key in known[root.field]
        }

    def may_hide(self, names: Roots) -> bool:
        """Whether one of some declarations may stand in a file that has errors."""
        texts = [fold(source.text) for source in self.loaded.unsound]
        return any(name.key in text for text in texts for name in names)

    def names(self, roots: Roots) -> frozenset[Step]:
        """What the followed declarations are known by, and were."""
        was = {
            Step(root.field, former)
            for root, part in self.found(roots).items()
            if (former := former_key(part))
        }
        return roots | was


def is_readable(loaded: Loaded, parts: Mapping[Step, Any]) -> bool:
    """Whether the files that some declarations stand in are without errors."""
    sources = (loaded.origins.source(part) for part in parts.values())
    return not any(source in loaded.unsound for source in sources)
