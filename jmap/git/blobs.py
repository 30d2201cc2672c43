"""The contents of a revision: many objects from one git, each measured before it is read."""

import re
from collections.abc import Callable, Collection

from jmap import limits
from jmap.files import too_large
from jmap.git.advice import missing, refused
from jmap.git.failure import GitFailed
from jmap.git.running import Running

ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""The id of an object, in SHA-1 or SHA-256."""

_HEADER = re.compile(rb"(?P<id>[0-9a-f]+) (?P<type>[a-z]+) (?P<size>\d{1,18})\n")


def read_blobs(
    git: Running, blobs: Collection[str], named: Callable[[str], str], sides: int
) -> dict[str, bytes]:
    """What a `git cat-file --batch` says of objects: bounded for each and in all.

    ``named`` says what to call an object in a message; the bounds of one workspace are taken times
    ``sides``. Raises ``GitFailed``.
    """
    _few_enough(len(blobs), limits.FILES * sides)
    contents: dict[str, bytes] = {}
    room = limits.WORKSPACE_BYTES * sides
    for blob in blobs:
        git.say(blob)
        size = _size(git, blob, named)
        room -= size
        if room < 0:
            raise GitFailed(
                f"the files of the revision have more than {limits.WORKSPACE_BYTES * sides:,} bytes"
                " together",
                "name a folder of it",
            )
        contents[blob] = _content(git, size)
    answer = git.ended()
    if answer.status:
        raise refused(answer)
    return contents


def _few_enough(count: int, most: int) -> None:
    if count > most:
        raise GitFailed(
            f"the revision holds {count:,} files to read; the limit is {most:,}",
            "name a folder of it",
        )


def _size(git: Running, blob: str, named: Callable[[str], str]) -> int:
    """The size of the object that comes next, which is small enough to be read."""
    line = git.line()
    if line == f"{blob} missing\n".encode("ascii"):
        raise missing(named(blob))
    header = _HEADER.fullmatch(line)
    if header is None or header["id"] != blob.encode("ascii"):
        raise refused(git.ended(), named(blob))
    if header["type"] != b"blob":
        raise GitFailed(f"{named(blob)} is no file")
    size = int(header["size"])
    if size > limits.FILE_BYTES:
        refusal = too_large(size)
        raise GitFailed(f"{named(blob)}: {refusal}", refusal.hint)
    return size


def _content(git: Running, size: int) -> bytes:
    content = git.read(size + 1)
    if len(content) <= size:
        raise refused(git.ended())
    return content[:-1]
