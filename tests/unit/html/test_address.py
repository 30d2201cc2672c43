"""Only addresses that are safe to follow become links."""

import pytest

from jmap.renderers.html.address import link_target


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:care@example.org", "mailto:care@example.org"),
        ("notes/may 2026.md", "notes/may%202026.md"),
        ("../common/a.md#b:c", "../common/a.md#b:c"),
        ("پژوهش/مصاحبه.md", "پژوهش/مصاحبه.md"),
    ],
)
def test_safe(address: str, target: str) -> None:
    assert link_target(address) == target


@pytest.mark.parametrize(
    "address",
    [
        "", " ", "javascript:alert(1)", "JaVaScript:alert(1)", " javascript:alert(1)",
        "java\tscript:alert(1)", "\x01javascript:alert(1)", "java\u200bscript:alert(1)",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "https:example.org",
        "https:", "//example.org/x", "/etc/passwd", "\\\\host\\share", "\\/host", "a\\b", "C:/x",
        "https://a\nb", "a\u202eb", "x:y",
    ],
)  # fmt: skip
def test_unsafe(address: str) -> None:
    assert link_target(address) is None
