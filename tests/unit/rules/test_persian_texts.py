"""The rules about texts say nothing of good Persian: held against ten thousand lines of it."""

from functools import cache

import pytest

from jmap.config import Choice
from jmap.diagnostics import Diagnostic
from jmap.loading import load_text
from jmap.model.text import quote_line
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.plan import Plan
from tests.tools.persian_texts import Phrase, phrases
from tests.unit.rules.conftest import TODAY

DEFAULT = (
    "arabic-digits",
    "arabic-letters",
    "damaged-half-space",
    "latin-punctuation",
    "letter-shapes",
    "mangled-text",
    "mixed-digits",
    "persian-punctuation",
    "placeholder-text",
    "unbalanced-isolates",
)
STRICT = ("missing-half-space", "stretched-letters", "unlike-digits")

FAULTS = {
    # The half-space is there twice.
    ("damaged-half-space", "بخش شاهزاده\u200c\u200cنشین پایین"),
    # It stands before the first letter, or behind the last.
    ("damaged-half-space", "کیچه\u200c"),
    ("damaged-half-space", "\u200cبولی (درست، نادرست یا پوچ)"),
    # Latin commas without spaces.
    ("latin-punctuation", "بله,خیر,شاید"),
    # No space behind a comma, or one before it.
    ("persian-punctuation", "بازرگانی،صنعتی بهشت پارس"),
    ("persian-punctuation", "گروه كشاورزي ، دامپروري و خدمات وابسته به آن"),
    ("persian-punctuation", "اوره و ؛آمونیک پتروشیمی زنجان"),
}
FAULTS_AT_THE_START = {
    # A half-space in place of the space behind a comma, and a space before a full stop.
    ("persian-punctuation", "شما این پیغام را مشاهده میکنید برای اینکه این HTTPS site"),
}
ON_ARABIC_KEYBOARDS = {
    "faker.providers.company.fa_IR",
    "faker.providers.person.fa_IR",
    "faker.name",
}
"""Lists of names of which many are typed with ي and ك."""


@cache
def found(name: str, language: str) -> tuple[tuple[Phrase, Diagnostic], ...]:
    """What a rule finds in all phrases, as texts of journeys that state a language or none."""
    told: list[tuple[Phrase, Diagnostic]] = []
    every = phrases()
    plan = Plan(catalogue(), asked=Choice(select=(name,)))
    for start in range(0, len(every), 1000):
        some = [phrase for phrase in every[start : start + 1000] if phrase.text.strip()]
        lines = [f"journey j {{ language {language}" if language else "journey j {"]
        lines += [f"reason {quote_line(phrase.text)}" for phrase in some]
        loaded = load_text("\n".join([*lines, "}"]))
        assert loaded.ok
        told += [(some[item.position.line - 2], item) for item in examine(loaded, plan, TODAY)]
    return tuple(told)


def test_there_is_enough_to_read() -> None:
    assert len(phrases()) >= 10_000


@pytest.mark.parametrize("language", ["fa", ""])
@pytest.mark.parametrize("name", DEFAULT)
def test_good_persian_is_left_in_peace(name: str, language: str) -> None:
    wrong = [
        (phrase.text, item.message)
        for phrase, item in found(name, language)
        if not _faulty(name, phrase)
    ]

    assert wrong == []


@pytest.mark.parametrize("name", ["stretched-letters"])
def test_what_strict_asks_for_is_there_already(name: str) -> None:
    assert [phrase.text for phrase, _ in found(name, "fa")] == []


def test_patterns_with_a_place_for_a_number_are_all_that_has_unlike_digits() -> None:
    assert [
        phrase.text for phrase, _ in found("unlike-digits", "fa") if "{0}" not in phrase.text
    ] == []


def test_where_a_half_space_is_missing_there_is_another_way_to_write_it() -> None:
    """Of Babel's texts, which are edited with care, none lacks one."""
    missing = found("missing-half-space", "fa")

    assert [phrase.text for phrase, _ in missing if phrase.source == "babel"] == []
    assert {phrase.source for phrase, _ in missing} >= {"django"}


def _faulty(name: str, phrase: Phrase) -> bool:
    if (name, phrase.text) in FAULTS:
        return True
    if any(name == rule and phrase.text.startswith(text) for rule, text in FAULTS_AT_THE_START):
        return True
    return name == "arabic-letters" and phrase.source in ON_ARABIC_KEYBOARDS
