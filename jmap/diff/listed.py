"""The parts of a list by what they are known by: made once a list, for all that changed in it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jmap.diff.identity import keys_of
from jmap.model.identical import Identical


def by_key(parts: tuple[Any, ...]) -> Mapping[str, Any]:
    """Some parts by their keys, as addresses have them."""
    return _by_key(Identical(parts))


@lru_cache(maxsize=64)
def _by_key(same: Identical) -> dict[str, Any]:
    (parts,) = same.things
    return dict(zip(keys_of(parts), parts, strict=True))
