"""Why a site was not built."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmap.loading import Loaded


class Unsound(Exception):
    """Sources with errors."""

    def __init__(self, loaded: "tuple[Loaded, ...]") -> None:
        super().__init__()
        self.loaded = loaded


class Unkept(Exception):
    """What was made of a file cannot be kept, and so not be read."""


class Broken(Exception):
    """A process ended before its work was done."""
