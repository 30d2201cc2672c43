"""Paths to a workspace: the one pipeline that every command, the library and the tests use."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from jmap import limits
from jmap.diagnostics import Diagnostic, Severity, has_errors, in_order
from jmap.encoding import decode
from jmap.files import (
    FileRead,
    Unreadable,
    digest_of,
    impossible_name,
    read_bytes,
    too_large,
)
from jmap.garbage import uncollected
from jmap.model.journey import Journey
from jmap.model.text import BadEscape, unquote
from jmap.model.workspace import Document, Workspace
from jmap.paths import SUFFIX, Group, grouped, root_of, shown_path
from jmap.resolve.origins import Origins
from jmap.resolve.workspace import resolve
from jmap.source import SourceFile, Span
from jmap.syntax.nodes import Node, Parsed, Value, span_of
from jmap.syntax.parser import parse
from jmap.syntax.words import words


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a set of files says, as far as it could be read, and what is wrong with it."""

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...] = ()
    origins: Origins = field(default_factory=Origins, repr=False)
    parsed: tuple[Parsed, ...] = field(default=(), repr=False)
    """Every file that was read, those that were asked for first."""
    read: tuple[FileRead, ...] = field(default=(), repr=False)
    """What was read on the way: one entry for each path that was named or imported."""
    complete: bool = True
    """Whether every file that was asked for or imported could be read."""
    asked: int = 0
    """How many of the files were asked for; the others were imported."""
    root: Path | None = None
    """The folder of the workspace."""
    unsound: frozenset[SourceFile] = field(default=frozenset(), repr=False)
    """The files that have an error, or import one that has."""

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """The texts of the files that were read."""
        return tuple(parsed.source for parsed in self.parsed)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not has_errors(self.diagnostics)

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys of the workspace, in the order of the files."""
        return self.workspace.journeys


def load(*paths: str | Path, root: type[Workspace] = Document) -> Loaded:
    """Reads one workspace: files, and all journey files of directories, with everything they
    import.

    Nothing that a user wrote raises. A path that is not there is a diagnostic as well, and so is a
    second workspace among the paths: see ``load_each``.
    """
    groups = grouped(paths)
    if len(groups) < 2:
        return load_group(groups[0] if groups else Group(Path.cwd(), []), root)
    first = load_group(groups[0], root)
    return replace(first, diagnostics=(*first.diagnostics, *_several(groups)))


def load_each(
    *paths: str | Path,
    root: type[Workspace] = Document,
    instead: Mapping[str, bytes] | None = None,
) -> Iterator[Loaded]:
    """Reads every workspace that the paths reach into, one after the other.

    A folder that holds a ``jmap.toml`` is one of its own. ``instead`` is as for ``load_group``.
    """
    for group in grouped(paths):
        yield load_group(group, root, instead)


def load_text(text: str, path: str = "<text>", root: type[Workspace] = Document) -> Loaded:
    """Reads one text that lies in no file. It can import files of the workspace around the working
    directory.
    """
    return load_bytes(text.encode("utf-8", "surrogatepass"), path, root)


def load_bytes(content: bytes, path: str = "<text>", root: type[Workspace] = Document) -> Loaded:
    """Reads the content of a file that lies nowhere, such as standard input."""
    reader = _Reader(root_of(Path.cwd(), Path.cwd()))
    try:
        reader.check_size(content)
    except Unreadable as error:
        found = Diagnostic(error.name, str(error), SourceFile(path, ""), help=error.hint)
        return Loaded(root.built({}), (found,))
    reader.add(Path.cwd() / "<text>", path, content)
    reader.follow_imports()
    return _resolved(reader, 1, root)


def load_group(
    group: Group,
    root: type[Workspace] = Document,
    instead: Mapping[str, bytes] | None = None,
    *,
    closed: bool = False,
) -> Loaded:
    """Reads some files of one workspace, with everything they import.

    ``instead`` holds the content of some files, by the path they are shown by, in place of what
    lies on the disk; where that is ``closed``, there are no other files.
    """
    with uncollected():
        reader = _Reader(group.root, instead or {}, closed)
        for file in group.files:
            reader.read(file)
        asked = len(reader.parsed)
        reader.follow_imports()
        return _resolved(reader, asked, root)


def _several(groups: list[Group]) -> Iterator[Diagnostic]:
    for group in groups[1:]:
        yield Diagnostic(
            "several-workspaces",
            f"this belongs to another workspace than {shown_path(groups[0].root)}",
            SourceFile(shown_path(group.files[0]), ""),
            help="load one workspace at a time",
        )


def _resolved(reader: "_Reader", asked: int, root: type[Workspace]) -> Loaded:
    files = list(reader.parsed.values())
    visible = reader.visible()
    resolved = resolve(files, visible, root)
    found = [*reader.diagnostics, *_causes(reader, resolved.diagnostics)]
    for parsed in files:
        found += parsed.diagnostics
    return Loaded(
        resolved.workspace,
        in_order(found),
        resolved.origins,
        tuple(files),
        tuple(reader.followed.values()),
        not reader.diagnostics,
        asked,
        reader.root,
        _unsound(found, visible),
    )


def _unsound(
    found: Iterable[Diagnostic], visible: Mapping[SourceFile, frozenset[SourceFile]]
) -> frozenset[SourceFile]:
    wrong = {item.source for item in found if item.severity is Severity.ERROR}
    if not wrong:
        return frozenset()
    return frozenset(source for source, seen in visible.items() if not seen.isdisjoint(wrong))


def _causes(reader: "_Reader", found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that are no mere consequence of another one.

    What is said of a line that could not be read, and of ids in a file of which an import could
    not be, would only hide the cause.
    """
    unread = {
        (item.source, item.position.line)
        for parsed in reader.parsed.values()
        for item in parsed.diagnostics
        if item.name != "missing-brace"
    }
    blind = {item.source for item in reader.diagnostics}
    for item in found:
        if unread and (item.source, item.position.line) in unread:
            continue
        if item.name != "unknown-reference" or item.source not in blind:
            yield item


@dataclass(slots=True)
class _Reader:
    """Reads each file once, however often it is named or imported."""

    root: Path
    instead: Mapping[str, bytes] = field(default_factory=dict)
    closed: bool = False
    parsed: dict[Path, Parsed] = field(default_factory=dict)
    followed: dict[str, FileRead] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _digests: dict[Path, str] = field(default_factory=dict)
    _imports: dict[Path, list[Path]] = field(default_factory=dict)
    _bytes: int = 0

    def read(self, path: Path) -> None:
        """Reads a file that was asked for."""
        try:
            real = Path(os.path.realpath(path))
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
        self._digests[real] = digest_of(content)
        decoded = decode(shown, content)
        self.diagnostics += decoded.diagnostics
        self.parsed[real] = parse(decoded.source)

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
        for node in parsed.nodes:
            token = _import_path(node)
            if token is None:
                continue
            try:
                name = unquote(token)
            except BadEscape:
                continue
            if not name.strip():
                continue
            try:
                yield self._import(importing, name)
            except Unreadable as error:
                self._refuse(parsed.source, span_of(token), error)

    def _import(self, importing: Path, name: str) -> Path:
        named = _named_path(importing.parent, self.root, name)
        target = _import_target(named, self.root)
        if target not in self.parsed:
            if len(self.parsed) >= limits.FILES:
                raise Unreadable("too-many-files", f"a workspace has at most {limits.FILES} files")
            content = self._content(target)
            self.check_size(content)
            self.add(target, shown_path(target), content)
        self._follow(named, target)
        return target

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


def _import_path(node: Node) -> Value | None:
    if not node.values or node.values[0].type not in ("STRING", "TEXT"):
        return None
    name = words().canonical("statements", node.keyword)
    # A slip in the word `import` should not make every imported id unknown as well.
    slip = node.values[0][1:-1].endswith(SUFFIX) and not words().language_of("statements", name)
    return node.values[0] if name == "import" or slip else None


def _named_path(folder: Path, root: Path, name: str) -> Path:
    if "\\" in name or ":" in name or name.startswith("~") or "\x00" in name:
        raise Unreadable(
            "not-a-workspace-path",
            "an import is a path inside the workspace",
            'write it with slashes, relative to this file: "shared/teams.jmap"',
        )
    base = root if name.startswith("/") else folder
    return base / name.lstrip("/")


def _import_target(named: Path, root: Path) -> Path:
    target = Path(os.path.realpath(named))
    if not target.is_relative_to(Path(os.path.realpath(root))):
        # The same answer whether the file exists or not: an import cannot be used to look around.
        raise Unreadable(
            "outside-the-workspace",
            "this import leads outside the workspace",
            f"the workspace is {shown_path(root)}; an empty jmap.toml in a folder above widens it",
        )
    if target.suffix != SUFFIX:
        raise Unreadable("not-a-journey-file", f"an import names a {SUFFIX} file", "check the name")
    return target
