"""The page of a change: the same every time, inert whatever a map says, whole without a script."""

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from jmap.pictures.overlay import Revisions
from jmap.renderers.html.overlay import html
from jmap.renderers.html.overlay.sentence import sentence
from tests.tools.changes import compared
from tests.unit.overlay.pairs import (
    BEFORE,
    HOSTILE,
    LANGUAGES,
    edited_pair,
    golden_pair,
    hostile_pair,
    small_pair,
)


class Tags(HTMLParser):
    """The elements of a page, its ids, and where its links lead."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")
            if name.startswith("on"):
                self.handlers.append(name)


def plain(source: str) -> str:
    return re.sub(r"<[^>]*>|[\u2066-\u2069]", "", source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_changes_give_the_same_text(language: str) -> None:
    assert html([golden_pair(language)]) == html([golden_pair(language)])


def test_the_page_runs_its_own_script_and_loads_nothing() -> None:
    source = html([small_pair()])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', source)
    script = re.search(r"<script>(.*?)</script>", source, re.DOTALL)
    assert policy
    assert script
    digest = b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    allowed = policy[1].replace("&#39;", "'").replace("&#43;", "+")
    assert f"script-src 'sha256-{digest}';" in allowed
    assert "default-src 'none'" in allowed
    assert all(link.startswith("#") for link in Tags(source).links)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_texts_of_a_map_stay_texts(text: str) -> None:
    quiet, loud = Tags(html([hostile_pair("word")])), Tags(html([hostile_pair(text)]))
    assert loud.names == quiet.names
    assert loud.handlers == []
    assert all(link.startswith("#") for link in loud.links)


@pytest.mark.parametrize("seed", range(20))
def test_links_lead_to_places_of_the_page(seed: int) -> None:
    path = ("parking-permit/permit-future.jmap", "fridge-repair/fridge-future.jmap")[seed % 2]
    tags = Tags(html([edited_pair(path, seed, count=4 + seed)]))
    assert len(set(tags.ids)) == len(tags.ids)
    assert {link[1:] for link in tags.links} <= set(tags.ids)


def test_it_says_what_was_what_is_why_and_who() -> None:
    said = plain(html([small_pair()]))
    for text in ("What gets worse", "4 min", "6 min", "Web team", "from Look around", "now in Buy"):
        assert text in said
    assert "responds 90% within 3m" in said
    assert "responds 90% within 5m" in said


def test_nothing_changed_is_said() -> None:
    assert "Nothing changes." in plain(html([compared(BEFORE, BEFORE)]))
    assert "Nothing changes." in plain(html([]))


def test_names_of_revisions_are_shown() -> None:
    said = plain(html([small_pair()], revisions=Revisions("main", "fix/#42 <b>")))
    assert "main" in said
    assert "fix/#42 &lt;b&gt;" in said


def test_a_sentence_reads_in_its_own_direction() -> None:
    said = str(sentence("\u00ab\u0633\u0644\u0627\u0645\u00bb <b> is gone", "en"))
    assert said == '<bdi dir="ltr">\u00ab\u0633\u0644\u0627\u0645\u00bb &lt;b&gt; is gone</bdi>'
    assert str(sentence("to", "fa")).startswith('<bdi dir="rtl">')


def test_a_day_stays_on_one_line() -> None:
    assert '<span class="pair">2027-05-01</span>' in sentence("later: 2027-05-01", "en")


def test_every_place_that_changed_leads_back_to_the_list() -> None:
    source = html([small_pair()])
    back = re.findall(r'<a class="back" href="#([^"]*)"', source)
    # One stage and four touchpoints; where one was before leads to where it is.
    assert len(back) == 5
    assert {f'<li id="{one}"' for one in back} <= set(re.findall(r'<li id="[^"]*"', source))


def test_what_was_and_is_has_words_for_those_who_only_hear_it() -> None:
    said = plain(html([small_pair()]))
    assert re.search(r"Before:\s*Pays\s*After:\s*Settles the bill", said)
    assert re.search(r"Before: 2\s*After: 1 medium gaps", said)


def test_the_source_of_a_place_stands_once_below_its_list() -> None:
    source = html([small_pair()])
    worse = source.partition('<section class="group worse">')[2].partition("</section>")[0]
    # A touchpoint with three changes, and a channel with one.
    assert worse.count('<li id="change:') == 4
    assert worse.count("<details>") == 2
    said = plain(worse.partition("</details>")[0])
    for line in ("current 4m", "current 6m", "severity low", "severity high"):
        assert line in said


def test_what_is_to_know_of_the_comparison_is_said_once() -> None:
    note = "the maps in \u2068<x>\u2069 are a workspace of their own now"
    said = plain(html([replace(small_pair(), notes=(note,))]))
    assert said.count("The maps in &lt;x&gt; are a workspace of their own now.") == 1
