"""Values: what each form reads, what it refuses and says instead, and how it writes back."""

from datetime import date
from typing import Any

import pytest

from jmap.model.fields import (
    Age,
    Amount,
    Day,
    Mood,
    Points,
    Rating,
    Scale,
    Share,
    Sign,
    TenPoints,
    Time,
    Times,
)
from jmap.model.forms import AddressForm, ChoiceForm, Form, IdForm, Misfit, RefForm, TextForm
from jmap.model.quantity import (
    Bounds,
    Count,
    Duration,
    Durations,
    Percent,
    Ratio,
    Score,
    Triple,
    common_dimension,
)
from jmap.model.statement import spec
from jmap.model.vocabulary import specs
from jmap.model.workspace import Document
from jmap.source import SourceFile
from jmap.syntax.nodes import Value
from jmap.syntax.parser import parse
from jmap.syntax.words import words


def form(annotated: Any) -> Form:
    found: Form = next(mark for mark in annotated.__metadata__ if isinstance(mark, Form))
    return found


def token(text: str) -> Value:
    values = parse(SourceFile("t", f"a {text}")).nodes[0].values
    if len(values) == 1:
        return values[0]
    kind = "DURATION" if words().language_of("units", values[1]) else "COUNT"
    return Value(kind, " ".join(values))


@pytest.mark.parametrize(
    ("field", "text", "value", "written"),
    [
        (Rating, "5", 5, "5"),
        (Rating, "۱", 1, "1"),
        (Mood, "-2", -2, "-2"),
        (Mood, "+1", 1, "+1"),
        (Mood, "0", 0, "0"),
        (Mood, "−۱", -1, "-1"),
        (Points, "2.50", 2.5, "2.5"),
        (Points, "1_000", 1000, "1000"),
        (TenPoints, "9.1", 9.1, "9.1"),
        (Share, "80%", Percent(80), "80%"),
        (Share, "۸۷٫۵٪", Percent(87.5), "87.5%"),
        (Amount, "4", Score(4), "4"),
        (Amount, "-12.5", Score(-12.5), "-12.5"),
        (Amount, "62%", Percent(62), "62%"),
        (Amount, "4m", Duration(4, "m"), "4m"),
        (Amount, "4 minutes", Duration(4, "m"), "4m"),
        (Amount, "۲ روز‌کاری", Duration(2, "wd"), "2wd"),
        (Amount, "3 clicks", Count(3, "clicks"), "3 clicks"),
        (Amount, "412/640", Ratio(412, 640), "412/640"),
        (Amount, "31/40/49", Triple(31, 40, 49), "31/40/49"),
        (Time, "90d", Duration(90, "d"), "90d"),
        (Times, "1d..36h", Durations(Duration(1, "d"), Duration(36, "h")), "1d..36h"),
        (Scale, "1..5", Bounds(1, 5), "1..5"),
        (Scale, "-100..100", Bounds(-100, 100), "-100..100"),
        (Age, "37", 37, "37"),
        (Age, "۳۰..۳۹", Bounds(30, 39), "30..39"),
        (Day, "2026-02-28", date(2026, 2, 28), "2026-02-28"),
        (Day, "۲۰۲۸-۰۲-۲۹", date(2028, 2, 29), "2028-02-29"),
        (Sign, "±", "±", "±"),
        (Sign, "−", "-", "-"),
    ],
)
def test_read_and_write(field: Any, text: str, value: object, written: str) -> None:
    read = form(field).read(token(text))

    assert read == value
    assert type(read) is type(value)
    assert form(field).write(read) == written
    for language in words().languages:
        assert form(field).read(token(form(field).write(read, language))) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Rating, "0"),
        (Rating, "6"),
        (Rating, "4.5"),
        (Mood, "3"),
        (Mood, "-3"),
        (TenPoints, "10.1"),
        (Points, "-1"),
        (Share, "101%"),
        (Share, "-1%"),
        (Amount, "640/412"),
        (Amount, "1/0"),
        (Amount, "0/0/0"),
        (Amount, "1" * 16),
        (Amount, "4parsecs"),
        (Amount, "-4 m"),
        (Time, "3 clicks"),
        (Times, "3d..1d"),
        (Times, "1..3"),
        (Times, "12..34d"),
        (Times, "1d..3wd"),
        (Scale, "5..1"),
        (Scale, "1..1"),
        (Scale, "1%..5%"),
        (Age, "131"),
        (Age, "30..200"),
        (Age, "131.5"),
        (Day, "2026-02-29"),
        (Day, "2026-13-01"),
        (Day, "1405-08-30"),
        (Day, "2026-00-10"),
    ],
)
def test_refuse(field: Any, text: str) -> None:
    with pytest.raises(Misfit) as refused:
        form(field).read(token(text))

    assert str(refused.value)
    assert refused.value.hint
    assert "``" not in str(refused.value)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "HTTP://example.org",
        "mailto:a@b.c",
        "research/may.md",
        "a b.png",
        "#part",
        "ب/پ",
    ],
)
def test_addresses(address: str) -> None:
    assert AddressForm().read(token(f'"{address}"')) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        " javascript:x",
        "java\\tscript:x",
        "java\\nscript:x",
        "\\u{1}javascript:x",
        "\\u{200b}javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "//example.org",
        "\\\\\\\\host",
        "/\\\\host",
        "\\\\/host",
        "C:/x",
        "ftp://x",
        "view-source:x",
    ],
)
def test_dangerous_addresses(address: str) -> None:
    with pytest.raises(Misfit):
        AddressForm().read(token(f'"{address}"'))


def test_choices_are_read_in_every_language() -> None:
    choice = ChoiceForm(("phone", "email"))

    assert choice.read(token("ایمیل")) == "email"
    assert choice.fit(token("رایانامه")) == 2
    assert choice.fit(token("letter")) == 0
    assert choice.write("email", "fa") == "ایمیل"
    assert choice.takes == "one of phone, email"


def test_references_take_a_word_or_a_name_in_quotes() -> None:
    assert RefForm(("team",)).fit(token("sales")) == 2
    assert RefForm(("team",)).fit(token('"Sales"')) == 1
    assert RefForm(("journey",), ad_hoc=False).fit(token('"Sales"')) == 0
    assert RefForm(("team",)).fit(token("4")) == 0


def test_every_form_can_say_what_it_takes() -> None:
    for item in specs(Document):
        forms = [head.form for head in item.heads] + [field.item for field in item.body.values()]
        for one in forms:
            if isinstance(one, Form):
                assert one.takes, one
                assert one.example, one
                assert one.kinds, one
                if not isinstance(one, IdForm | RefForm | ChoiceForm):
                    assert one.read(token(one.example)) is not None


@pytest.mark.parametrize(
    ("quantities", "dimension"),
    [
        ([Percent(1), Ratio(1, 2)], "percentage"),
        ([Score(1), Triple(1, 1, 1)], "net promoter score"),
        ([Duration(1, "d"), Duration(1, "s")], "duration"),
        ([Duration(1, "d"), Duration(1, "wd")], None),
        ([Count(1, "a"), Count(1, "b")], None),
        ([Score(1), Percent(1)], None),
    ],
)
def test_only_like_compares_with_like(quantities: list[Any], dimension: str | None) -> None:
    assert common_dimension(quantities) == dimension


def test_texts_are_kept() -> None:
    assert TextForm().read(token('"a «b» \\u{200c}"')) == "a «b» \u200c"
    assert TextForm().read(token('"""\n    a\n      b\n    """')) == "a\n  b"
    with pytest.raises(Misfit):
        TextForm().read(token('"\\q"'))


@pytest.mark.parametrize(
    "cls", [item.cls for item in specs(Document)], ids=lambda cls: cls.__name__
)
def test_every_class_says_what_it_is(cls: Any) -> None:
    assert cls.__doc__
    shape = spec(cls)
    for field in shape.body.values():
        assert field.about, (cls, field.name)
        assert not field.about.endswith("."), field.name
    names = [field.name for field in shape.body.values()]
    assert len(names) == len(set(names))
