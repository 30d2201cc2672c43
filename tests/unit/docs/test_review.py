"""What docs/review.md quotes is what jmap says."""

from pathlib import Path

from jmap.reports.changes.markdown import markdown
from tests.unit.overlay.pairs import golden_pair

PAGE = Path(__file__).resolve().parents[3] / "docs/review.md"


def test_the_quoted_comment_is_part_of_the_real_one() -> None:
    page = PAGE.read_text("utf-8")
    said = markdown([golden_pair("en")]).splitlines()
    quoted = [line[1:].strip() for line in page.split("\n") if line.startswith(">")]

    assert len(quoted) > 10
    assert [line for line in quoted if line not in said] == []
