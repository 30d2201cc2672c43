"""The imports of a text without parsing it: none that the parser finds is missing."""

from hypothesis import example, given
from hypothesis import strategies as st

from jmap.loading.imports import imports_of
from jmap.loading.quick import quick_imports
from jmap.source import SourceFile
from jmap.syntax.parser import parse

PIECES = st.sampled_from(
    [
        "import", "وارد", "وارد‌کن", "im\u200cport", "imprt", "journey", "x", "importance", "_",
        '"a.jmap"', '"b"', "«c.jmap»", '"""d.jmap"""', '"""', '"', "«", "»", '""', "“", "'", "\\",
        '"a\\u{2e}jmap"', "import", ' "import"', "#", ";", "{", "}", "\n", "\r", "\r\n", " ", "\t",
        "\u00a0", "\u200f", "\u200b", "\u2028", "\x0c", "9", "-", "..", "\ufeff", "\u0301", ".jmap",
        '\nimport "e.jmap"', '\n  import "f.jmap" # why\n', "\nimport «g»\n",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=40))


@given(TEXTS)
@example('import "a.jmap"')
@example('say """x\n# """; import "a.jmap"')
@example('“ "x\nimport "a.jmap"\n')
@example('""#import"import"')
@example('import """\n"a.jmap"')
def test_none_is_missing(text: str) -> None:
    quick = quick_imports(text)
    named = {one.name for one in imports_of(parse(SourceFile("x.jmap", text)))}

    assert quick is None or named <= quick


@given(st.lists(PIECES, max_size=6).map("".join), st.booleans())
def test_a_line_of_its_own_is_found(text: str, persian: bool) -> None:  # noqa: FBT001
    line = "وارد «z.jmap»" if persian else 'import "z.jmap"'
    quick = quick_imports(f"{text}\n{line}\n")

    assert quick is None or "z.jmap" in quick
