"""Text between quotes: whatever it holds, writing and reading it back gives the same characters."""

from hypothesis import given
from hypothesis import strategies as st

from jmap.loading import load_text
from jmap.model.text import quote, unquote
from jmap.source import SourceFile
from jmap.syntax.parser import parse

printable = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
lines = st.lists(
    st.sampled_from(["", " ", "a", "  b", "\tc", "d ", '"', '""', '"""', "\\", "«»"]), max_size=6
)
texts = st.one_of(printable, lines.map("\n".join), st.text(alphabet='"\\\n \tna«»u{}', max_size=20))
indents = st.integers(0, 4).map(lambda level: "  " * level)


@given(texts, indents)
def test_text_reads_back(text: str, indent: str) -> None:
    source = SourceFile("t.jmap", f"{indent}do {quote(text, indent + '  ')}")
    parsed = parse(source)

    assert not parsed.diagnostics, parsed.diagnostics
    assert len(parsed.nodes) == 1
    assert len(parsed.nodes[0].values) == 1
    assert unquote(parsed.nodes[0].values[0]) == text


@given(texts)
def test_text_as_typed_is_kept(text: str) -> None:
    typed = "".join(f"\\u{{{ord(char):x}}}" for char in text)
    loaded = load_text(f'persona p "{typed}x"')

    assert loaded.ok, loaded.diagnostics
    assert loaded.workspace.personas[0].title == text + "x"


@given(st.text(alphabet='"\\\n abnt«»u{}0', max_size=20))
def test_a_block_of_text_in_any_state_is_no_crash(text: str) -> None:
    for typed in (f'persona p "{text}"', f'persona p """{text}"""', f"persona p «{text}»"):
        load_text(typed)
