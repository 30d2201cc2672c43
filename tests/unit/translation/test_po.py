"""Catalogues as files: what any gettext tool reads, and what is wrong in one that it would not."""

import gettext
import io
from pathlib import Path

import polib
import pytest

from jmap.translation.catalogue import Catalogue, Entry
from jmap.translation.po import (
    BrokenCatalogue,
    language_code,
    parsed_catalogue,
    read_catalogue,
    written_catalogue,
)

HERE = Path(__file__).parent
HEADER = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\n'
FULL = Catalogue(
    "pt-BR",
    "en",
    (
        Entry(
            "a:1", "One\ntwo", "Um\ndois", note="Look\nhere", places=("a b/c.jmap:3", "d.jmap:4")
        ),
        Entry("a:2", "Now", "Agora", fuzzy=True, previous="Then", flags=("no-wrap",)),
        Entry("name", 'Say "hi"\\', ""),
    ),
    (Entry("z:1", "Old", "Velho"),),
    "Ours",
    (("Last-Translator", "Ada"),),
)
WRITTEN = """\
# Ours
msgid ""
msgstr ""
"Last-Translator: Ada\\n"
"Language: pt_BR\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: en\\n"

# Look
# here
#: \u2068a b/c.jmap\u2069:3 d.jmap:4
msgctxt "a:1"
msgid ""
"One\\n"
"two"
msgstr ""
"Um\\n"
"dois"

#, fuzzy, no-wrap
#| msgid "Then"
msgctxt "a:2"
msgid "Now"
msgstr "Agora"

msgctxt "name"
msgid "Say \\"hi\\"\\\\"
msgstr ""

#~ msgctxt "z:1"
#~ msgid "Old"
#~ msgstr "Velho"
"""


def without_places(catalogue: Catalogue) -> Catalogue:
    entries = (
        Entry(
            one.context, one.text, one.translation, one.fuzzy, one.previous, (), one.note, one.flags
        )
        for one in catalogue.entries
    )
    return Catalogue(
        catalogue.language, catalogue.source, tuple(entries), catalogue.obsolete,
        catalogue.comment, catalogue.headers,
    )  # fmt: skip


def test_a_file_is_written_as_gettext_has_it() -> None:
    assert written_catalogue(FULL).decode() == WRITTEN


def test_a_file_is_read_back_whole() -> None:
    assert parsed_catalogue(WRITTEN.encode(), "x.po") == without_places(FULL)


@pytest.mark.parametrize("prefix", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_and_line_ends_of_other_systems_are_read(prefix: str, end: str) -> None:
    content = (prefix + WRITTEN.replace("\n", end)).encode()

    assert parsed_catalogue(content, "x.po") == without_places(FULL)


def test_gettext_reads_what_is_written() -> None:
    catalogue = polib.pofile(str(HERE / "minimal.de.po"), encoding="utf-8")

    there = gettext.GNUTranslations(io.BytesIO(catalogue.to_binary()))

    assert there.pgettext("name", "Phone") == "Telefon"
    assert there.info()["language"] == "de"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("", 1, "names no language"),
        ('msgid ""\nmsgstr "Language: ?\\n"\n', 1, "names no language"),
        (HEADER + "msgid ab\n", 5, "no line of a .po file"),
        (HEADER + 'msgctxt "a"\nmsgid "a\nmsgstr "b"\n', 6, "no line of a .po file"),
        (HEADER + 'msgctxt "a"\nmsgid "a" b"\n', 6, "no line of a .po file"),
        (HEADER + 'msgctxt "a"\nnonsense\n', 6, "no line of a .po file"),
        (HEADER + '#~ msgid "a"\n#~ nonsense\n', 6, "no line of a .po file"),
        (HEADER + 'msgid "a"\nmsgid "b"\nmsgstr "c"\n', 6, "no line of a .po file"),
        (HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 5, "plural"),
        (HEADER + 'msgctxt "a"\nmsgid "a"\nmsgstr "b"\n' * 2, 8, "twice"),
    ],
)
def test_a_broken_file_is_named_with_its_line(text: str, line: int, why: str) -> None:
    with pytest.raises(BrokenCatalogue) as caught:
        parsed_catalogue(text.encode(), "x.po")

    message = str(caught.value)
    assert message.startswith(f"x.po:{line}: "), message
    assert why in message
    assert "\n" not in message


def test_a_file_in_another_encoding_is_named_with_its_line() -> None:
    content = HEADER.encode() + 'msgid "é"'.encode("latin-1")

    with pytest.raises(BrokenCatalogue, match=r"x\.po:5: this is not UTF-8"):
        parsed_catalogue(content, "x.po")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BrokenCatalogue, match="no such file"):
        read_catalogue(str(tmp_path / "none.po"))


@pytest.mark.parametrize(
    ("text", "code"),
    [("fa", "fa"), ("pt_BR", "pt-BR"), ("zh-Hant", "zh-Hant"), ("", None), ("persian!", None)],
)
def test_language_codes(text: str, code: str | None) -> None:
    assert language_code(text) == code


def test_another_charset_is_refused() -> None:
    content = b'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=latin-9\\n"\n'
    with pytest.raises(BrokenCatalogue, match=r"x\.po:1: its header says latin-9"):
        parsed_catalogue(content, "x.po")
