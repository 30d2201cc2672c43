"""Writes what is generated: the parser's tables, the compiled catalogues of phrases, the language
reference, the pictures.

``make docs`` runs it; a test compares what it makes with what is there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jmap.reports.reference import reference
from jmap.syntax.tables import FILE, computed_tables, kept_tables
from tests.tools.catalogues import compiled
from tests.tools.doc_pictures import doc_pictures

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Page:
    """A generated file."""

    path: Path
    content: bytes


def pages() -> Iterator[Page]:
    """Every generated file, as it should be."""
    tables = ROOT / "grammar" / FILE
    kept = kept_tables() is not None
    yield Page(tables, tables.read_bytes() if kept else computed_tables().encode())
    for catalogue in compiled():
        yield Page(catalogue.path, catalogue.content)
    yield Page(ROOT / "docs/reference.md", reference().encode())
    for picture in doc_pictures():
        yield Page(picture.path, picture.content)


def main() -> None:
    """Writes every page that is not current."""
    for page in pages():
        page.path.parent.mkdir(parents=True, exist_ok=True)
        if not page.path.exists() or page.path.read_bytes() != page.content:
            page.path.write_bytes(page.content)
            print(page.path.relative_to(ROOT))


if __name__ == "__main__":
    main()
