"""``jmap check --fix`` and ``--diff``: fixes applied to files, or shown as what would change."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jmap.cli.changes import changes
from jmap.cli.checking import PIPED, Asked, Checked, checked
from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import STDIN, read_stdin
from jmap.diagnostics import Diagnostic
from jmap.files import Unreadable, Unwritable, digest_of, read_bytes, write_file
from jmap.rules.fixing import Mended, fixable, mend
from jmap.views.sentences import several

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Repair:
    """A check of files that were mended."""

    checked: Checked
    notes: str
    done: bool
    """Whether every file that was to be written was."""


def mended(asked: Asked, *, unsafe: bool) -> Repair:
    """Mends what can be mended, and writes it."""
    run = _Run(asked)
    locked = dict(_locked(run.last.diagnostics, unsafe=unsafe))
    result = run.mend(locked, unsafe=unsafe)
    faults = [*locked.values(), *run.write(result.texts)]
    notes = [*_told(result, f"{several(result.count, 'finding')} mended"), *faults]
    return Repair(run.last, "\n".join(notes), not faults)


def proposed(asked: Asked, *, unsafe: bool) -> Outcome:
    """What mending would change, as a diff for ``git apply -p0`` or ``patch -p0``."""
    run = _Run(asked)
    result = run.mend({}, unsafe=unsafe)
    told = "".join(
        changes(path, run.whole(path, run.before[path]), run.whole(path, text))
        for path, text in sorted(result.texts.items())
    )
    status = FINDINGS if told else FINE
    notes = "\n".join(_told(result, f"{several(result.count, 'finding')} would be mended"))
    return Outcome(status if run.last.done else FAILED, told.encode("utf-8", "replace"), notes)


class _Run:
    """Checks of the same paths, each with the contents that the one before has led to."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        # Standard input can be read but once.
        self.piped = {PIPED: read_stdin()} if STDIN in asked.paths else {}
        self.last = checked(asked, self.piped)
        self.before = {item.path: item.source.text for item in self.last.diagnostics}
        self.digests = {file.path: file.digest for file in self.last.read}

    def mend(self, locked: Iterable[str], *, unsafe: bool) -> Mended:
        result = mend(self.last.diagnostics, self.again, unsafe=unsafe, locked=locked)
        # The last trial may have been one that was not taken.
        if result.texts:
            self.last = self._checked(result.texts)
        return result

    def again(self, texts: dict[str, str]) -> Sequence[Diagnostic]:
        return self._checked(texts).diagnostics

    def write(self, texts: Mapping[str, str]) -> Iterable[str]:
        """Writes files, unless they are others by now; says why one could not be written."""
        for path, text in texts.items():
            try:
                content = read_bytes(Path(path))
                if digest_of(content) != self.digests.get(os.path.abspath(path)):
                    raise Unwritable(f"{path} was changed meanwhile: run it again")
                mark = _MARK if content.startswith(_MARK) else b""
                write_file(Path(path), mark + text.encode())
            except (Unreadable, Unwritable) as error:
                yield f"not mended: {error}"

    def whole(self, path: str, text: str) -> str:
        """A text of a file with the mark that the file begins with."""
        content = self.piped[PIPED] if path == PIPED else read_bytes(Path(path))
        return "\ufeff" + text if content.startswith(_MARK) else text

    def _checked(self, texts: Mapping[str, str]) -> Checked:
        contents = {path: text.encode("utf-8", "surrogatepass") for path, text in texts.items()}
        return checked(self.asked, {**self.piped, **contents})


def _locked(found: Iterable[Diagnostic], *, unsafe: bool) -> Iterable[tuple[str, str]]:
    """Files that have something to mend and cannot be written, each with the reason."""
    for path in sorted({item.path for item in found if fixable(item, unsafe=unsafe)}):
        if Path(path).is_symlink():
            yield path, f"not mended: {path} is a symbolic link: name the file itself"
        elif not Path(path).stat().st_mode & 0o222:
            yield path, f"not mended: {path} is read-only"


def _told(result: Mended, done: str) -> Iterable[str]:
    if result.texts:
        yield f"{done} in {several(len(result.texts), 'file')}"
    if result.refused:
        yield (
            "some were not mended, because that would bring in other findings: "
            f"{', '.join(result.refused)}"
        )
    if result.restless:
        yield f"mending does not come to rest: {', '.join(result.restless)}"
