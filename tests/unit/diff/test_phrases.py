"""The phrases of reasons: in both languages, with the same parts, each said somewhere."""

import ast
import re
from datetime import date
from functools import cache
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jmap.diff
from jmap.diff.reason import Mark, Name, Naming, Subject, because
from jmap.diff.weight import worse
from jmap.locale import FOLDER
from jmap.model.quantity import Duration, Percent

SOURCES = sorted(Path(next(iter(jmap.diff.__path__))).rglob("*.py"))
CALLS = {"because": 0, "say": 0, "plural": 0, "worse": 1, "better": 1, "neutral": 1}
"""Which argument of a call is the key of a phrase."""
ENDINGS = {"say": ("", "-of"), "plural": ("", "-by-one")}
"""What a call may add to a key."""
SAID_BY_REASON = {
    "quoted", "comma", "and", "others", "it-one", "it-many", "them-one", "them-many",
}  # fmt: skip
FAMILIES = ("status", "level", "way", "field", "journey", "sure")
"""Words that are chosen by what a map says: ``f"status-{…}"``."""
PERSIAN = re.compile("[\u0600-\u06ff]")


@cache
def phrases(language: str) -> dict[str, str]:
    catalogue = polib.pofile(str(FOLDER / language / "changes.po"), encoding="utf-8")
    return {
        entry.msgid.removeprefix("weigh-"): entry.msgstr
        for entry in catalogue
        if entry.msgid.startswith("weigh-")
    }


def parts(phrase: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", phrase))


def keys_of_calls() -> set[str]:
    """Every key that a weigher names."""
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found |= set(_keys(node))
    return found | {key for path in SOURCES for key in _tables(path)}


def _keys(call: ast.Call) -> list[str]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    place = CALLS.get(name)
    if place is None or len(call.args) <= place:
        return []
    literals = [
        node.value
        for node in ast.walk(call.args[place])
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    if isinstance(call.args[place], ast.Call | ast.JoinedStr):
        return []
    return [key + ending for key in literals for ending in ENDINGS.get(name, ("",))]


def _tables(path: Path) -> list[str]:
    """Keys that are looked up or chosen before they are said."""
    if path.name not in ("reading.py", "levels.py", "plans.py", "owners.py"):
        return []
    written = re.findall(r'"([a-z]+(?:-[a-z]+)*)"', path.read_text(encoding="utf-8"))
    return [key for key in written if key in phrases("en")]


def test_every_phrase_has_the_same_parts_in_each_language() -> None:
    english, persian = phrases("en"), phrases("fa")

    assert list(english) == list(persian)
    assert [key for key in english if parts(english[key]) != parts(persian[key])] == []


def test_persian_is_written_in_persian() -> None:
    fixed = {key: re.sub(r"\{\w+\}", "", phrase) for key, phrase in phrases("fa").items()}

    assert [key for key, phrase in fixed.items() if re.search("[A-Za-z0-9]", phrase)] == []
    assert [key for key, phrase in fixed.items() if re.search("[يك]|ه ی ", phrase)] == []
    wordy = [key for key in fixed if len(fixed[key].strip()) > 3]
    assert [key for key in wordy if not PERSIAN.search(fixed[key])] == []


def test_every_key_that_is_named_has_a_phrase() -> None:
    missing = keys_of_calls() - set(phrases("en"))

    # A phrase about customers alone has none about one persona.
    assert {key for key in missing if not key.endswith(("-of", "-by-one"))} == set()


def test_every_phrase_is_said_somewhere() -> None:
    chosen = {key for key in phrases("en") if key.split("-")[0] in FAMILIES}

    assert set(phrases("en")) - keys_of_calls() - chosen - SAID_BY_REASON == set()


WAIT = because("waits", new=Duration(80, "s"), old=Duration(45, "s"))
SAID = [
    (WAIT, "en", "whole", "customers wait 80 s instead of 45 s"),
    (WAIT, "fa", "whole", "زمان انتظار مشتری از ۴۵ ثانیه به ۸۰ ثانیه می‌رسد"),
    (
        because("while-wanted", said=WAIT, desired=Duration(30, "s")),
        "fa",
        "one",
        "زمان انتظار مشتری از ۴۵ ثانیه به ۸۰ ثانیه می‌رسد؛ خواستهٔ مشتری ۳۰ ثانیه است",
    ),
    (
        because("nobody-answers", them=Subject("Email"), was=Name("Back office")),
        "en",
        "whole",
        'nobody answers for "Email" any more; it was "Back office"',
    ),
    (
        because("nobody-answers", them=Subject("Email"), was=Name("Back office")),
        "en",
        "one",
        'nobody answers for it any more; it was "Back office"',
    ),
    (
        because("nobody-answers", them=Subject("Email"), was=Name("پشتیبانی")),
        "fa",
        "many",
        "دیگر کسی مالک آن‌ها نیست؛ پیش‌تر «پشتیبانی» بود",
    ),
    (
        because(
            "hurts-less", it=Subject("Late"), new=because("level-low"), old=because("level-high")
        ),
        "en",
        "many",
        "each hurts customers less: low instead of high",
    ),
    (
        because("leaving-mood-of", who=Name("مینا"), new=Mark(-2, "خسته"), old=Mark(1)),
        "fa",
        "one",
        "حس «مینا» در پایان از \u2066+۱\u2069 به \u2066−۲\u2069 «خسته» می‌رسد",
    ),
    (
        because("nothing-answers", questions=tuple(map(Name, "abcde"))),
        "en",
        "one",
        'nothing answers "a", "b", "c" and 2 more any more',
    ),
    (
        because("nothing-answers", questions=(Name("الف"), Name("ب"))),
        "fa",
        "one",
        "دیگر چیزی به «الف» و «ب» پاسخ نمی‌دهد",
    ),
    (
        because("no-day-any-more", them=Subject("x"), old=date(2027, 2, 1)),
        "fa",
        "one",
        "دیگر معلوم نیست مشتری کی به آن می‌رسد؛ موعد پیشین ۱۲ بهمن ۱۴۰۵ بود",
    ),
    (
        because("promises-share-within", it=Subject("x"), share=Percent(80), new=Duration(3, "m"),
                old=Duration(1, "m")),
        "en",
        "one",
        "it promises 80% answered within 3 min instead of 1 min",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "language", "naming", "expected"), SAID)
def test_a_reason_is_said(reason: object, language: str, naming: Naming, expected: str) -> None:
    assert reason.told(language, naming) == expected  # type: ignore[attr-defined]


def test_a_name_in_another_direction_is_isolated_in_a_page_only() -> None:
    weight = worse("owner-lost", "nobody-answers", them=Subject("Live chat"), was=Name("Care"))

    assert "«\u2068Live chat\u2069»" in weight.told("fa", "whole")
    assert "«Live chat»" in weight.said("fa")
    assert '"Live chat"' in weight.told("en", "whole")


def test_quotes_within_quotes_are_others() -> None:
    english = because("nobody-stands-in", now=Name('The "night" shift'), was=Name("«a» team"))
    persian = because("nobody-stands-in", now=Name("شرکت «پاسخ‌یار»"), was=Name('تیم "شب"'))

    assert english.said("en") == (
        'nobody stands in when "The \'night\' shift" is away; it was "«a» team"'
    )
    assert persian.said("fa") == ('کسی در نبود «شرکت ‹پاسخ‌یار›» جانشین نیست؛ پیش‌تر «تیم "شب"» بود')


@given(st.text())
def test_any_name_is_said_on_one_line_and_leaves_the_sentence(text: str) -> None:
    reason = because("can-use-on", them=Subject(text), channel=Name("{them}"))

    for language, end in (("en", 'on "{them}"'), ("fa", "دسترسی دارد")):
        said = reason.said(language)
        assert said.endswith(end)
        assert "\n" not in said
