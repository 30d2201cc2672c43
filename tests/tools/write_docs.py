"""Writes what is generated: the parser's tables, the compiled catalogues of phrases, the language
reference, the pages of rules, the pictures.

``make docs`` runs it; a test compares what it makes with what is there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jmap.reports.reference import reference
from jmap.reports.rule_index import rules_page
from jmap.reports.rule_page import rule_page
from jmap.reports.weights.page import weights_page
from jmap.rules.catalogue import PACK, catalogue
from jmap.syntax.tables import FILE, computed_tables, kept_tables
from tests.tools.catalogues import compiled
from tests.tools.doc_pictures import doc_pictures

ROOT = Path(__file__).resolve().parents[2]
GENERATED = "<!-- Generated from the rules by `make docs`; edits here are overwritten. -->\n"


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
    for made in compiled():
        yield Page(made.path, made.content)
    yield Page(ROOT / "docs/reference.md", reference().encode())
    rules = [rule for rule in catalogue().rules.values() if rule.__module__.startswith(PACK)]
    yield Page(ROOT / "docs/rules/README.md", f"{GENERATED}\n{rules_page(rules)}".encode())
    for rule in rules:
        path = ROOT / f"docs/rules/{rule.name}.md"
        yield Page(path, f"{GENERATED}\n{rule_page(rule)}".encode())
    weights = f"{GENERATED.replace('the rules', 'the weighers')}\n{weights_page()}"
    yield Page(ROOT / "docs/weights.md", weights.encode())
    for picture in doc_pictures():
        yield Page(picture.path, picture.content)


def main() -> None:
    """Writes every page that is not current, and takes away pages of rules that are no more."""
    made = list(pages())
    for path in set(ROOT.glob("docs/rules/*.md")) - {page.path for page in made}:
        path.unlink()
    for page in made:
        page.path.parent.mkdir(parents=True, exist_ok=True)
        if not page.path.exists() or page.path.read_bytes() != page.content:
            page.path.write_bytes(page.content)
            print(page.path.relative_to(ROOT))


if __name__ == "__main__":
    main()
