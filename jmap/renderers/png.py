"""The PNG renderer: a view of journeys as an image, for slides and chats that take no SVG."""

from collections.abc import Sequence

from jmap import limits
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paint.plain import font_files, plain, require_drawable
from jmap.paint.svg import Svg as Document
from jmap.pictures.asked import Pictured, warn
from jmap.pictures.layout.model import Engine
from jmap.views.undrawable import NotInstalled, TooLarge

_LEAST, _MOST = 0.1, 10


class Png(Pictured):
    """The picture of journeys as an image of `scale` pixels for each px of the SVG."""

    name = "png"
    suffix = ".png"

    def __init__(
        self,
        view: str = "map",
        theme: str = "light",
        engine: Engine = "embedded",
        scale: float = 2.0,
    ) -> None:
        if not _LEAST <= scale <= _MOST:
            raise ValueError(f"a scale is {_LEAST} to {_MOST}, not {scale}")
        super().__init__(view, theme, engine)
        self.scale = scale

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The image. It is drawn with the shipped font alone: the same bytes on every machine.

        Raises ``NotInstalled`` without the extra, ``TooLarge`` beyond ``limits.PIXELS``.
        """
        try:
            from resvg_py import svg_to_bytes
        except ImportError:
            raise NotInstalled("png") from None
        drawn = self.picture(workspace, journeys)
        self._check(drawn.document)
        source = plain(drawn.document, self.theme)
        require_drawable(source)
        warn((*drawn.warnings, *source.warnings))
        content: bytes = svg_to_bytes(
            svg_string=source.source,
            zoom=self.scale,
            skip_system_fonts=True,
            font_files=list(font_files()),
            dpi=96,
        )
        return content

    def _check(self, document: Document) -> None:
        pixels = document.width * document.height * self.scale**2
        if pixels > limits.PIXELS:
            most = (limits.PIXELS / document.width / document.height) ** 0.5
            raise TooLarge(
                f"an image of this size would have {pixels / 1e6:,.0f} million pixels; "
                f"the limit is {limits.PIXELS / 1e6:,.0f} million",
                f"draw it smaller, with a scale of at most {most * 0.99:.2g}",
            )
