"""The document: a tagged PDF (PDF/UA-1) that is read aloud as well as looked at."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paint.plain import font_files, plain, require_drawable
from jmap.pictures.asked import Pictured, warn
from jmap.renderers.pdf.sheet import sheet_of
from jmap.renderers.pdf.told import document
from jmap.views.grid import journey_map
from jmap.views.undrawable import NotInstalled

_TEMPLATE = Path(__file__).parent / "document.typ"
_STANDARD = "ua-1"


class Pdf(Pictured):
    """Journeys as a PDF: the picture with every word of it as text, then all that they say."""

    name = "pdf"
    suffix = ".pdf"

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The document. It holds no date, and its fonts: the same bytes on every machine.

        Raises ``NotInstalled`` without the extra.
        """
        typst = _typst()
        drawn = self.picture(workspace, journeys)
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
        warn((*drawn.warnings, *source.warnings))
        content: bytes = typst.compile(
            _files(data, sheet.background),
            font_paths=[str(Path(font_files()[0]).parent)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=[_STANDARD],
        )
        return content


def _typst() -> Any:
    # Files in memory are taken, as its page says, though its types do not know of them.
    try:
        import typst
    except ImportError:
        raise NotInstalled("pdf") from None
    return typst


def _files(data: dict[str, Any], background: bytes) -> dict[str, bytes]:
    return {
        "main.typ": _TEMPLATE.read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=False).encode("utf-8"),
        "picture.svg": background,
    }
