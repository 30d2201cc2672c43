"""Reading the files of a workspace, and all that they import."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jmap import limits
from jmap.diagnostics import Diagnostic
from jmap.files import FileRead, Unreadable, digest_of, impossible_name, read_bytes, too_large
from jmap.loading.imports import import_target, imports_of, named_path
from jmap.loading.parses import Parses
from jmap.paths import shown_path
from jmap.source import SourceFile, Span
from jmap.syntax.nodes import Parsed


@dataclass(slots=True)
class Reader:
    """Reads each file once, however often it is named or imported."""

    root: Path
    instead: Mapping[str, bytes] = field(default_factory=dict)
    closed: bool = False
    parses: Parses = field(default_factory=Parses)
    parsed: dict[Path, Parsed] = field(default_factory=dict)
    followed: dict[str, FileRead] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _digests: dict[Path, str] = field(default_factory=dict)
    _imports: dict[Path, list[Path]] = field(default_factory=dict)
    _bytes: int = 0

    def read(self, path: Path) -> None:
        """Reads a file that was asked for."""
        try:
            real = self.real(path)
            if real in self.parsed:
                self._follow(path, real)
                return
            content = self._content(path)
            self.check_size(content)
        except (Unreadable, ValueError) as error:
            refused = error if isinstance(error, Unreadable) else impossible_name()
            self._refuse(SourceFile(str(path), ""), Span(0, 0), refused)
            return
        self.add(real, shown_path(path), content)
        self._follow(path, real)

    def _content(self, path: Path) -> bytes:
        found = self.instead.get(shown_path(path)) if self.instead else None
        if found is None and self.closed:
            raise Unreadable("cannot-read", "there is no such file", "check its name")
        return read_bytes(path) if found is None else found

    def _follow(self, path: Path, real: Path) -> None:
        absolute = os.path.abspath(path)
        self.followed[absolute] = FileRead(absolute, str(real), self._digests[real])

    def add(self, real: Path, shown: str, content: bytes) -> None:
        """Parses the content of a file."""
        digest = self._digests[real] = digest_of(content)
        read = self.parses.read(shown, content, digest)
        self.diagnostics += read.refused
        self.parsed[real] = read.parsed

    def follow_imports(self) -> None:
        """Reads everything the files import, and what that imports. Circles are harmless."""
        waiting = list(self.parsed)
        while waiting:
            importing = waiting.pop(0)
            before = len(self.parsed)
            self._imports[importing] = list(self._imported(importing))
            waiting += list(self.parsed)[before:]

    def visible(self) -> dict[SourceFile, frozenset[SourceFile]]:
        """From which files each file sees declarations: itself, and all it imports."""
        return {
            parsed.source: frozenset(self.parsed[file].source for file in self._reached(path))
            for path, parsed in self.parsed.items()
        }

    def _reached(self, start: Path) -> set[Path]:
        reached, waiting = {start}, [start]
        while waiting:
            for file in self._imports.get(waiting.pop(), ()):
                if file not in reached:
                    reached.add(file)
                    waiting.append(file)
        return reached

    def _imported(self, importing: Path) -> Iterator[Path]:
        parsed = self.parsed[importing]
        for one in imports_of(parsed):
            try:
                yield self._import(importing, one.name)
            except Unreadable as error:
                self._refuse(parsed.source, one.span, error)

    def _import(self, importing: Path, name: str) -> Path:
        named = named_path(importing.parent, self.root, name)
        target = import_target(named, self.root, self.real)
        if target not in self.parsed:
            if len(self.parsed) >= limits.FILES:
                raise Unreadable("too-many-files", f"a workspace has at most {limits.FILES} files")
            content = self._content(target)
            self.check_size(content)
            self.add(target, shown_path(target), content)
        self._follow(named, target)
        return target

    def real(self, path: Path) -> Path:
        """Where a path leads; where no other files are, nothing on the disk leads elsewhere."""
        return Path(os.path.abspath(path) if self.closed else os.path.realpath(path))

    def check_size(self, content: bytes) -> None:
        """Counts the bytes of the workspace. Raises ``Unreadable`` past a limit."""
        if len(content) > limits.FILE_BYTES:
            raise too_large(len(content))
        self._bytes += len(content)
        if self._bytes > limits.WORKSPACE_BYTES:
            raise Unreadable(
                "workspace-too-large", f"a workspace has at most {limits.WORKSPACE_BYTES:,} bytes"
            )

    def _refuse(self, source: SourceFile, span: Span, error: Unreadable) -> None:
        self.diagnostics.append(Diagnostic(error.name, str(error), source, span, help=error.hint))
