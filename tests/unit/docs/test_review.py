"""What the pages on reviewing quote is what jmap says."""

from pathlib import Path

import pytest

from jmap.reports.changes.markdown import markdown
from tests.unit.overlay.pairs import golden_pair

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGES = {"en": "review.md", "fa": "review.fa.md"}


@pytest.mark.parametrize("language", PAGES)
def test_the_quoted_comment_is_part_of_the_real_one(language: str) -> None:
    page = (DOCS / PAGES[language]).read_text("utf-8")
    said = markdown([golden_pair(language)]).splitlines()
    quoted = [line[1:].strip() for line in page.split("\n") if line.startswith(">")]

    assert len(quoted) > 10
    assert [line for line in quoted if line not in said] == []


@pytest.mark.parametrize(("language", "other"), [("en", "fa"), ("fa", "en")])
def test_each_page_leads_to_the_other_at_its_top(language: str, other: str) -> None:
    top = (DOCS / PAGES[language]).read_text("utf-8").split("\n")[:6]

    assert any(f"({PAGES[other]})" in line for line in top)


def test_the_persian_page_is_read_from_the_right_but_for_its_code() -> None:
    page = (DOCS / PAGES["fa"]).read_text("utf-8")

    assert page.startswith('<div dir="rtl">\n\n')
    assert page.count('<div dir="rtl">') == page.count("</div>")
    assert "</div>\n\n```text\n" in page
