"""Patterns of paths."""

import re
from itertools import product

import pytest

from jmap.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.jmap", "a.jmap"),
        ("./a.jmap", "a.jmap"),
        ("/a.jmap", "a.jmap"),
        ("*.jmap", "a.jmap"),
        ("*", "a/b.jmap"),
        ("**", "a/b/c.jmap"),
        ("**/*.jmap", "a.jmap"),
        ("**/*.jmap", "a/b/c.jmap"),
        ("legacy", "legacy/a.jmap"),
        ("legacy/", "legacy/b/a.jmap"),
        ("legacy/**", "legacy/b/a.jmap"),
        ("legacy/**/old", "legacy/old/a.jmap"),
        ("legacy/**/old", "legacy/b/c/old/a.jmap"),
        ("?.jmap", "a.jmap"),
        ("a*b*c", "aXbYbZc"),
        ("a**b", "aXb"),
        ("نقشه‌های-*/**", "نقشه‌های-قدیمی/خرید.jmap"),
        (".", "a.jmap"),
        ("*.*", "*.*"),
        ("[a].jmap", "[a].jmap"),
    ],
)
def test_a_pattern_means_a_path(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.jmap", "b/a.jmap"),
        ("*.jmap", "b/a.jmap"),
        ("legacy", "legacy2/a.jmap"),
        ("legacy", "b/legacy/a.jmap"),
        ("legacy/*/old", "legacy/old/a.jmap"),
        ("?", "ab"),
        ("a?", "a"),
        ("a*b", "aXc"),
        ("a.jmap/b", "a.jmap"),
        ("../a.jmap", "a.jmap"),
        ("A.jmap", "a.jmap"),
        ("", "a.jmap"),
        ("[a].jmap", "a.jmap"),
        ("**/b", "a/c.jmap"),
    ],
)
def test_a_pattern_means_no_other_path(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_names_against_another_reading() -> None:
    """Every short pattern of one name against every short name, as a regular expression has it."""
    names = ["".join(letters) for size in (1, 2, 3, 4) for letters in product("ab", repeat=size)]
    for size in range(1, 5):
        for letters in product("a*?", repeat=size):
            pattern = "".join(letters)
            if pattern == "**":
                continue
            other = re.compile(pattern.replace("*", ".*").replace("?", "."))
            for name in names:
                assert matches(pattern, name) == bool(other.fullmatch(name)), (pattern, name)


def test_a_hostile_pattern_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is counted: no more steps than the pattern is long times the path."""
    import jmap.globs as globs

    counted = 0
    fits = globs._fits

    def counting(pattern: str, name: str) -> bool:
        nonlocal counted
        counted += 1
        return fits(pattern, name)

    monkeypatch.setattr(globs, "_fits", counting)
    pattern, path = "/".join(["**", "a*"] * 40) + "/b", "/".join("a" * 60)

    assert not matches(pattern, path)
    assert counted <= 82 * 60
    assert not matches("a" + "*a" * 5000 + "b", "a" * 5000)
