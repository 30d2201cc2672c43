"""``jmap i18n``: the texts of maps as a catalogue to translate, kept up to date with the maps."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.terminal import (
    STDIN,
    note,
    paths_argument,
    require_paths,
    say,
    terminal_width,
    write_stdout,
)
from jmap.files import Unwritable, write_file

if TYPE_CHECKING:
    from jmap.loading import Loaded
    from jmap.translation.catalogue import Catalogue


@click.command("i18n", short_help="List the texts of maps for translation.")
@paths_argument
@click.option("--to", "code", required=True, metavar="LANG", help="The language to translate to.")
@click.option(
    "-o",
    "--output",
    metavar="FILE.po",
    help="The catalogue to bring up to date; standard output otherwise.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; fail where the catalogue is not complete."
)
def command(paths: tuple[str, ...], code: str, output: str | None, check: bool) -> int:
    """List every text of journey files for translation, as a gettext catalogue; `-` reads
    standard input.

    A catalogue that -o names keeps its translations. `jmap render --translation FILE.po` draws the
    maps with it.
    """
    require_paths(paths)
    output = None if output == STDIN else output
    if check and output is None:
        raise click.UsageError("--check looks at a catalogue: name it with -o")
    loaded = _one_workspace(paths)
    if loaded is None:
        return FAILED
    update = _Update.of(loaded, code, output)
    return update.check() if check else update.write()


def translated_inputs(loaded: "tuple[Loaded, ...]", path: str) -> "tuple[Loaded, ...]":
    """What was loaded in the words of a catalogue. Raises a command-line error where the file is
    none.
    """
    from jmap.translation.apply import translated_loaded
    from jmap.translation.po import BrokenCatalogue

    try:
        return tuple(translated_loaded(one, path) for one in loaded)
    except BrokenCatalogue as error:
        raise click.ClickException(str(error)) from None


def _one_workspace(paths: tuple[str, ...]) -> "Loaded | None":
    from jmap.cli.inputs import errors_text, load_inputs

    loaded = tuple(load_inputs(paths))
    if not all(one.ok for one in loaded):
        note(errors_text(loaded).rstrip("\n"))
        return None
    if len(loaded) > 1:
        raise click.UsageError(f"these are {len(loaded)} workspaces: translate one at a time")
    return loaded[0]


@dataclass(frozen=True, slots=True)
class _Update:
    """A catalogue as it is, and as it should be."""

    path: str | None
    kept: "Catalogue | None"
    made: "Catalogue"

    @classmethod
    def of(cls, loaded: "Loaded", code: str, path: str | None) -> "_Update":
        from jmap.translation.merge import merged

        fresh = _extracted(loaded, code)
        kept = _kept(path, fresh.language) if path is not None else None
        return cls(path, kept, merged(fresh, kept) if kept else fresh)

    def write(self) -> int:
        from jmap.translation.po import written_catalogue

        content = written_catalogue(self.made)
        if self.path is None:
            _print(content)
        elif self.kept is None or Path(self.path).read_bytes() != content:
            try:
                write_file(Path(self.path), content)
            except Unwritable as error:
                raise click.ClickException(str(error)) from None
        note(self._counted())
        return FINE

    def check(self) -> int:
        note(self._counted())
        current = self.kept is not None and _said(self.kept) == _said(self.made)
        if not current:
            why = "is not there" if self.kept is None else "is not up to date with the maps"
            note(f"{self.path} {why}: run the command without --check")
        return FINE if current and self.made.tally.complete else FINDINGS

    def _counted(self) -> str:
        tally = self.made.tally
        counts = [f"{tally.translated} translated", f"{tally.fuzzy} fuzzy"]
        counts.append(f"{tally.missing} missing")
        if tally.obsolete:
            counts.append(f"{tally.obsolete} obsolete")
        return f"{self.path or 'texts'}: {', '.join(counts)}"


def _extracted(loaded: "Loaded", code: str) -> "Catalogue":
    from jmap.translation.extract import extract
    from jmap.translation.po import language_code

    language = language_code(code)
    if language is None:
        raise click.UsageError(f"{code!r} is no language code: write fa, de or pt-BR")
    asked = loaded.files[: loaded.asked]
    journeys = [
        journey
        for journey in loaded.journeys
        if (loaded.origins.source(journey) or loaded.files[0]) in asked
    ]
    if not journeys:
        raise click.UsageError("there is no journey in these files")
    return extract(loaded.workspace, journeys, language, loaded.origins)


def _kept(path: str, language: str) -> "Catalogue | None":
    from jmap.translation.po import BrokenCatalogue, read_catalogue

    if not os.path.lexists(path):
        return None
    try:
        kept = read_catalogue(path)
    except BrokenCatalogue as error:
        raise click.ClickException(str(error)) from None
    if kept.language.lower() != language.lower():
        raise click.UsageError(f"{path} is a catalogue for {kept.language}, not for {language}")
    return kept


def _said(catalogue: "Catalogue") -> "Catalogue":
    # Where a text stands in its file changes with every line above it: that makes nothing stale.
    entries = tuple(replace(entry, places=()) for entry in catalogue.entries)
    return replace(catalogue, entries=entries)


def _print(content: bytes) -> None:
    if terminal_width() is None:
        write_stdout(content)
        return
    from jmap.reports.visible import visible

    say("".join(visible(line) + "\n" for line in content.decode().split("\n")[:-1]))
