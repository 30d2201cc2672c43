"""The list of pages is read back only as it was written."""

import json

import pytest

from jmap.site.manifest import Damaged, Manifest, read_manifest

FILES = {"index.html": "0" * 64, "journeys/move.svg": "a" * 64}
WHOLE = Manifest(FILES).write()


def test_it_comes_back() -> None:
    assert read_manifest(WHOLE).files == FILES
    assert Manifest(dict(reversed(FILES.items()))).write() == WHOLE


def test_every_flipped_byte_is_noticed() -> None:
    for at in range(len(WHOLE)):
        for bit in (1, 32):
            broken = bytearray(WHOLE)
            broken[at] ^= bit
            try:
                found = read_manifest(bytes(broken))
            except Damaged:
                continue
            # White space between the parts says nothing.
            assert found.files == FILES


def test_every_cut_is_noticed() -> None:
    for length in range(len(WHOLE) - 1):
        with pytest.raises(Damaged):
            read_manifest(WHOLE[:length])


@pytest.mark.parametrize(
    "path", ["../x.html", "/x.html", "a/b/c.html", "a/../x.html", ".x.html", "x", "a\\b.html", ""]
)
def test_a_path_that_leads_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(Damaged):
        read_manifest(Manifest({path: "0" * 64}).write())


@pytest.mark.parametrize("told", [[], None, 3, "x", {}, {"site": "jmap"}])
def test_other_json_is_refused(told: object) -> None:
    with pytest.raises(Damaged):
        read_manifest(json.dumps(told).encode())
