"""One change of a file as git itself would write it: a patch that `git apply` takes."""

import os
import re
from dataclasses import dataclass

from jmap.git.failure import GitFailed
from jmap.git.running import ask

_DIFFERENT = 1
"""The exit status of git where two files differ."""
_NO_MODE = "."
_HUNKS = re.compile(rb"^(?:@@ |GIT binary patch\n|Binary files )", re.MULTILINE)
_IDS = re.compile(rb"^index ([0-9a-f]+)\.\.([0-9a-f]+)", re.MULTILINE)
_UNSAFE = re.compile(r'[\x00-\x1f"\\\x7f]')
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True, slots=True)
class Handed:
    """What git hands to the program that shows the change of a file."""

    path: str
    old: str
    """A file with the content before; the null device where there was none."""
    old_mode: str
    new: str
    new_mode: str
    new_path: str
    told: str = ""
    """What git says of a file with a new name or a copy, in lines of a patch."""


def patch(handed: Handed) -> bytes:
    """The patch, with the names that the repository knows. Raises ``GitFailed``."""
    answer = ask(
        os.getcwd(),
        "diff",
        "--no-index",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--binary",
        "--full-index",
        "--",
        *(os.path.abspath(path) for path in (handed.old, handed.new)),
    )
    if answer.status not in (0, _DIFFERENT):
        raise GitFailed(answer.complaint.strip() or "git could not compare the two files")
    return _Patch(handed, answer.output).whole()


@dataclass(frozen=True, slots=True)
class _Patch:
    handed: Handed
    output: bytes
    """What git says of the two files, under whatever names they lie."""

    def whole(self) -> bytes:
        names = self._names()
        head = [f"diff --git {names[0]} {names[1]}", *self._modes(), *self._told()]
        start = _HUNKS.search(self.output)
        if start is None:
            return _encoded([*head, *self._ids()])
        text = self.output[start.start() :]
        head += self._ids()
        if text.startswith(b"@@"):
            came, went = self.handed.old_mode == _NO_MODE, self.handed.new_mode == _NO_MODE
            head.append(f"--- {'/dev/null' if came else _ended(names[0])}")
            head.append(f"+++ {'/dev/null' if went else _ended(names[1])}")
        return _encoded(head) + text

    def _names(self) -> tuple[str, str]:
        bare = ask(os.getcwd(), "config", "--type=bool", "--get", "diff.noprefix")
        before, after = ("", "") if bare.output.strip() == b"true" else ("a/", "b/")
        return _quoted(before + self.handed.path), _quoted(after + self.handed.new_path)

    def _modes(self) -> list[str]:
        old, new = self.handed.old_mode, self.handed.new_mode
        if old == _NO_MODE:
            return [f"new file mode {new}"]
        if new == _NO_MODE:
            return [f"deleted file mode {old}"]
        return [] if old == new else [f"old mode {old}", f"new mode {new}"]

    def _told(self) -> list[str]:
        lines = (line for line in self.handed.told.split("\n") if line)
        return [line for line in lines if not line.startswith("index ")]

    def _ids(self) -> list[str]:
        found = _IDS.search(self.output)
        if found is None:
            return []
        old, new = self.handed.old_mode, self.handed.new_mode
        ids = b"..".join(found.groups()).decode("ascii")
        return [f"index {ids}" + (f" {old}" if old == new else "")]


def _quoted(name: str) -> str:
    """A name as patches write it: in quotes where a line would not hold it."""
    if _UNSAFE.search(name) is None:
        return name
    return '"' + _UNSAFE.sub(_escaped, name) + '"'


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return _SHORT.get(sign) or f"\\{ord(sign):03o}"


def _ended(name: str) -> str:
    """A name at the end of a line; one with a blank needs a tab behind it to end there."""
    return name + "\t" if " " in name and not name.startswith('"') else name


def _encoded(lines: list[str]) -> bytes:
    return "".join(line + "\n" for line in lines).encode("utf-8", "surrogateescape")
