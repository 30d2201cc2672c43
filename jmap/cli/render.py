"""``jmap render``: maps as pages, pictures, tables, graphs and data."""

import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from jmap.cli.group import FAILED, FINE
from jmap.cli.inputs import load_inputs
from jmap.cli.terminal import STDIN, note, paths_argument, style, write_stdout
from jmap.files import Unwritable, write_file
from jmap.load import Loaded, found_files, shown_path
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.renderers import FORMATS, renderer
from jmap.renderers.base import Renderer
from jmap.reports.text import diagnostics_text


@dataclass(frozen=True, slots=True)
class Chart:
    """What goes into one document: the journeys that one file holds."""

    stem: PurePosixPath
    """Where the document goes inside an output folder, without its suffix."""
    workspace: Workspace
    journeys: tuple[Journey, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make."""

    chart: Chart
    renderer: Renderer

    def content(self) -> bytes:
        """The document; what the renderer warns of goes to standard error."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            content = self.renderer.render(self.chart.workspace, self.chart.journeys)
        for warning in caught:
            note(f"{self.chart.stem}: {warning.message}")
        return content


@click.command("render", short_help="Draw maps.")
@paths_argument
@click.option(
    "-f",
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(FORMATS),
    help="What to make; may be given several times.",
)
@click.option("-o", "--output", metavar="PATH", help="A file, a folder, or - for standard output.")
@click.option(
    "--journey",
    "ids",
    multiple=True,
    metavar="ID",
    help="Only this journey; may be given several times.",
)
@click.option(
    "--engine",
    type=click.Choice(["embedded", "dot", "grid"]),
    default="embedded",
    show_default=True,
    help="What lays pictures out: the built-in engine, an installed Graphviz, or a plain grid.",
)
def command(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    output: str | None,
    ids: tuple[str, ...],
    engine: str,
) -> int:
    """Draw the journeys of files and directories; `-` reads standard input.

    One file in one format goes to standard output, or to the file that -o names; without -f its
    suffix says the format. Several documents go to the folder that -o names, under the names of
    their files.
    """
    forms = forms or _form_of(output)
    loaded = load_inputs(paths)
    sound = [one for one in loaded if one.ok]
    for one in loaded:
        if not one.ok:
            note(
                diagnostics_text(
                    [item for item in one.diagnostics if item.severity.rank == 0], style()
                )
            )
    charts = [chart for one in sound for chart in _charts(one, _stems(paths), ids)]
    _require(charts, sound, ids)
    makers = [renderer(form, **({"engine": engine} if form == "svg" else {})) for form in forms]
    jobs = [Job(chart, maker) for chart in charts for maker in makers]
    _write_all(jobs, output)
    return FINE if len(sound) == len(loaded) else FAILED


def _form_of(output: str | None) -> tuple[str, ...]:
    suffix = PurePosixPath(output or "").suffix.removeprefix(".")
    if suffix in FORMATS:
        return (suffix,)
    raise click.UsageError(f"say what to make: -f {' or -f '.join(FORMATS)}")


def _stems(paths: tuple[str, ...]) -> dict[str, PurePosixPath]:
    """For each file, where its documents go inside an output folder: as it lies in the folder that
    was named.
    """
    stems = {"<stdin>": PurePosixPath("stdin")}
    for path in paths:
        if path == STDIN:
            continue
        base = Path(path) if Path(path).is_dir() else Path(path).parent
        for file in found_files(Path(path)):
            stems[shown_path(file)] = PurePosixPath(file.relative_to(base).as_posix()).with_suffix(
                ""
            )
    return stems


def _charts(one: Loaded, stems: dict[str, PurePosixPath], ids: tuple[str, ...]) -> Iterator[Chart]:
    for source in one.files[: one.asked]:
        here = tuple(
            journey
            for journey in one.journeys
            if one.origins.source(journey) is source and (not ids or journey.id in ids)
        )
        if here:
            yield Chart(stems[source.path], one.workspace, here)


def _require(charts: list[Chart], loaded: list[Loaded], ids: tuple[str, ...]) -> None:
    if ids:
        found = {journey.id for chart in charts for journey in chart.journeys}
        known = [journey.id for one in loaded for journey in one.journeys]
        for name in ids:
            if name not in found:
                raise click.UsageError(
                    f"there is no journey {name!r}; there is: {', '.join(known) or 'none'}"
                )
    if loaded and not charts:
        raise click.UsageError("there is no journey in these files")


def _write_all(jobs: list[Job], output: str | None) -> None:
    if output in (None, STDIN):
        if len(jobs) > 1:
            raise click.UsageError(f"this makes {len(jobs)} documents: name a folder with -o")
        for job in jobs:
            write_stdout(job.content())
        return
    assert output is not None
    targets = _targets(jobs, output)
    for target, job in targets.items():
        content = job.content()
        try:
            write_file(target, content)
        except Unwritable as error:
            raise click.ClickException(str(error)) from None
        note(str(target))


def _targets(jobs: list[Job], output: str) -> dict[Path, Job]:
    if len(jobs) == 1 and not output.endswith(("/", os.sep)) and not Path(output).is_dir():
        return {Path(output): jobs[0]}
    if Path(output).is_file():
        raise click.UsageError(
            f"this makes {len(jobs)} documents, and {output} is a file: name a folder"
        )
    targets: dict[Path, Job] = {}
    for job in jobs:
        target = Path(output) / (str(job.chart.stem) + job.renderer.suffix)
        if target in targets:
            raise click.UsageError(f"two of the files would both be written to {target}")
        targets[target] = job
    return targets
