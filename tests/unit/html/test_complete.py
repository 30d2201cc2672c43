"""Nothing that an author wrote is missing, and no text of theirs becomes anything but text."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.model.forms import AddressForm, Form, TextForm
from jmap.model.statement import spec
from jmap.paint.characters import visible
from tests.unit.html.everything import Everything
from tests.unit.html.sample import NAMES, Page, parsed, rendered, sample, squeezed

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "--></title></textarea><img src=x onerror=alert(1)>",
    '" onfocus="alert(1)" autofocus="',
    "' onload='alert(1)' x='",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "]]><!--<svg onload=alert(1)>",
    "&lt;b&gt; &amp;amp; &#60;",
    "\u202eevil\u2066",
    "a\x01\x1b[31mb\x85",
    "url(https://example.org/x)",
    "}</style>*{color:red}",
)
PLACES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


def texts(item: Any) -> Iterator[str]:
    """Every text and address in a statement."""
    cls: Any = type(item)
    shape = spec(cls)
    for head in shape.heads:
        yield from _texts(head.form, getattr(item, head.name))
    for field in shape.lines:
        value = getattr(item, field.name)
        for inner in value if field.many else (value,):
            if isinstance(field.item, Form):
                yield from _texts(field.item, inner)
            elif inner not in (None, False, True):
                yield from texts(inner)


def _texts(form: Form | None, value: Any) -> Iterator[str]:
    if isinstance(form, TextForm | AddressForm) and isinstance(value, str):
        yield value


def missing(page: Page, wanted: list[str]) -> list[str]:
    text = page.text
    return [one for one in wanted if squeezed(visible(one)) not in text]


def skeleton(page: Page) -> Counter[str]:
    """The elements and attributes of a page, without what is in them."""
    return Counter(f"{e.tag} {sorted(e.keys())}" for e in page.all())


def page_with(text: Callable[[int], str]) -> tuple[Page, Everything]:
    made = Everything(text)
    loaded = made.loaded()
    assert loaded.ok
    return parsed(rendered(loaded)), made


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_map_is_on_its_page(name: str) -> None:
    loaded = sample(name)
    wanted = list(texts(loaded.workspace))
    assert len(wanted) > 40
    assert missing(parsed(rendered(loaded)), wanted) == []


def test_every_statement_of_the_language_is_on_the_page() -> None:
    page, made = page_with(lambda at: f"text-{at}-end")
    assert len(made.texts) > 150
    assert missing(page, made.texts) == []


def test_a_text_that_is_not_there_is_missed() -> None:
    page, _ = page_with(lambda at: f"text-{at}-end")
    assert missing(page, ["text-99999-end"]) == ["text-99999-end"]


@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_text_is_shown_and_nothing_else(attack: str) -> None:
    plain, _ = page_with(lambda at: f"text-{at}-end")
    page, made = page_with(lambda at: f"{at} {attack} {at}")
    assert missing(page, made.texts) == []
    assert skeleton(page) == skeleton(plain)


@settings(max_examples=15)
@given(st.lists(PLACES, min_size=1, max_size=30))
def test_any_text_is_shown_and_stays_text(found: list[str]) -> None:
    plain, _ = page_with(lambda at: f"text-{at}-end")
    page, made = page_with(lambda at: f"{at}·{found[at % len(found)]}·{at}")
    assert missing(page, made.texts) == []
    assert skeleton(page) == skeleton(plain)
