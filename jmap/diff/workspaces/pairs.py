"""What is compared with what: workspaces of the same folder, those that are the same under another
name, and where several hang together, such parts of them as belong together.
"""

from collections.abc import Iterator

from jmap.diff.workspaces.parting import Held, Pair, Parting
from jmap.loading import Loaded
from jmap.loading.clusters import Cluster
from jmap.model.workspace import Workspace

__all__ = ["Held", "Pair", "pairs"]


def pairs(cluster: Cluster, old: Held, new: Held) -> Iterator[Pair]:
    """What is compared of some workspaces that hang together. Every journey is in one pair, and
    what workspaces declare in those where somebody relies on it.
    """
    if len(cluster.links) > 1:
        yield from Parting(cluster, old, new).pairs()
        return
    nothing = Loaded(Workspace.built({}))
    before, after = (next(iter(names), None) for names in (cluster.old, cluster.new))
    yield Pair(
        before,
        after,
        nothing if before is None else old.loaded[before],
        nothing if after is None else new.loaded[after],
    )
