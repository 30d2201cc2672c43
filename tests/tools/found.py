"""Findings for the tests of reports: English and Persian, with fixes, second places and addresses,
in files whose names are hard to write.
"""

from jmap.diagnostics import Diagnostic, Edit, Fix, Label, Severity
from jmap.reports.run import Described, Run
from jmap.source import SourceFile, Span

ENGLISH = SourceFile(
    "maps/home, 100% sure/a b.jmap",
    'journey order "Order" {\n  stage look "Look" {\n    touchpoint  web\n    owner it\n  }\n}\n',
)
PERSIAN = SourceFile(
    "نقشه‌ها/خرید\nتازه.jmap",
    'سفر خريد "خرید اینترنت" {\r\n  مرحله نگاه "نگاه" { احساس ۹ }\r\n}\r\n',
)
STDIN = SourceFile("<stdin>", "journey\n")


def at(source: SourceFile, text: str) -> Span:
    """Where a text first stands in a file."""
    start = source.text.index(text)
    return Span(start, start + len(text))


OWNERLESS = Diagnostic(
    "touchpoint-without-owner",
    "nobody owns the touchpoint `web` [see](1) {0}",
    ENGLISH,
    at(ENGLISH, "touchpoint  web"),
    Severity.WARNING,
    help="name a team: owner NAME",
    labels=(Label(PERSIAN, at(PERSIAN, "نگاه"), "as here"), Label(ENGLISH, Span(0, 7), "in it")),
    address="order.look.web",
    fix=Fix(
        "write `x` and one space",
        (
            Edit(at(ENGLISH, "web"), "x"),
            Edit(Span(ENGLISH.text.index("  web"), ENGLISH.text.index("web")), " "),
        ),
    ),
)
ARABIC_LETTER = Diagnostic(
    "arabic-letter",
    "«ي» حرف عربی است؛ در «خريد»",
    PERSIAN,
    at(PERSIAN, "ي"),
    Severity.INFO,
    help="«ی» بنویسید",
    address="خرید",
    fix=Fix("«ی» بنویسید", (Edit(at(PERSIAN, "ي"), "ی"),)),
)
MOOD = Diagnostic(
    "mood-out-of-range",
    "احساس ۹ بیرون از ۱ تا ۵ است",
    PERSIAN,
    at(PERSIAN, "احساس ۹"),
    fix=Fix("۵ بنویسید", (Edit(at(PERSIAN, "۹"), "۵"),), safe=False),
    address="خرید.نگاه",
)
UNCLOSED = Diagnostic(
    "unclosed-block",
    "this block has no `}`",
    ENGLISH,
    Span(ENGLISH.text.index("{"), len(ENGLISH.text)),
    help="close it: }",
)
PIPED = Diagnostic("missing-id", "journey has no id", STDIN, Span(0, 7))

FOUND = (UNCLOSED, OWNERLESS, ARABIC_LETTER, MOOD, PIPED)

OWNER_RULE = Described(
    "touchpoint-without-owner",
    "A touchpoint that nobody owns.",
    "What nobody owns, nobody mends.\n\nName the team:\n\n```jmap\nowner support\n```",
    Severity.WARNING,
    ("governance", "owners"),
)
LETTER_RULE = Described(
    "arabic-letter",
    "An Arabic letter in Persian text.",
    "## Why\n\nIt is found by no search for the Persian word.",
    Severity.INFO,
)
UNMET_RULE = Described("gap-too-wide", "A gap beyond the limit.", "", Severity.ERROR, ("gaps",))

RULES = {rule.name: rule for rule in (OWNER_RULE, LETTER_RULE, UNMET_RULE)}

RUN = Run(FOUND, files=4, described=RULES, hidden=2)
