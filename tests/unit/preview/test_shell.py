"""The page around a map: what stands in it, whatever is in the files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import html5lib
import pytest

from jmap.diagnostics import Diagnostic, Severity
from jmap.preview.board import Stand
from jmap.preview.outcome import Outcome, look
from jmap.preview.shell import Shell, policy
from jmap.source import SourceFile
from tests.unit.preview.running import MAP

HOSTILE = "</title></style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def shell(outcome: Outcome, key: str = "") -> str:
    page = Shell(Stand(outcome), "/t/word/", key).page().decode()
    strict = html5lib.HTMLParser(strict=True)
    strict.parse(page)
    return page


def looked(folder: Path, text: str, before: Outcome | None = None) -> Outcome:
    (folder / "a.jmap").write_text(text, encoding="utf-8")
    return look((str(folder),), before)


def test_one_journey_is_shown_at_once(folder: Path) -> None:
    page = shell(looked(folder, MAP))

    assert '<iframe src="/t/word/page/a" title="Getting a refund">' in page
    assert "<title>Getting a refund</title>" in page
    assert '<div id="said" role="alert">\n</div>' in page


def test_several_journeys_are_listed(folder: Path) -> None:
    page = shell(looked(folder, MAP + MAP.replace("journey a", "journey b")))

    assert "<iframe" not in page
    assert 'href="/t/word/map/a"' in page
    assert 'src="/t/word/picture/b"' in page


def test_a_persian_key_is_written_for_an_address(folder: Path) -> None:
    page = shell(looked(folder, 'سفر یخچال "تعمیر" {\n  مرحله ب "خرید"\n}\n'))

    assert '<html lang="fa" dir="rtl"' in page
    assert 'src="/t/word/page/%DB%8C%D8%AE%DA%86%D8%A7%D9%84"' in page
    assert ">زنده<" in page


def test_errors_stand_above_the_last_good_map(folder: Path) -> None:
    good = looked(folder, MAP)
    page = shell(looked(folder, MAP.replace("stage ask", "stagge ask"), good))

    assert page.index(">1 error<") < page.index("<iframe")
    assert 'a.jmap:2:3</bdi>:</b> <span class="error">error[unknown-word]</span>' in page
    assert "<mark>stagge</mark>" in page
    assert '<span class="error">^^^^^^</span>' in page
    assert "last good state" in page


IMPOSSIBLE = MAP + (
    "metric csat {\n  kind csat\n  scale 1..5\n}\n"
    "journey b {\n  measure csat {\n    current 140%\n  }\n}\n"
)


def test_what_a_rule_finds_takes_no_map_away(folder: Path) -> None:
    """A map that says what cannot be true is still the map of the present files."""
    (folder / "a.jmap").write_text(IMPOSSIBLE, encoding="utf-8")
    outcome = look((str(folder),), Outcome(today=date(2026, 11, 22)))
    page = shell(outcome, "a")

    assert outcome.good
    assert "error[impossible-value]" in page
    assert "last good state" not in page
    assert look((str(folder),)).diagnostics == (), "without a day no rule runs"


def test_errors_alone_where_no_map_was_good(folder: Path) -> None:
    page = shell(looked(folder, MAP.replace("stage ask", "stagge ask")))

    assert ">1 error<" in page
    assert "<iframe" not in page
    assert "Nothing can be shown" in page


def test_a_persian_line_has_its_carets_below_the_word(folder: Path) -> None:
    page = shell(looked(folder, 'سفر الف "الف" {\n  مرحلهه ب "خرید"\n}\n'))

    assert '<mark class="mixed" data-carets="^^^^^^">مرحلهه</mark>' in page
    assert ">یک خطا<" in page


def test_many_errors_are_counted_in_the_digits_of_the_map(folder: Path) -> None:
    wrong = "".join(f'  مرحلهه م{number} "خرید"\n' for number in range(25))
    page = shell(looked(folder, f'سفر الف "الف" {{\n{wrong}}}\n'))

    assert ">۲۵ خطا<" in page
    assert page.count("<mark") == 20
    assert "و ۵ مورد دیگر" in page


def test_warnings_wait_behind_a_button(folder: Path) -> None:
    outcome = looked(folder, MAP)
    source = SourceFile("a.jmap", MAP)
    warning = Diagnostic("odd", "odd", source, severity=Severity.WARNING)
    (part,) = outcome.parts
    page = shell(Outcome((replace(part, diagnostics=(warning,)),)))

    assert "<summary>1 warning</summary>" in page
    assert "warning[odd]" in page
    assert '<div id="said" role="alert">\n</div>' in page
    assert "<iframe" in page


def test_a_folder_without_journeys_says_so(tmp_path: Path) -> None:
    page = shell(look((str(tmp_path),)))

    assert "There is no journey in these files yet" in page
    assert "<title>Preview</title>" in page


def test_a_fault_of_jmap_is_told(folder: Path) -> None:
    parts = looked(folder, MAP).parts
    page = shell(Outcome(parts, f"ValueError: {HOSTILE}"))

    assert "This is a fault of jmap" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("text", [
    f"journey a {HOSTILE!r}", f"{HOSTILE} {{", f'journey a "A" {{ stagge "{HOSTILE}" }}',
])  # fmt: skip
def test_hostile_text_stays_text(folder: Path, text: str) -> None:
    page = shell(looked(folder, text))

    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_hostile_title_stays_text(folder: Path) -> None:
    title = HOSTILE.replace('"', '\\"')
    outcome = looked(folder, MAP.replace("Getting a refund", title))
    page = shell(outcome)

    assert outcome.good
    assert "<script>alert" not in page
    assert "&lt;/title&gt;" in page


def test_the_policy_allows_one_script_and_one_style() -> None:
    assert policy().count("'sha256-") == 2
    assert "unsafe" not in policy()
    assert "frame-ancestors 'none'" in policy()
