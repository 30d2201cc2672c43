"""The document: a tagged PDF (PDF/UA-1) that is read aloud as well as looked at."""

import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paint.plain import font_files, plain, require_drawable
from jmap.paint.theme import THEMES
from jmap.pictures import picture
from jmap.pictures.layout.model import Engine
from jmap.renderers.pdf.sheet import sheet_of
from jmap.renderers.pdf.told import document
from jmap.views.grid import journey_map
from jmap.views.undrawable import DrawingWarning, NotInstalled

_TEMPLATE = Path(__file__).parent / "document.typ"
_STANDARD = "ua-1"


class Pdf:
    """Journeys as a PDF: the picture with every word of it as text, then all that they say."""

    name = "pdf"
    suffix = ".pdf"
    omits: Mapping[str, str] = {}

    def __init__(
        self, view: str = "map", theme: str = "light", engine: Engine = "embedded"
    ) -> None:
        self.view = view
        self.theme = THEMES[theme]
        self.engine: Engine = engine

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The document. It holds no date, and its fonts: the same bytes on every machine.

        Raises ``NotInstalled`` without the extra.
        """
        drawn = picture(self.view, workspace, journeys, engine=self.engine)
        source = plain(drawn.document, self.theme)
        require_drawable(source)
        sheet = sheet_of(source.source)
        data = {
            **document(
                workspace, drawn.document, [journey_map(workspace, one) for one in journeys]
            ),
            "width": drawn.document.width,
            "height": drawn.document.height,
            "texts": [text.data() for text in sheet.texts],
        }
        for text in (*drawn.warnings, *source.warnings):
            warnings.warn(text, DrawingWarning, stacklevel=2)
        return _compiled(_files(data, sheet.background))


def _compiled(files: dict[str, bytes]) -> bytes:
    try:
        import typst
    except ImportError:
        raise NotInstalled("pdf") from None
    # Files in memory are taken, as its page says, though its types do not know of them.
    content: bytes = typst.compile(  # type: ignore[call-overload]
        files,
        font_paths=[str(Path(font_files()[0]).parent)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=[_STANDARD],
    )
    return content


def _files(data: dict[str, Any], background: bytes) -> dict[str, bytes]:
    return {
        "main.typ": _TEMPLATE.read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=False).encode("utf-8"),
        "picture.svg": background,
    }
