"""Texts that were written anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.diff.reasons.rewording import became

CASES = [
    ("Promise a date and hold collections", "Promise a date", "cut"),
    ("Call and send a plumber", "Send a plumber", "cut"),
    ("احراز هویت با کد ملی و بستن کارت", "بستن کارت", "cut"),
    ("گرفتن درخواست و امضا، و گفتن روز رسیدن", "گرفتن درخواست و امضا", "cut"),
    ("Answer within the day", "Answer within a day", "reworded"),
    ("Answer within a day", "Answer within a day or two", "reworded"),
    ("Answer within 24 hours", "Answer within 48 hours", "other"),
    ("پاسخ ظرف ۲۴ ساعت", "پاسخ ظرف 24 ساعت", "reworded"),
    ("پاسخ ظرف ۲۴ ساعت", "پاسخ ظرف ۴۸ ساعت", "other"),
    ("Send the letter at once", "Send letter at once", "reworded"),
    ("می‌فرستیم، با پیک", "می\u200cفرستيم با پیک", "reworded"),
    ("Call back", "Send forms by post", "other"),
    ("Send a plumber and call", "Call and send a plumber", "reworded"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_what_became_of_a_text(old: str, new: str, expected: str) -> None:
    assert became(old, new) == expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_text_is_only_cut_where_letters_are_gone(one: str, other: str) -> None:
    assert became(one, one) != "cut"
    assert not (became(one, other) == "cut" and became(other, one) == "cut")
    if one.split():
        assert became(one, one) == "reworded"


@given(st.lists(st.sampled_from(["call", "and", "send", "plumber"]), min_size=2, max_size=8))
def test_half_of_a_text_is_a_cut(words: list[str]) -> None:
    half = words[: len(words) // 2]

    assert became(" ".join(words), " ".join(half)) == "cut"
