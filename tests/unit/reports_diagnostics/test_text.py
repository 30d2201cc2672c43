"""What people read: marks of what can be mended, one line a finding, and a closing word."""

from dataclasses import replace

import pytest

from jmap.diagnostics import Diagnostic, Edit, Fix
from jmap.reports.concise import concise
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.reports.text import text
from jmap.source import SourceFile, Span
from tests.tools.found import ARABIC_LETTER, MOOD, OWNERLESS, PIPED, RUN, UNCLOSED

PLAIN = Style()
PLAIN_FINDING = Diagnostic("a-name", "wrong", SourceFile("a", "x"), Span(0, 1))
FIX = Fix("mend it", (Edit(Span(0, 1), "y"),))


def test_all_that_is_known_of_a_finding_is_told() -> None:
    assert text(Run((OWNERLESS,), files=1), PLAIN).split("\n") == [
        "maps/home, 100% sure/a b.jmap:3:5: warning[touchpoint-without-owner] [*] "
        "nobody owns the touchpoint `web` [see](1) {0}",
        "   3 |     touchpoint  web",
        "     |     ^^^^^^^^^^^^^^^",
        "     (نقشه‌ها/خرید\\x0aتازه.jmap:2:9 as here)",
        "     (1:1 in it)",
        "     help: name a team: owner NAME",
        "     fix: write `x` and one space",
        "",
        "1 warning in 1 file",
        "[*] 1 can be mended: jmap check --fix",
        "",
    ]


def test_a_proposal_has_a_mark_of_its_own() -> None:
    told = text(Run((MOOD,)), PLAIN)

    assert "error[mood-out-of-range] [?] احساس ۹" in told
    assert "     fix: ۵ بنویسید\n" in told


def test_a_fix_is_not_told_twice() -> None:
    told = text(Run((ARABIC_LETTER,)), PLAIN)

    assert "     help: «ی» بنویسید\n" in told
    assert "fix:" not in told


@pytest.mark.parametrize(
    ("safe", "unsafe", "closing"),
    [
        (0, 0, ""),
        (3, 0, "[*] 3 can be mended: jmap check --fix\n"),
        (0, 2, "[?] 2 can be mended: jmap check --fix --unsafe-fixes\n"),
        (3, 2, "[*] 3 can be mended: jmap check --fix; [?] 2 more with --unsafe-fixes\n"),
    ],
)
def test_the_closing_line_tells_how_to_mend(safe: int, unsafe: int, closing: str) -> None:
    found = (
        PLAIN_FINDING,
        *(replace(PLAIN_FINDING, fix=FIX) for _ in range(safe)),
        *(replace(PLAIN_FINDING, fix=replace(FIX, safe=False)) for _ in range(unsafe)),
    )

    _, after = text(Run(found, files=1), PLAIN).split(" in 1 file\n")
    assert after == closing


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (
            Run((), files=2, hidden=1),
            "2 files checked, nothing new to say (1 finding held back by the baseline)\n",
        ),
        (
            Run((PLAIN_FINDING,), files=2, hidden=5),
            "1 error in 2 files (5 findings held back by the baseline)\n",
        ),
        (Run((), files=1), "1 file checked, nothing to say\n"),
    ],
)
def test_what_a_baseline_holds_back_is_told(run: Run, said: str) -> None:
    assert text(run, PLAIN).endswith(said)


def test_concise_is_a_line_a_finding() -> None:
    assert concise(Run((UNCLOSED, OWNERLESS, ARABIC_LETTER, PIPED)), PLAIN).split("\n") == [
        "maps/home, 100% sure/a b.jmap:1:23: error[unclosed-block] this block has no `}`",
        "maps/home, 100% sure/a b.jmap:3:5: warning[touchpoint-without-owner] "
        "nobody owns the touchpoint `web` [see](1) {0}",
        "نقشه‌ها/خرید\\x0aتازه.jmap:1:7: info[arabic-letter] «ي» حرف عربی است؛ در «خريد»",
        "<stdin>:1:1: error[missing-id] journey has no id",
        "",
    ]


def test_concise_hears_colour() -> None:
    assert "\x1b[1;31merror\x1b[0m[unclosed-block]" in concise(RUN, Style(colour=True))
