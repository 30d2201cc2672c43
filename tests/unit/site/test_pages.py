"""What the pages say, and that they are inert, whole and alike whatever they are made of."""

import base64
import hashlib
import json
import re
from datetime import date, timedelta
from xml.etree.ElementTree import Element

import pytest

from jmap.site.pages import channels, gaps, rows, teams
from tests.unit.html.sample import Page, parsed
from tests.unit.site.conftest import BILL, MOVE, PEOPLE, Yard

FA = """\
پرسونا مینا "مینا رستگار"
تیم تجربه "تجربهٔ مشتری"
کانال تلفن "تلفن"
سفر یخچال "یخچالم خنک نمی‌کند" {
  زبان fa
  برای مینا
  مالک تجربه
  بازبینی ۲۰۲۶-۱۰-۰۴ هر ۹۰روز
  مرحله تماس "تماس" {
    نقطه‌تماس زنگ در تلفن "زنگ می‌زند" {
      اکنون ۲
      مطلوب ۵
      احساس -۲ "خسته"
    }
  }
}
"""
HOSTILE = "</script><script>alert(1)</script>\u202e<b>&amp;\"'`]]>{{7*7}}"


def cells(page: Page, table: str = "gap-list") -> list[list[str]]:
    """The rows of a table, as texts."""
    found = (one for one in page.all("table") if table in one.get("class", "").split())
    body = next((part for one in found for part in one.iter("tbody")), None)
    return [
        [" ".join("".join(cell.itertext()).split()) for cell in row]
        for row in (body if body is not None else [])
    ]


def hrefs(page: Page) -> list[str]:
    return [link.get("href", "") for link in page.all("a")]


def page(yard: Yard, path: str) -> Page:
    return parsed(yard.page(path))


def test_the_index_shows_the_worst_journey_first(yard: Yard) -> None:
    yard.built()
    found = cells(page(yard, "index.html"), "fleet")

    assert [row[0] for row in found] == ["Moving house As is", "First bill"]
    assert found[0][2].startswith("17%")
    assert "Customer care" in found[0][4]
    assert found[0][5].startswith("2027-01-02")
    assert "Dana Okafor" in found[0][6]


def test_a_review_is_due_by_the_last_one_and_no_clock(yard: Yard) -> None:
    yard.built()
    due = [one for one in page(yard, "index.html").all("time") if one.get("class") == "due"]

    assert [one.get("datetime") for one in due] == [
        (date(2026, 10, 4) + timedelta(days=90)).isoformat()
    ]


def test_every_link_leads_somewhere(yard: Yard) -> None:
    found = yard.built()
    pages = {path: page(yard, path) for path in found if path.endswith(".html")}
    ids = {path: {one.get("id") for one in told.all()} for path, told in pages.items()}
    for path, told in pages.items():
        for href in hrefs(told):
            target, _, anchor = href.partition("#")
            folder = path.rpartition("/")[0]
            name = path if not target else f"{folder}/{target}" if folder else target
            name = re.sub(r"^[a-z]+/\.\./", "", name)
            assert name in found, (path, href)
            assert not anchor or anchor in ids[name], (path, href)


def test_a_persona_tells_what_it_feels(yard: Yard) -> None:
    yard.built()
    text = page(yard, "personas/dana.html").text

    assert "Just tell me the price." in text
    assert "very bad: Compares tariffs lost Choose the price moved" in text
    assert "Best moment good: Calls helped" in text


def test_a_channel_is_compared_with_the_others(yard: Yard) -> None:
    yard.built()
    told = page(yard, "channels/site.html")

    assert [row[:2] for row in cells(told, "shares")] == [["Website", "47%"], ["Phone", "8%"]]
    assert [row[0] for row in cells(told)] == [
        "Compares tariffs Moving house · Choose",
        "Pays the bill First bill · Pay",
    ]


def test_a_promise_is_told_on_its_channel(yard: Yard) -> None:
    yard.built()
    (row,) = cells(page(yard, "channels/phone.html"))

    assert "broken −3.7 min" in row[6]


def test_a_team_has_everything_it_answers_for(yard: Yard) -> None:
    yard.built()
    web = page(yard, "teams/web.html")

    assert [row[0].split(" Moving")[0] for row in cells(web)][:1] == ["Compares tariffs"]
    for text in ("Website", "Choose", "Fees appear late", "Total price", "Stands in for others"):
        assert text in web.text, text
    assert "Call back" in page(yard, "teams/care.html").text


def test_methods_are_never_mixed(yard: Yard) -> None:
    yard.built()
    told = page(yard, "opportunities.html")
    tables = [one for one in told.all("table") if "backlog" in one.get("class", "")]
    heads = ["".join(one.itertext()) for one in told.all("h2")]

    assert len(tables) == len(heads) == 3
    assert heads[0].startswith("RICE")
    assert heads[1].startswith("Impact")
    assert heads[2].startswith("Without figures")
    assert "Total price" in "".join(tables[0].itertext())
    assert "Fees appear late" in "".join(tables[0].itertext())
    assert "Call back" in "".join(tables[1].itertext())


def test_what_is_taken_over_stands_once(yard: Yard) -> None:
    yard.save(
        "next.jmap",
        'import "move.jmap"\njourney next "Next year" {\n  extends move\n  state future\n'
        "  stage choose { touchpoint call { current 10s } }\n}\n".replace(
            "{ touch", "{\n touch"
        ).replace("{ current 10s } }", "{\n current 10s\n }\n }"),
    )
    yard.built()
    named = [row[0] for row in cells(page(yard, "gaps.html"))]

    assert sum(name.startswith("Compares tariffs") for name in named) == 1
    assert page(yard, "opportunities.html").text.count("Total price") == 1
    assert "Next year" in page(yard, "index.html").text


def test_a_table_says_what_it_leaves_out(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "MOST", 1)
    for module in (channels, teams):
        monkeypatch.setattr(module, "SOME", 1)
    yard.built()

    assert len(cells(page(yard, "gaps.html"))) == 1
    assert "And 2 more" in page(yard, "gaps.html").text
    assert "journeys/bill.html" in hrefs(page(yard, "gaps.html"))
    assert "And 1 more" in page(yard, "channels/site.html").text
    assert "And 1 more" in page(yard, "teams/web.html").text
    assert rows.MOST == 1_000


def found_by(yard: Yard) -> dict[str, list[str]]:
    """What the search page holds: titles and texts, by address."""
    (data,) = (one for one in page(yard, "search.html").all("script") if one.get("id"))
    told = json.loads("".join(data.itertext()))
    found = {}
    for path, _, _, entries in told["journeys"]:
        for _, title, place, text, anchor in entries:
            found[f"{path}#{anchor}" if anchor else path] = [title, place, text]
    for _, title, text, _, path in told["declared"]:
        found[path] = [title, text]
    return found


def test_the_search_finds_everything(yard: Yard) -> None:
    yard.built()
    found = found_by(yard)

    assert found["journeys/move.html"][0] == "Moving house"
    assert found["journeys/move.html#move.choose"][0] == "Choose"
    title, place, text = found["journeys/move.html#move.choose.compare"]
    assert (title, place) == ("Compares tariffs", "Choose · Website")
    for part in ("the price moved", "Fees appear late", "Total price"):
        assert part in text
    assert found["personas/dana.html"][0] == "Dana Okafor"
    assert found["channels/phone.html"] == ["Phone", found["channels/phone.html"][1]]
    assert "journeys/move.html#metric:csat" not in found
    assert "" in found, "what no journey names is found, and leads nowhere"


def scripts(told: Page) -> list[Element]:
    return [one for one in told.all("script") if one.get("type") != "application/json"]


def test_only_our_own_scripts_may_run(yard: Yard) -> None:
    found = yard.built()
    for path in found:
        if not path.endswith(".html"):
            continue
        told = page(yard, path)
        (policy,) = (one for one in told.all("meta") if one.get("http-equiv"))
        content = policy.get("content", "")
        allowed = set(re.findall(r"'(sha256-[^']+)'", content))
        there = {
            "sha256-" + base64.b64encode(
                hashlib.sha256("".join(one.itertext()).encode()).digest()
            ).decode()
            for one in scripts(told)
        }  # fmt: skip
        assert content.startswith("default-src 'none'"), path
        assert allowed == there, path
        assert not re.search("script-src[^;]*unsafe", content)
        assert any(one.get("content") == "noindex" for one in told.all("meta")), path


def hostile(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_hostile_texts_are_shown_and_do_nothing(empty: Yard) -> None:
    bad = hostile(HOSTILE.replace("\u202e", ""))
    empty.save(
        "a.jmap",
        f"persona p {bad} {{ quote {bad} }}\nteam t {bad} {{\n lead {bad}\n}}\n"
        f"channel c {bad} {{\n hours {bad}\n}}\njourney j {bad} {{\n for p\n owner t\n"
        f" stage s {bad} {{\n  touchpoint x on c {bad} {{\n   current 2\n   desired 5\n"
        f"   feel -2 {bad} because {bad}\n   pain q {bad}\n   opportunity o {bad} {{\n"
        f"    eases q\n   }}\n  }}\n }}\n}}\n",
    )
    found = empty.built()
    shown = HOSTILE.replace("\u202e", "")
    for path in (path for path in found if path.endswith(".html")):
        told = page(empty, path)
        assert all(not one.get("src") for one in told.all("script")), path
        assert "alert" not in "".join("".join(one.itertext()) for one in scripts(told)), path
        assert " ".join(shown.split()) in " ".join(told.text.split()), path
        assert "<b>&amp;amp;" not in empty.page(path)
    assert found_by(empty)["journeys/j.html"][0] == shown


@pytest.mark.parametrize("title", ["a‌b", "۱۲", "x" * 300, "../../etc"])
def test_odd_names_in_quotes_have_pages(empty: Yard, title: str) -> None:
    name = hostile(title)
    empty.save(
        "a.jmap", f"journey j {{\n for {name}\n owner {name}\n stage s {{\n"
        f"  touchpoint t on {name} {{\n   current 2\n   desired 5\n  }}\n }}\n}}\n",
    )  # fmt: skip
    found = empty.built()

    assert {path.partition("/")[0] for path in found} >= {"personas", "channels", "teams"}
    assert all(re.fullmatch(r"(?:[a-z]+/)?[a-z0-9.-]{1,90}", path) for path in found)


def test_a_persian_site_is_persian(empty: Yard) -> None:
    empty.save("a.jmap", FA)
    found = empty.built()
    for path in (path for path in found if path.endswith(".html")):
        root = page(empty, path).root
        assert (root.get("lang"), root.get("dir")) == ("fa", "rtl"), path
    index = page(empty, "index.html")

    assert "۱۲ دی ۱۴۰۵" in index.text
    assert "شکاف بزرگ" in index.text
    assert not re.search("[A-Za-z]{2}", " ".join(cells(index, "fleet")[0]))


def test_each_text_keeps_its_own_language(yard: Yard) -> None:
    yard.save("f.jmap", FA)
    yard.built()
    index = page(yard, "index.html")
    said = {"".join(one.itertext()): one for one in index.all("bdi")}

    assert index.root.get("dir") == "ltr"
    persian = said["یخچالم خنک نمی‌کند"]
    assert (persian.get("lang"), persian.get("dir")) == ("fa", "rtl")
    assert said["Moving house"].get("lang") is None


def test_the_language_is_that_of_most_journeys(yard: Yard) -> None:
    for number in range(3):
        yard.save(f"f{number}/a.jmap", FA)
        yard.save(f"f{number}/jmap.toml", "")
    yard.built()

    assert page(yard, "index.html").root.get("lang") == "fa"


def test_the_pages_are_made_of_words_that_exist(yard: Yard) -> None:
    """Every label of the templates is there in both languages; a missing one would raise."""
    yard.save("f.jmap", FA)
    yard.save("people.jmap", PEOPLE)
    yard.save("bill.jmap", BILL)
    yard.save("move.jmap", MOVE)

    assert yard.built()
