"""Paths to a workspace: the one pipeline that every command, the library and the tests use."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from jmap.diagnostics import Diagnostic, Severity, in_order
from jmap.files import Unreadable
from jmap.garbage import uncollected
from jmap.loading.loaded import Loaded
from jmap.loading.parses import Parses
from jmap.loading.reader import Reader
from jmap.model.workspace import Document, Workspace
from jmap.paths import Group, grouped, root_of, shown_path
from jmap.resolve.workspace import resolve
from jmap.source import SourceFile

__all__ = ["Loaded", "Parses", "load", "load_bytes", "load_each", "load_group", "load_text"]


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
    reader = Reader(root_of(Path.cwd(), Path.cwd()))
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
    parses: Parses | None = None,
) -> Loaded:
    """Reads some files of one workspace, with everything they import.

    ``instead`` holds the content of some files, by the path they are shown by, in place of what
    lies on the disk; where that is ``closed``, there are no other files. ``parses`` remembers what
    contents came to from one call to the next.
    """
    with uncollected():
        reader = Reader(group.root, instead or {}, closed, parses or Parses())
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


def _resolved(reader: Reader, asked: int, root: type[Workspace]) -> Loaded:
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


def _causes(reader: Reader, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
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
