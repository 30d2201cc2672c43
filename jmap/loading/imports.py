"""What a file imports, and where an import leads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jmap.files import Unreadable
from jmap.model.text import BadEscape, unquote
from jmap.paths import SUFFIX, shown_path
from jmap.source import Span
from jmap.syntax.nodes import Node, Parsed, Value, span_of
from jmap.syntax.words import words


@dataclass(frozen=True, slots=True)
class Import:
    """A path as a file names it, and where."""

    name: str
    span: Span


def imports_of(parsed: Parsed) -> Iterator[Import]:
    """The imports of a file, in order; without those that name nothing."""
    for node in parsed.nodes:
        token = _import_path(node)
        if token is None:
            continue
        try:
            name = unquote(token)
        except BadEscape:
            continue
        if name.strip():
            yield Import(name, span_of(token))


def _import_path(node: Node) -> Value | None:
    if not node.values or node.values[0].type not in ("STRING", "TEXT"):
        return None
    name = words().canonical("statements", node.keyword)
    # A slip in the word `import` should not make every imported id unknown as well.
    slip = node.values[0][1:-1].endswith(SUFFIX) and not words().language_of("statements", name)
    return node.values[0] if name == "import" or slip else None


def named_path(folder: Path, root: Path, name: str) -> Path:
    """The path that an import in a folder names. Raises ``Unreadable`` for what is no path."""
    if "\\" in name or ":" in name or name.startswith("~") or "\x00" in name:
        raise Unreadable(
            "not-a-workspace-path",
            "an import is a path inside the workspace",
            'write it with slashes, relative to this file: "shared/teams.jmap"',
        )
    base = root if name.startswith("/") else folder
    return base / name.lstrip("/")


def import_target(named: Path, root: Path, real: Callable[[Path], Path]) -> Path:
    """The file that an import leads to; ``real`` follows links, where there are any. Raises
    ``Unreadable`` for one that no import may lead to.
    """
    target = real(named)
    if not target.is_relative_to(real(root)):
        # The same answer whether the file exists or not: an import cannot be used to look around.
        raise Unreadable(
            "outside-the-workspace",
            "this import leads outside the workspace",
            f"the workspace is {shown_path(root)}; an empty jmap.toml in a folder above widens it",
        )
    if target.suffix != SUFFIX:
        raise Unreadable("not-a-journey-file", f"an import names a {SUFFIX} file", "check the name")
    return target
