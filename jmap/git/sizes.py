"""What `git cat-file --batch` says before each object: whether it is there, and how large it is."""

import re
from collections.abc import Callable
from typing import Literal

from jmap.git.advice import missing, refused
from jmap.git.failure import GitFailed
from jmap.git.running import Running

Kind = Literal["blob", "commit", "tree"]

_HEADER = re.compile(rb"(?P<id>[0-9a-f]+) (?P<kind>[a-z]+) (?P<size>\d{1,18})\n")


def object_named(own: str) -> str:
    """What a message calls an object of which only the id is known."""
    return f"the object {own[:12]}"


def size_of(git: Running, own: str, kind: Kind, named: Callable[[str], str] = object_named) -> int:
    """The size of the object that comes next, which has to be of a kind; ``named`` says what to
    call it in a message. Raises ``GitFailed``.
    """
    line = git.line()
    if line == f"{own} missing\n".encode("ascii"):
        raise missing(named(own))
    header = _HEADER.fullmatch(line)
    if header is None or header["id"] != own.encode("ascii"):
        raise refused(git.ended(), named(own))
    if header["kind"] != kind.encode("ascii"):
        raise GitFailed(f"{named(own)} is no {'file' if kind == 'blob' else kind}")
    return int(header["size"])
