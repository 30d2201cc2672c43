"""The list of a site's pages that lies inside it: what of a folder is ours, and what was there."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

NAME = ".jmap-site.json"
_FORMAT = 1
_PATH = re.compile(r"(?:[a-z]{1,20}/)?[a-z0-9-]{1,100}\.[a-z]{1,8}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Damaged(Exception):
    """A list of pages that cannot be trusted."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The pages of a site, by path, each with the SHA-256 of its bytes."""

    files: Mapping[str, str]

    def write(self) -> bytes:
        """The list as a file: the same pages always give the same bytes."""
        files = dict(sorted(self.files.items()))
        told = {"site": "jmap", "format": _FORMAT, "sum": _sum(files), "files": files}
        return (json.dumps(told, indent=1) + "\n").encode("ascii")


def read_manifest(content: bytes) -> Manifest:
    """The list that a file holds. Raises ``Damaged`` for anything we have not written so."""
    try:
        told = json.loads(content)
    except ValueError:
        raise Damaged from None
    if not isinstance(told, dict) or set(told) != {"site", "format", "sum", "files"}:
        raise Damaged
    files = told["files"]
    if told["site"] != "jmap" or told["format"] != _FORMAT or not isinstance(files, dict):
        raise Damaged
    if not all(_is_entry(path, digest) for path, digest in files.items()):
        raise Damaged
    if told["sum"] != _sum(files):
        raise Damaged
    return Manifest(files)


def _is_entry(path: str, digest: object) -> bool:
    return (
        bool(_PATH.fullmatch(path)) and isinstance(digest, str) and bool(_DIGEST.fullmatch(digest))
    )


def _sum(files: Mapping[str, str]) -> str:
    lines = (f"{path} {digest}\n" for path, digest in sorted(files.items()))
    return hashlib.sha256("".join(lines).encode("ascii", "replace")).hexdigest()
