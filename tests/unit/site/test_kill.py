"""A build that is killed, at any moment, leaves the old site or the new one, and the next build
goes well.
"""

import os
import random
import signal
import time
from dataclasses import dataclass
from typing import Any

import pytest

from jmap.cli.group import run
from jmap.site import publish
from tests.unit.site.conftest import BILL, Yard
from tests.unit.site.trees import digests

CALLS = ("open", "mkdir", "link", "rename", "replace", "unlink", "rmdir", "fsync", "chmod", "utime")
RANDOM = 200
"""How often a build is killed at a random moment."""


@dataclass(slots=True)
class Two:
    """A yard whose sources have two states, and the site of each."""

    yard: Yard
    wanted: list[dict[str, str]]

    def turn(self, state: int) -> None:
        """Writes a state of the sources."""
        more = self.yard.folder / "more.jmap"
        if state:
            self.yard.save("bill.jmap", BILL.replace("62%", "45%"))
            more.write_text('journey more "More" { stage s { touchpoint t on "Fax" } }\n')
        else:
            self.yard.save("bill.jmap", BILL)
            more.unlink(missing_ok=True)

    def now(self) -> int:
        """Which state the site is in. It must be one of both."""
        found = digests(self.yard.site)
        assert found in self.wanted
        return self.wanted.index(found)


def child(work: Any) -> int:
    """Does something in a process of its own, and returns what that came to."""
    number = os.fork()
    if number == 0:
        try:
            os._exit(work())
        finally:
            os._exit(99)
    return number


def ended(number: int) -> int:
    """The exit status of a child; negative for the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def killed_before(call: int) -> int:
    """Builds, and is killed just before so many calls that change the disk have been made."""
    left = call

    def counted(real: Any) -> Any:
        def called(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        return called

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    # Whichever it is here: the system's own, or one that never can.
    setattr(publish, "exchange", counted(getattr(publish, "exchange")))  # noqa: B009, B010
    return run(["build", "-j", "1"])


@pytest.fixture
def two(yard: Yard) -> Two:
    """A yard, its two states, and the site of each; somebody has put a file beside the pages."""
    made = Two(yard, [])
    for state in (0, 1):
        made.turn(state)
        yard.built()
        (yard.site / "CNAME").write_text("example.org")
        made.wanted.append(digests(yard.site))
    return made


@pytest.mark.parametrize("memory", ["kept", "off"])
@pytest.mark.parametrize("way", ["exchange", "two renames"])
def test_before_every_call(
    two: Two, monkeypatch: pytest.MonkeyPatch, memory: str, way: str
) -> None:
    if memory == "off":
        monkeypatch.setenv("JMAP_CACHE", "off")
    if way == "two renames":
        monkeypatch.setattr(publish, "exchange", lambda one, other: False)
    call, status, state, gone = 0, -9, 1, 0
    while status == -9:
        call += 1
        # Each build has something to do: the sources are in the state that the site is not in.
        two.turn(1 - state)
        status = ended(child(lambda at=call: killed_before(at)))
        if not two.yard.site.exists():
            # Between two renames there is no site; the next build puts the old one back first.
            gone += 1
            two.turn(state)
            assert two.yard.build().status == 0
        state = two.now()

    assert status == 0
    assert call > 25
    assert (gone > 0) == (way == "two renames")
    two.yard.built()
    assert two.yard.beside() == []


def test_at_random_moments(two: Two) -> None:
    two.turn(0)
    start = time.perf_counter()
    assert ended(child(lambda: run(["build", "-j", "1"]))) == 0
    whole = time.perf_counter() - start
    chance = random.Random(4711)
    seen = {two.now()}
    for _ in range(RANDOM):
        two.turn(1 - two.now())
        number = child(lambda: run(["build", "-j", "1"]))
        time.sleep(chance.uniform(0, 1.1 * whole))
        os.kill(number, signal.SIGKILL)
        seen |= {ended(number), two.now()}

    two.yard.built()
    assert {0, 1, -9} <= seen, "neither state, or no death, was ever seen"
    assert two.yard.beside() == []


def test_two_at_once_end_in_one_of_both(two: Two) -> None:
    for round_ in range(20):
        two.turn(round_ % 2)
        first = child(lambda: run(["build", "-j", "1"]))
        second = child(lambda: run(["build", "-j", "1"]))
        assert [ended(first), ended(second)] == [0, 0]
        assert two.now() == round_ % 2
        assert two.yard.beside() == []
