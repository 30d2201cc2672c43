"""What whoever approves should know where the workspace of some maps is not the one that it was: a
folder is one now, or is none any more.
"""

from collections.abc import Iterator
from pathlib import Path

from jmap.cli.sides import Side, Sides
from jmap.diff.workspaces.pairs import Pair
from jmap.loading import Loaded
from jmap.locale import label
from jmap.paths import CONFIG, shown_path
from jmap.views.language import first_language


def notes(pair: Pair, both: Sides) -> Iterator[str]:
    """That the workspace of some maps is another one, as a sentence without an end, in the language
    of the maps.
    """
    if pair.old is None or pair.new is None:
        return
    old, new = _folder(pair.before, both.before, both), _folder(pair.after, both.after, both)
    if old is None or new is None or old == new:
        return
    # Whoever compares two folders by their names knows that these are two.
    if pair.old == pair.new and _asked(both.before, both) != _asked(both.after, both):
        return
    language = _language(pair)
    shown = {name: _shown(folder, language) for name, folder in (("old", old), ("new", new))}
    yield label(_key(pair, both, within=new.is_relative_to(old)), language).format(
        **shown, config=(new / CONFIG).as_posix()
    )


def _key(pair: Pair, both: Sides, *, within: bool) -> str:
    if pair.old == pair.new:
        return "workspace-came" if within else "workspace-gone"
    stays, was = pair.old in both.after.loaded, pair.new in both.before.loaded
    if within and not was:
        return "workspace-came"
    if was and not stays:
        return "workspace-gone"
    if stays:
        return "workspace-part"
    around = Path("/", pair.old or "").is_relative_to(Path("/", pair.new or ""))
    return "workspace-gone" if around else "workspace-moved"


def _folder(loaded: Loaded, side: Side, both: Sides) -> Path | None:
    """The folder of a workspace, from the top of the repository where it lies in one."""
    return None if loaded.root is None else _inside(loaded.root, side, both)


def _asked(side: Side, both: Sides) -> Path:
    return _inside(side.base, side, both)


def _inside(path: Path, side: Side, both: Sides) -> Path:
    top = None if both.repository is None else both.repository.root
    if side.revision is not None:
        top = Path.cwd() / f"{side.name}:"
    absolute = path.absolute()
    if top is not None and absolute.is_relative_to(top):
        return absolute.relative_to(top)
    return Path(shown_path(absolute))


def _shown(folder: Path, language: str) -> str:
    if folder == Path():
        return label("workspace-top", language)
    return label("workspace-folder", language).format(folder=folder.as_posix())


def _language(pair: Pair) -> str:
    return first_language((*pair.after.journeys, *pair.before.journeys))
