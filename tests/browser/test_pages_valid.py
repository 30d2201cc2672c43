"""Every page is valid, markup and style sheets, by the Nu HTML checker, and every link in it leads
somewhere.
"""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from jmap.loading import load
from tests.tools import nu
from tests.tools.chromium import Chromium
from tests.tools.nu import Message, checked
from tests.tools.page_kinds import EXAMPLES, JOURNEYS, PageKind, own_journeys, page_kinds
from tests.tools.page_visits import file_at, open_page

ALLOWED = {
    "Property “vector-effect” doesn't exist": "vector-effect: non-scaling-stroke",
    "Property “timeline-scope” doesn't exist": "timeline-scope: --a",
    "Property “scroll-timeline” doesn't exist": "scroll-timeline: --a inline",
    "Property “animation-timeline” doesn't exist": "animation-timeline: --a",
    "Property “container-type” doesn't exist": "container-type: inline-size",
    "“inline-size”: Unknown dimension": "inline-size: 1cqi",
    "“transform”: Parse Error": "transform: translateX(calc(100cqi - 100%))",
}
"""CSS of recent standards that the checker does not know yet, and an example of it. A browser must
know it: a test asks one.
"""

BAD = """<!DOCTYPE html><html lang="en"><head><title>t</title><style>p{colour:red}</style></head>
<body><p id="a">one<p id="a">two<section><h1></h1></section><img src="data:,x"></body></html>"""


DATA = ("Inline script violates Content Security Policy", 'type="application/json"')
"""A block of data runs nothing, so a policy has nothing to say of it; the checker takes it for a
script. Were it otherwise, the browser would complain of such a page, and another test hears that.
"""


def excused(message: Message) -> str | None:
    """The allowance that a message falls under."""
    if DATA[0] in message.text and DATA[1] in message.extract:
        return DATA[0]
    return next((known for known in ALLOWED if known in message.text), None)


def test_every_page_is_valid_and_every_allowance_is_needed(tmp_path: Path) -> None:
    pages = []
    for kind in page_kinds():
        folder = tmp_path / kind.name
        folder.mkdir()
        pages.append(kind.make(folder))
    messages = checked(pages)
    wrong = sorted({str(message) for message in messages if not excused(message)})
    assert not wrong, "\n".join(wrong)
    assert {excused(message) for message in messages} == {DATA[0], *ALLOWED}


@pytest.mark.parametrize("declaration", ALLOWED.values())
def test_a_browser_knows_what_the_checker_does_not(chromium: Chromium, declaration: str) -> None:
    page = chromium.blank().page
    assert page.evaluate("text => CSS.supports(`(${text})`)", declaration)


def test_what_is_wrong_is_found(chromium: Chromium, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(BAD, encoding="utf-8")
    texts = " ".join(message.text for message in checked([bad]))
    for expected in ("Duplicate ID", "“colour”", "Empty heading", "alt"):
        assert expected in texts
    assert not chromium.blank().page.evaluate("CSS.supports('(colour: red)')")


def test_a_run_that_checks_nothing_is_no_clean_bill(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        checked([tmp_path / "missing.html"])
    monkeypatch.setattr(nu, "CANARY", "<!DOCTYPE html><html lang=en><title>t</title><p>fine")
    with pytest.raises(RuntimeError, match="overlooked"):
        checked([])
    broken = tmp_path / "broken.jar"
    broken.write_bytes(b"")
    monkeypatch.setattr(nu, "JAR", broken)
    with pytest.raises(RuntimeError, match="failed"):
        checked([])


@pytest.mark.parametrize("kind", page_kinds(), ids=lambda kind: kind.name)
def test_every_link_leads_somewhere(chromium: Chromium, tmp_path: Path, kind: PageKind) -> None:
    page = open_page(chromium, kind, tmp_path).page
    file = tmp_path / unquote(urlsplit(page.url).path).removeprefix(tmp_path.as_posix()).lstrip("/")
    links: list[str] = page.evaluate(
        "[...document.querySelectorAll('[href], use')].map(e => e.getAttribute('href'))"
    )
    ids = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
    local = [link for link in links if not re.match(r"[a-z][a-z0-9+.-]*:|//", link)]
    assert [link for link in local if not _leads(link, file, ids)] == []


def _leads(link: str, file: Path, ids: set[str]) -> bool:
    path, fragment = unquote(urlsplit(link).path), unquote(urlsplit(link).fragment)
    if not path:
        return fragment in ids
    if path.endswith("notes/a.md"):
        return True  # an author's own link, which the tests' sources all have
    target = file_at(file.parent, path) if path.startswith("/") else file.parent / path
    if not target or not target.is_file():
        return False
    return not fragment or f'id="{fragment}"' in target.read_text(encoding="utf-8")


def test_every_example_with_a_journey_is_judged() -> None:
    listed = {path for path, _ in JOURNEYS.values()}
    files = sorted(EXAMPLES.rglob("*.jmap"))
    drawn = {file.relative_to(EXAMPLES).as_posix() for file in files if own_journeys(load(file))}
    assert listed == drawn
