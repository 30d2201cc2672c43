"""Reading files: bounded, regular files only, inside the root, and never a traceback."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jmap import limits

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        # The same function as hashlib's, without the millisecond in which that loads OpenSSL.
        from _sha256 import sha256
    except ImportError:
        from hashlib import sha256


class Unreadable(Exception):
    """A file that cannot be read; ``name`` is the diagnostic's, the text says why, ``hint`` what
    to do.
    """

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.name = name
        self.hint = hint


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as it was read: by which path, where that led, and what was there."""

    path: str
    real: str
    digest: str


def digest_of(content: bytes) -> str:
    """What tells contents apart: their SHA-256, in hexadecimal."""
    return sha256(content).hexdigest()


def read_bytes(path: Path) -> bytes:
    """The content of a regular file within the size limit. Raises ``Unreadable``."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise Unreadable("not-a-file", "this is not a regular file")
    with os.fdopen(descriptor, "rb") as stream:
        if status.st_size > limits.FILE_BYTES:
            raise too_large(status.st_size)
        try:
            content = stream.read(limits.FILE_BYTES + 1)
        except OSError as error:
            raise _unreadable(error) from None
    if len(content) > limits.FILE_BYTES:
        raise too_large(len(content))
    return content


def _unreadable(error: OSError | ValueError) -> Unreadable:
    if isinstance(error, ValueError):
        return impossible_name()
    reason = (error.strerror or "no reason given").lower()
    hint = "check its name" if error.errno == errno.ENOENT else ""
    return Unreadable("cannot-read", f"this file cannot be read: {reason}", hint)


def impossible_name() -> Unreadable:
    """The refusal of a file whose name no file can have."""
    return Unreadable("cannot-read", "this file cannot be read: no file can have this name")


def too_large(size: int) -> Unreadable:
    """The refusal of a file of some size in bytes."""
    return Unreadable(
        "file-too-large",
        f"this file has {size:,} bytes; the limit is {limits.FILE_BYTES:,}",
        "split it: shared declarations into a file to import, each journey into its own",
    )


class Unwritable(Exception):
    """A file that cannot be written, and why. Whatever stood there still does."""


def write_file(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Writes a file whole or not at all, keeping the mode of one that is there.

    The content goes to a new file beside it first, so that no reader ever meets half of it. A new
    file gets ``mode``, less what the umask takes. Raises ``Unwritable``.
    """
    if path.is_symlink():
        raise Unwritable(f"{path} is a symbolic link: name the file itself")
    if path.exists() and not path.is_file():
        _write_through(path, content)
        return
    if path.is_file() and not path.stat().st_mode & 0o222:
        raise Unwritable(f"{path} is read-only")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = _write_beside(path, content, mode)
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _unwritable(path, error) from None


def _write_through(path: Path, content: bytes) -> None:
    """To a pipe or a device: there is nothing to keep whole, and it must stay what it is."""
    if not (path.is_fifo() or path.is_char_device()):
        raise Unwritable(f"{path} is no regular file")
    try:
        with path.open("wb") as stream:
            stream.write(content)
    except OSError as error:
        raise _unwritable(path, error) from None


def _write_beside(path: Path, content: bytes, mode: int) -> Path:
    beside = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    # What a killed run of the same number left behind is nobody's.
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            if path.exists():
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
            os.fsync(stream.fileno())
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _unwritable(path: Path, error: OSError) -> Unwritable:
    return Unwritable(f"{path} cannot be written: {(error.strerror or 'no reason given').lower()}")
