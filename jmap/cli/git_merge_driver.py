"""``jmap git-merge-driver``: how git merges journey files, once ``jmap git install`` told it to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.terminal import note
from jmap.encoding import decode
from jmap.files import Unreadable, Unwritable, read_bytes, write_file
from jmap.git.failure import GitFailed
from jmap.merge import Conflict, Labels, merged
from jmap.merge.conflict import SIZE
from jmap.merge.merged import Unmergeable
from jmap.merge.plain import merged_lines
from jmap.reports.visible import visible
from jmap.views.sentences import several

_MARK = b"\xef\xbb\xbf"
_TOLD = 20
"""How many conflicts are told one by one."""
_LABEL = 60
"""Longest name of a side in a mark."""


@click.command("git-merge-driver", short_help="Merge journey files for git.")
@click.argument("base", type=click.Path(path_type=str))
@click.argument("ours", type=click.Path(path_type=str))
@click.argument("theirs", type=click.Path(path_type=str))
@click.argument("size", type=click.IntRange(1, 1000), default=SIZE)
@click.argument("path", default="")
@click.argument("names", nargs=-1)
def command(base: str, ours: str, theirs: str, size: int, path: str, names: tuple[str, ...]) -> int:
    """Merge two files that were made of a third by what they say; git calls it so:
    `jmap git-merge-driver -- %O %A %B %L %P %S %X %Y`.

    The result replaces OURS. What both sides have changed in different ways is marked in comments;
    a file that cannot be read as a map is merged line by line, as git does it. Exit status: 0
    merged, 1 there are conflicts, 2 OURS is as it was.
    """
    files = _Files(base, ours, theirs, visible(path or ours), _labels(size, names))
    try:
        return files.merge()
    except (Unreadable, Unwritable, GitFailed) as error:
        note(f"jmap: {files.name}: not merged, ours is left as it was: {visible(str(error))}")
        return FAILED


@dataclass(frozen=True, slots=True)
class _Files:
    """The three files, and what they are called."""

    base: str
    ours: str
    theirs: str
    name: str
    labels: Labels

    def merge(self) -> int:
        """Writes the merge in place of ours. Raises what reading and writing raise."""
        try:
            contents = [read_bytes(Path(path)) for path in (self.base, self.ours, self.theirs)]
            base, ours, theirs = (_text(content) for content in contents)
            result = merged(base, ours, theirs, self.labels)
        except (Unreadable, Unmergeable) as error:
            return self._by_lines(str(error))
        except Exception as fault:  # noqa: BLE001 - whatever it is, both sides must be kept
            return self._by_lines(f"this is a fault of jmap: {type(fault).__name__}: {fault}")
        mark = _MARK if _has_mark(contents) else b""
        write_file(Path(self.ours), mark + result.text.encode("utf-8"))
        self._tell(result.conflicts)
        return FINDINGS if result.conflicts else FINE

    def _by_lines(self, reason: str) -> int:
        note(f"jmap: {self.name}: merged line by line: {visible(reason)}")
        found = merged_lines(self.base, self.ours, self.theirs, self.labels)
        write_file(Path(self.ours), found.content)
        return FINDINGS if found.conflicts else FINE

    def _tell(self, conflicts: Sequence[Conflict]) -> None:
        if not conflicts:
            return
        note(f"jmap: {self.name}: {several(len(conflicts), 'conflict')}")
        for one in conflicts[:_TOLD]:
            note("  " + visible(f"{one.where}: {one.what}" if one.where else one.what))
        if len(conflicts) > _TOLD:
            note(f"  … and {len(conflicts) - _TOLD} more")


def _text(content: bytes) -> str:
    decoded = decode("", content)
    if decoded.diagnostics:
        raise Unmergeable(decoded.diagnostics[0].message)
    return decoded.source.text


def _has_mark(contents: Sequence[bytes]) -> bool:
    """Whether the file begins with a byte order mark: as the side says that has changed that."""
    base, ours, theirs = (content.startswith(_MARK) for content in contents)
    return theirs if ours == base else ours


def _labels(size: int, names: Sequence[str]) -> Labels:
    """The names of the sides; an older git passes its placeholders on as they are."""
    base, ours, theirs = [*(_label(name) for name in names), "", "", ""][:3]
    # Shorter marks than usual would not be found again.
    return Labels(ours or "ours", base or "base", theirs or "theirs", max(size, SIZE))


def _label(name: str) -> str:
    return "" if name.startswith("%") else visible(" ".join(name.split()))[:_LABEL]
