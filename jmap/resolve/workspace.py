"""Parsed files to one workspace: declare everything, read everything, then make variants whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jmap.diagnostics import Diagnostic
from jmap.model.workspace import Document, Workspace
from jmap.resolve import checks
from jmap.resolve.bind import Binder
from jmap.resolve.origins import Origins
from jmap.resolve.references import References
from jmap.resolve.report import Report
from jmap.resolve.symbols import Names, collect
from jmap.resolve.variants import Variants
from jmap.source import SourceFile
from jmap.syntax.fold import fold
from jmap.syntax.nodes import Parsed


@dataclass(frozen=True, slots=True)
class Resolved:
    """A workspace as far as it could be read, where its parts were written, and what is wrong."""

    workspace: Workspace
    origins: Origins
    diagnostics: tuple[Diagnostic, ...]


def resolve(
    files: Sequence[Parsed],
    visible: Mapping[SourceFile, frozenset[SourceFile]],
    root: type[Workspace] = Document,
) -> Resolved:
    """Reads parsed files against the statement classes under ``root``.

    ``visible`` says of each file from which files it sees declarations: itself and all it imports.
    """
    names = Names()
    for parsed in files:
        collect(parsed.source, parsed.nodes, root, names)
    origins = Origins()
    found = [*checks.equal_ids(names), *checks.renames(names), *checks.chains(names)]
    fields: dict[str, list[Any]] = {}
    for parsed in files:
        report = Report(parsed.source)
        references = References(names, visible[parsed.source], report)
        bound = Binder(references, report, origins, root).bind_all(parsed.nodes, root)
        for name, value in bound.items():
            fields.setdefault(name, []).append(value)
        found += report.found
    fields.pop("imports", None)
    whole = {name: _together(values) for name, values in fields.items()}
    variants = Variants(origins)
    whole["journeys"] = variants.whole(whole.get("journeys", ()))
    found += variants.found
    for journey in whole["journeys"]:
        found += checks.scores(journey, origins)
    kind = Workspace if root is Document else root
    return Resolved(kind.built(whole), origins, tuple(found))


def _together(values: list[Any]) -> Any:
    """What several files say in one field: all that may be said often, else what comes first."""
    if not isinstance(values[0], tuple):
        return values[0]
    kept: dict[Any, Any] = {}
    for item in (item for value in values for item in value):
        name = getattr(item, "id", None)
        kept.setdefault(fold(name) if name else len(kept), item)
    return tuple(kept.values())
