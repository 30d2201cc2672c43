"""What docs/history.md shows is what comes out."""

from pathlib import Path

from tests.unit.git.made import Made
from tests.unit.history.dated import documented
from tests.unit.history.test_command import history

PAGE = Path(__file__).parents[3] / "docs/history.md"


def test_the_table_of_the_page(maps: Made) -> None:
    documented(maps)
    assert f"$ jmap history\n{history(maps.folder).out}```" in PAGE.read_text(encoding="utf-8")
