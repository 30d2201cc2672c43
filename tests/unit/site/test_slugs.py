"""File names are plain, short, unique, and do not depend on the order of things."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.site.slugs import slug_of, slugs

PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
HOSTILE = (
    "../../etc/passwd", "..", ".", "/", "", " ", "a/b", "a\\b", "C:\\x", "con", "NUL", "com1",
    "a" * 300, "x.html", "-", "--", "a--b", "یخچال", "naïve", "日本", "a\x00b", "\u202egnp",
    "%2e%2e", "~root", "index", "a:b", "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_the_id_the_name_is_plain(text: str) -> None:
    assert PLAIN.fullmatch(slug_of(text))
    assert slug_of(text) not in ("con", "nul", "com1")


@given(st.text())
def test_any_text_has_a_plain_name(text: str) -> None:
    assert PLAIN.fullmatch(slug_of(text))


def test_an_ordinary_id_is_its_own_name() -> None:
    assert slug_of("permit-future") == "permit-future"
    assert slug_of("Nadia, who sent back a coat") == "nadia-who-sent-back-a-coat"


def test_other_letters_are_not_transliterated() -> None:
    assert re.fullmatch("[0-9a-f]{12}", slug_of("یخچال"))
    assert slug_of("یخچال") != slug_of("فریزر")


def test_two_things_of_one_name_are_told_apart_whatever_their_order() -> None:
    wanted = [("", "Dana", "Dana"), ("", "dana", "dana"), ("b", "dana", "dana"), ("", "x", "x")]
    right = slugs(wanted)
    for _ in range(20):
        random.shuffle(wanted)
        assert slugs(wanted) == right

    assert len(set(right.values())) == 4
    assert right["", "Dana"] == "dana"
    assert re.fullmatch("dana-[0-9a-f]{8}", right["b", "dana"])


def test_a_name_that_looks_like_a_marked_one_is_left_to_its_owner() -> None:
    first = slugs([("", "dana", "dana"), ("b", "dana", "dana")])["b", "dana"]
    found = slugs([("", "dana", "dana"), ("b", "dana", "dana"), ("c", first, first)])

    assert len(set(found.values())) == 3
    assert found["c", first] == first
