"""What lists of references mean: asked once a list, for all that changed in it."""

from functools import lru_cache

from jmap.diff.references import meant
from jmap.model.forms import AdHoc
from jmap.model.identical import Identical
from jmap.model.workspace import Workspace


def all_meant(kind: str, references: tuple[str | AdHoc, ...], after: Workspace) -> frozenset[str]:
    """The keys of what references from either side mean, as they are called after the change."""
    return _all_meant(kind, Identical(references, after))


@lru_cache(maxsize=16)
def _all_meant(kind: str, same: Identical) -> frozenset[str]:
    references, after = same.things
    return frozenset(meant(kind, one, after) for one in references)
