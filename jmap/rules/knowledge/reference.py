"""References as rules compare them: an id, or a name in quotes that may be the title of one."""

from typing import Any

from jmap.model.forms import AdHoc
from jmap.rules.knowledge.plain import plain
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold


def meant(keyword: str, name: Any, scene: Scene) -> str:
    """What a reference to something of a kind comes down to: equal for what is the same.

    A name in quotes is that of the declaration with this title, where there is one.
    """
    if isinstance(name, AdHoc):
        said = plain(name.name)
        return _titles(keyword, scene).get(said, f'"{said}"')
    return fold(str(name))


def shown(name: Any) -> str:
    """A reference as a message names it: `chat`, or a name in its quotes."""
    return f'"{name.name}"' if isinstance(name, AdHoc) else f"`{name}`"


def _titles(keyword: str, scene: Scene) -> dict[str, str]:
    """The ids of one kind by what people call them."""
    labels = scene.survey.index.labels.get(keyword, {})
    return scene.survey.once(
        ("titles", keyword), lambda: {plain(label): name for name, label in labels.items()}
    )
