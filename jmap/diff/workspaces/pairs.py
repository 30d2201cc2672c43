"""What is compared with what: workspaces of the same folder, those that are the same under another
name, and where several hang together, such parts of them as belong together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jmap.diff.workspaces.declared import Declared
from jmap.diff.workspaces.journeys import shared
from jmap.diff.workspaces.linkage import Held, Linkage
from jmap.loading import Loaded
from jmap.loading.clusters import Cluster
from jmap.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Pair:
    """What is compared: a workspace before and one after, or such parts of them as belong
    together; None where there is none.
    """

    old: str | None
    new: str | None
    before: Loaded
    after: Loaded


def pairs(cluster: Cluster, old: Held, new: Held) -> Iterator[Pair]:
    """What is compared of some workspaces that hang together. Every journey is in one pair, and
    what workspaces declare in those where somebody relies on it.
    """
    if len(cluster.links) > 1:
        yield from _parted(Linkage(cluster, old, new))
        return
    nothing = Loaded(Workspace.built({}))
    before, after = (next(iter(names), None) for names in (cluster.old, cluster.new))
    yield Pair(
        before,
        after,
        nothing if before is None else old.loaded[before],
        nothing if after is None else new.loaded[after],
    )


def _parted(linkage: Linkage) -> Iterator[Pair]:
    """The parts of workspaces that belong together, workspace by workspace as they are now."""
    for ends, journeys in shared(linkage).items():
        old, new = linkage.old.loaded[ends[0]], linkage.new.loaded[ends[1]]
        before, after = Declared(linkage, ends, journeys).sides()
        before["journeys"], after["journeys"] = tuple(journeys.before), tuple(journeys.after)
        yield Pair(
            *ends,
            replace(old, workspace=old.workspace.model_copy(update=before)),
            replace(new, workspace=new.workspace.model_copy(update=after)),
        )
