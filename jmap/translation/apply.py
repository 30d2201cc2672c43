"""A workspace in the words of a catalogue."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from jmap.files import FileRead, Unreadable, digest_of, read_bytes
from jmap.loading import Loaded
from jmap.model.workspace import Workspace
from jmap.resolve.origins import Origins
from jmap.translation.catalogue import Catalogue
from jmap.translation.po import BrokenCatalogue, parsed_catalogue
from jmap.translation.texts import Found, Texts


def translated(
    workspace: Workspace, catalogue: Catalogue, origins: Origins | None = None
) -> Workspace:
    """A workspace with the texts of a catalogue, its journeys in the catalogue's language.

    What is missing or fuzzy stays as it was written. With ``origins``, what was copied is said to
    stand where it was read.
    """
    known = {entry.key: entry.translation for entry in catalogue.entries if entry.translated}

    def say(found: Found) -> str:
        return known.get((found.context, found.text), found.text)

    def copied(made: Any, origin: Any) -> None:
        if origins is not None:
            origins.inherit(made, origin)

    journeys = []
    said = Texts(say, copied).workspace(workspace)
    for journey in said.journeys:
        made = journey.model_copy(update={"language": catalogue.language})
        copied(made, journey)
        journeys.append(made)
    return said.model_copy(update={"journeys": tuple(journeys)})


def translated_loaded(loaded: Loaded, path: str) -> Loaded:
    """What was loaded in the words of a ``.po`` file, which counts as read from then on.

    Raises ``BrokenCatalogue`` for a file that is none.
    """
    try:
        content = read_bytes(Path(path))
    except Unreadable as error:
        raise BrokenCatalogue(path, 1, str(error)) from None
    catalogue = parsed_catalogue(content, path)
    read = FileRead(os.path.abspath(path), os.path.realpath(path), digest_of(content))
    workspace = translated(loaded.workspace, catalogue, loaded.origins)
    return replace(loaded, workspace=workspace, read=(*loaded.read, read))
