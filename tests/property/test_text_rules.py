"""Mending texts: whatever they hold, it comes to rest, keeps their letters, brings in nothing."""

import datetime
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jmap.config import Choice
from jmap.diagnostics import Diagnostic
from jmap.loading import load_text
from jmap.model.text import quote, unquote
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.fixing import mend
from jmap.rules.knowledge.persian import TO_PERSIAN
from jmap.rules.plan import Plan
from jmap.rules.script import Script
from jmap.source import SourceFile
from jmap.syntax.fold import fold, latin_digits
from jmap.syntax.parser import parse

TODAY = datetime.date(2026, 11, 22)
NAMES = tuple(
    name
    for name, rule in catalogue().rules.items()
    if "text" in rule.tags and rule.looks_at is Script
)
PLAN = Plan(catalogue(), asked=Choice(select=NAMES))
WORDS = [
    "کتاب",
    "ها",
    "می",
    "شود",
    "نمیتواند",
    "كتاب",
    "مشتري",
    "بزرگ",
    "ترین",
    "خانه",
    "ای",
    "السلام",
    "عليكم",
    "رَحْمَة",
    "CRM",
    "to",
    "TODO",
    "ســلام",
    "ه",
    "ی",
    "۱2",
    "٤٥",
    "10",
    "۸",
    "۱٬2۰۰",
    "3.5",
    "Ù…Ø´ØªØ±ÛŒ",
    "â€™",
    "تأثیر",
    "؟؟؟",
    "...",
    "https://x.org/?a=1,2",
]
SIGNS = [
    " ",
    "  ",
    "\u200c",
    "\u200d",
    "\xac",
    "\xad",
    "&zwnj;",
    "\u060c",
    "\u061b",
    "\u061f",
    ",",
    ";",
    "?",
    ".",
    "!",
    ":",
    "\n",
    "\t",
    "\xab",
    "\xbb",
    "(",
    ")",
    "\u0640",
    "\ufffd",
]
soups = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=12).map(
    "".join
)
letters = st.text(alphabet="یکيكىاآبهةپگ ‌‍ــ،؛؟.,?!۱2٣4«»()ab\n\t", max_size=25)
languages = st.sampled_from(["fa", "en", "ar", ""])


def source(text: str, language: str) -> str:
    """A journey with one text."""
    stated = f"  language {language}\n" if language else ""
    return f"journey j {{\n{stated}  reason {quote(text, '  ')}\n}}\n"


def _says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)


def examined(written: str) -> tuple[Diagnostic, ...]:
    """What the rules about texts find."""
    loaded = load_text(written, "t.jmap")
    assert loaded.ok, [item.message for item in loaded.diagnostics]
    return examine(loaded, PLAN, TODAY)


def text_in(written: str) -> str:
    """The text of the one reason in it."""
    (journey,) = parse(SourceFile("t.jmap", written)).nodes
    return unquote(next(node for node in journey.body or () if node.keyword == "reason").values[0])


def spelled(text: str) -> str:
    """The letters and digits of a text, by which it is read."""
    plain = unicodedata.normalize("NFKC", text).translate(TO_PERSIAN).replace("\u0640", "")
    return "".join(char for char in latin_digits(fold(plain)) if char.isalnum())


@given(st.one_of(soups, letters), languages)
def test_safe_fixes_keep_every_letter(text: str, language: str) -> None:
    assume(_says_something(text) and "&" not in text)
    written = source(text, language)
    mended = mend(examined(written), lambda texts: examined(texts["t.jmap"]))
    after = mended.texts.get("t.jmap", written)

    assert spelled(text_in(after)) == spelled(text)
    assert [item.name for item in mended.diagnostics if item.fix and item.fix.safe] == []


ALONE = {
    "letter-shapes": "\ufe91\ufe8e\ufeaf\ufb94\ufedb\ufef2\ufdf2 ،ه\u200c",
    "unbalanced-isolates": "ab \u2066\u2067\u2069\u202a\u202c\u202eهی\u200c،\\",
}
"""What is mended alone: it may show faults that could not be seen before."""


@pytest.mark.parametrize("name", ALONE)
@given(data=st.data(), language=languages)
def test_what_hides_other_faults_is_mended_alone(
    name: str, data: st.DataObject, language: str
) -> None:
    text = data.draw(st.text(alphabet=ALONE[name], max_size=20).filter(_says_something))
    written = source(text, language)
    mended = mend(_found(name, written), lambda texts: _found(name, texts["t.jmap"]))

    assert mended.refused == ()
    assert [item for item in mended.diagnostics if item.fix] == []
    assert spelled(text_in(mended.texts.get("t.jmap", written))) == spelled(text)


def _found(name: str, written: str) -> list[Diagnostic]:
    return [item for item in examined(written) if item.name == name]


@given(st.one_of(soups, letters), languages)
def test_fixes_come_to_rest_and_bring_nothing_in(text: str, language: str) -> None:
    # What stands in the right encoding may well have faults that could not be seen before.
    assume(_says_something(text) and not any(char in text for char in "Ùâ&"))
    before = examined(source(text, language))
    mended = mend(before, lambda texts: examined(texts["t.jmap"]), unsafe=True)

    assert mended.refused == ()
    assert [item.name for item in mended.diagnostics if item.fix] == []


@given(st.one_of(soups, letters), languages)
def test_every_edit_lies_within_its_text(text: str, language: str) -> None:
    assume(_says_something(text))
    written = source(text, language)
    start = written.index("reason ")
    end = written.rindex("\n}")
    for item in examined(written):
        for edit in item.fix.edits if item.fix else ():
            assert start < edit.span.start <= edit.span.end < end
