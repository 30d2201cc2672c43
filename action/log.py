"""What goes to the log of a job, where the runner takes some lines for commands.

It looks for ``::name …::`` where a line starts and ``##[name …]`` anywhere in one, and skips
characters without width while it looks. Texts of maps, branches and git must never become either.
"""

import re
import sys

_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_HASHES = re.compile(r"#(?=[^\x20-\x7e]*#)")
_COLONS = re.compile(r":(?=[^\x20-\x7e]*:)")
LONGEST = 4_000
"""Most characters of what somebody else said."""


def say(text: str) -> None:
    """Prints lines that are no command, whatever they hold."""
    for line in _LINE_ENDS.split(text.rstrip("\r\n")) if text.strip() else ():
        _write(f"  {plain(line)}" if line else "")


def error(text: str) -> None:
    """Prints an error that is shown at the top of the run."""
    _write(f"::error title=jmap::{_data(text)}")


def warning(text: str) -> None:
    """Prints a warning that is shown at the top of the run."""
    _write(f"::warning title=jmap::{_data(text)}")


def plain(line: str) -> str:
    """One line with what cannot be seen written out, and no command in it."""
    shown = _UNSEEN.sub(_written_out, line[:LONGEST])
    return _COLONS.sub(": ", _HASHES.sub("# ", shown))


def lines(text: str) -> list[str]:
    """The lines of a text, as the runner counts them."""
    return _LINE_ENDS.split(text)


def _data(text: str) -> str:
    shown = [plain(line) for line in lines(text.strip())]
    return "%0A".join(line.replace("%", "%25") for line in shown)


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _write(line: str) -> None:
    sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
