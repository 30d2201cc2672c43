"""Valid programs in every spelling: formatting keeps what they say, and is done at once."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jmap.diagnostics import has_errors
from jmap.format import format_source
from jmap.loading import Loaded, load_text
from jmap.source import SourceFile
from jmap.syntax.parser import parse
from jmap.syntax.words import words
from tests.tools.programs import Draft, programs
from tests.tools.spellings import Writer

seeds = st.integers(0, 2**32).map(Random)
languages = st.sampled_from(["en", "fa", "mixed"])


def sound(text: str) -> Loaded:
    loaded = load_text(text)
    assert not has_errors(loaded.diagnostics), (text, loaded.diagnostics[0])
    return loaded


@given(programs(), languages, seeds)
def test_formatting_keeps_what_a_program_says(
    drafts: list[Draft], language: str, chance: Random
) -> None:
    writer = Writer(language, chance)
    text = writer.document(drafts)

    result = format_source(SourceFile("p.jmap", text))

    assert result.ok, result.diagnostics
    assert sound(result.text).workspace == sound(text).workspace
    kept = [comment.text for comment in parse(SourceFile("p.jmap", result.text)).comments]
    assert kept == writer.comments
    again = format_source(SourceFile("p.jmap", result.text))
    assert again.text == result.text


@given(programs(), seeds)
def test_spelling_does_not_matter(drafts: list[Draft], chance: Random) -> None:
    plain = sound(Writer("en").document(drafts)).workspace

    assert sound(Writer("fa").document(drafts)).workspace == plain
    assert sound(Writer("mixed", chance).document(drafts)).workspace == plain


@given(programs(), languages, seeds)
def test_every_language_can_be_asked_for(
    drafts: list[Draft], language: str, chance: Random
) -> None:
    text = Writer(language, chance).document(drafts)
    results = {
        name: format_source(SourceFile("p.jmap", text), name).text for name in words().languages
    }

    for name, result in results.items():
        assert sound(result).workspace == sound(text).workspace
        for other, expected in results.items():
            assert format_source(SourceFile("p.jmap", result), other).text == expected, (
                name,
                other,
            )
        keywords = {node.keyword for node in parse(SourceFile("p.jmap", result)).nodes}
        assert {words().language_of("statements", word) for word in keywords} <= {name}


@given(programs(), languages, seeds)
def test_the_layout_is_what_it_promises(drafts: list[Draft], language: str, chance: Random) -> None:
    text = format_source(
        SourceFile("p.jmap", Writer(language, chance).document(drafts))
    ).text.replace("\r\n", "\n")

    assert text.endswith("\n")
    assert not text.startswith("\n")
    assert "\n\n\n" not in text
    assert "\t" not in text
    for line in text.split("\n"):
        assert line == line.rstrip(" ")
        assert (len(line) - len(line.lstrip(" "))) % 2 == 0 or '"' in text
