"""As much of a browser's PDF files as the tests need: how many sheets, and what is on them."""

import re
import zlib

OBJECT = re.compile(rb"(?<!\d)(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
SIZE = re.compile(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")
PAGE = re.compile(rb"/Type\s*/Page\b")
CONTENTS = re.compile(rb"/Contents (\d+) 0 R")


class Sheet:
    """One printed sheet: its size in points of 1/72 inch, and how many pieces of text it shows."""

    def __init__(self, dictionary: bytes, objects: dict[int, bytes]) -> None:
        size = SIZE.search(dictionary)
        contents = CONTENTS.search(dictionary)
        assert size, dictionary
        assert contents, dictionary
        self.width, self.height = (float(part) for part in size.groups())
        self.texts = len(re.findall(rb"\bT[jJ]\b", _unpacked(objects[int(contents[1])])))


def sheets(content: bytes) -> list[Sheet]:
    """The sheets of a printed page, in their order."""
    objects = {int(number): body for number, body in OBJECT.findall(content)}
    return [Sheet(body, objects) for body in objects.values() if PAGE.search(body)]


def _unpacked(body: bytes) -> bytes:
    stream = STREAM.search(body)
    assert stream, body[:200]
    packed = b"FlateDecode" in body[: stream.start()]
    # A line end stands behind the data, which may itself end in such a byte.
    return zlib.decompressobj().decompress(stream[1]) if packed else stream[1]
