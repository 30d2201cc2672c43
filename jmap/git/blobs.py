"""The contents of a revision: many objects from one git, each measured before it is read."""

import re
from collections.abc import Callable, Collection

from jmap import limits
from jmap.files import too_large
from jmap.git.advice import refused
from jmap.git.failure import GitFailed
from jmap.git.running import Running
from jmap.git.sizes import size_of

ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""The id of an object, in SHA-1 or SHA-256."""

_CHUNK = 1024 * 1024


def id_of(content: bytes, like: str) -> str:
    """The id of the object that would hold a content, in a repository with ids ``like`` one."""
    # Loading OpenSSL takes a while: only what lies on the disk needs it.
    import hashlib

    kind = "sha256" if len(like) == 64 else "sha1"
    # Not a secret: the name that git gives it.
    found = hashlib.new(kind, b"blob %d\0" % len(content), usedforsecurity=False)
    found.update(content)
    return found.hexdigest()


def read_blobs(
    git: Running,
    blobs: Collection[str],
    named: Callable[[str], str],
    sides: int,
    *,
    skip_large: bool = False,
) -> dict[str, bytes]:
    """What a `git cat-file --batch` says of objects: bounded for each and in all.

    ``named`` says what to call an object in a message; the bounds of one workspace are taken times
    ``sides``. One that is too large is refused, or left out. Raises ``GitFailed``.
    """
    _few_enough(len(blobs), limits.FILES * sides)
    contents: dict[str, bytes] = {}
    room = limits.WORKSPACE_BYTES * sides
    git.tell(blobs)
    for blob in blobs:
        size = size_of(git, blob, "blob", named)
        if size > limits.FILE_BYTES:
            if not skip_large:
                refusal = too_large(size)
                raise GitFailed(f"{named(blob)}: {refusal}", refusal.hint)
            _pass_over(git, size + 1)
            continue
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


def _pass_over(git: Running, size: int) -> None:
    while size > 0:
        passed = len(git.read(min(size, _CHUNK)))
        if not passed:
            raise refused(git.ended())
        size -= passed


def _content(git: Running, size: int) -> bytes:
    content = git.read(size + 1)
    if len(content) <= size:
        raise refused(git.ended())
    return content[:-1]
