"""Two folders trading places in one step, where the system can do that."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""``AT_FDCWD``: names are relative to the working directory."""
_EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux, and ``RENAME_SWAP`` of macOS."""
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def exchange(one: Path, other: Path) -> bool:
    """Lets two paths of one file system trade what they name; no reader ever finds either empty.

    False where the system or the file system knows no such step; nothing has happened then. Raises
    ``OSError`` where it knows it and refuses.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        return _called("renameat2", _HERE, first, _HERE, second, _EXCHANGE)
    if sys.platform == "darwin":
        return _called("renamex_np", first, second, _EXCHANGE)
    return False


def _called(name: str, *arguments: bytes | int) -> bool:
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return False
    if function(*arguments) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number))
