"""Texts and bytes that are likely to upset a reader: fragments of programs, broken at random."""

from hypothesis import strategies as st

FRAGMENTS = (
    "journey j",
    "stage s",
    "touchpoint t",
    "persona dana",
    "سفر",
    "مرحله",
    "نقطه‌تماس",
    "x-a",
    "import",
    "extends j",
    "for dana",
    "on",
    "was",
    "backup",
    "as",
    "every",
    "feel",
    "current",
    "takes",
    "scale",
    "{",
    "}",
    "{{",
    "}}",
    ";",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    " ",
    "\t",
    "  ",
    "#",
    "# c",
    "\\",
    "\\\\",
    '"',
    '""',
    '"""',
    '"a"',
    "«",
    "»",
    "«ب»",
    "“",
    "’",
    "'",
    '"\\',
    '\\"',
    '"\\u{0}"',
    '"\\u{110000}"',
    "1",
    "-1",
    "+2",
    "−2",
    "۱۲",
    "٣",
    "62%",
    "٪",
    "4m",
    "4 m",
    "3 clicks",
    "1..5",
    "5..1",
    "1d..3h",
    "412/640",
    "1/0",
    "0/0/0",
    "31/40/49",
    "2026-11-21",
    "2026-02-30",
    "1405-08-30",
    "1.",
    ".5",
    "1e9",
    "9" * 20,
    "0" * 5000,
    "1_000",
    "±",
    "+",
    "-",
    "--",
    "a-",
    "-a",
    "a--b",
    "_",
    "é",
    "e\u0301",
    "ª",
    "²",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u00a0",
    "\u2028",
    "\x85",
    "\x0b",
    "\x0c",
    "\x1b[31m",
    "\x00",
    "\ufeff",
    "\u202e",
    "\u2066",
    "\u2069",
    "\U000e0041",
    "\ufffd",
    "🙂",
    "ك",
    "ي",
    "/",
    ":",
    "%",
    "@",
    "$(x)",
    "<b>",
)

FIRST_BYTES = (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00")
BAD_BYTES = (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80", b"\x00")


def texts() -> st.SearchStrategy[str]:
    """Fragments in any order, with any characters between them."""
    fragment = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3))
    glue = st.sampled_from(("", " ", " ", "\n"))
    return st.lists(st.tuples(fragment, glue), max_size=40).map(
        lambda parts: "".join(part + end for part, end in parts)
    )


def contents() -> st.SearchStrategy[bytes]:
    """Bytes of files: texts in several encodings, cut and spoiled, and plain noise."""
    encoded = st.tuples(st.sampled_from(FIRST_BYTES), texts(), st.sampled_from(BAD_BYTES)).map(
        lambda parts: parts[0] + parts[1].encode("utf-8", "surrogatepass") + parts[2]
    )
    sound = texts().map(lambda text: text.encode("utf-8", "surrogatepass"))
    return st.one_of(sound, sound, encoded, st.binary(max_size=200))


@st.composite
def spoiled(draw: st.DrawFn, programs: st.SearchStrategy[str]) -> str:
    """A valid program with a few stretches cut out, doubled or replaced."""
    text = draw(programs)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(st.sampled_from(("", *FRAGMENTS))) + text[end:]
    return text
