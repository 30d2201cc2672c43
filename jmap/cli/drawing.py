"""What ``jmap render`` draws: one document a file and format, and where each one goes."""

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import click

from jmap.cli.group import FAILED, FINE
from jmap.cli.i18n import translated_inputs
from jmap.cli.inputs import errors_text, files_read, load_inputs
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import STDIN
from jmap.garbage import uncollected
from jmap.loading import Loaded
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paths import found_files, shown_path
from jmap.renderers import FORMATS, options_of, renderer
from jmap.renderers.base import Renderer
from jmap.source import SourceFile
from jmap.syntax.fold import fold
from jmap.views.undrawable import NothingToShow, Undrawable

_ALL = "index"
"""The view of all journeys together."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for."""

    paths: tuple[str, ...]
    forms: tuple[str, ...]
    output: str | None
    ids: tuple[str, ...]
    options: Mapping[str, Any]
    """The options of renderers, as far as they were given."""
    translation: str | None = None


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

    def content(self, notes: list[str]) -> bytes:
        """The document; what the renderer warns of is added to the notes."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                with uncollected():
                    content = self.renderer.render(self.chart.workspace, self.chart.journeys)
            except NothingToShow:
                raise
            except Undrawable as error:
                raise click.ClickException(error.sentence) from None
        notes += [f"{self.chart.stem}: {warning.message}" for warning in caught]
        return content


def draw(request: Request) -> Outcome:
    """The documents of a request. Raises a usage error where it cannot be met."""
    loaded = tuple(load_inputs(request.paths))
    if request.translation is not None:
        loaded = translated_inputs(loaded, request.translation)
    sound = [one for one in loaded if one.ok]
    stems = _stems(request.paths)
    charts = [chart for one in sound for chart in _charts(one, stems, request)]
    _require(charts, sound, request.ids)
    makers = _makers(request)
    jobs = [Job(chart, maker) for chart in charts for maker in makers]
    notes = [errors_text(loaded)] if len(sound) < len(loaded) else []
    documents = _documents(jobs, request.output, notes, loaded)
    out = documents.pop(STDIN, b"")
    status = FINE if len(sound) == len(loaded) else FAILED
    # What an installed program did, or what went wrong this time, may be otherwise the next time.
    again = request.options.get("engine") == "dot" or bool(notes)
    read = None if again else files_read(loaded)
    return Outcome(status, out, "\n".join(notes), documents, read)


def _makers(request: Request) -> list[Renderer]:
    """The renderers, each with the options that it takes."""
    given = request.options
    taken = {form: options_of(form) for form in request.forms}
    for name in given:
        if not any(name in options for options in taken.values()):
            *most, last = [form for form in FORMATS if name in options_of(form)]
            takers = f"{', '.join(most)} and {last}" if most else last
            raise click.UsageError(f"--{name} is for {takers}")
    try:
        return [
            renderer(form, **{name: value for name, value in given.items() if name in options})
            for form, options in taken.items()
        ]
    except ValueError as error:
        raise click.UsageError(str(error)) from None


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


def _charts(one: Loaded, stems: dict[str, PurePosixPath], request: Request) -> Iterator[Chart]:
    wanted = set(map(fold, request.ids))
    by_file: dict[SourceFile, list[Journey]] = {}
    for journey in one.journeys:
        source = one.origins.source(journey) or one.files[0]
        if not wanted or fold(journey.id) in wanted:
            by_file.setdefault(source, []).append(journey)
    asked = [source for source in one.files[: one.asked] if source in by_file]
    if asked and request.options.get("view") == _ALL:
        # It is about all journeys together, in whichever files they lie.
        journeys = [journey for source in asked for journey in by_file[source]]
        yield Chart(_common_stem(asked, stems), one.workspace, tuple(journeys))
        return
    for source in asked:
        yield Chart(stems[source.path], one.workspace, tuple(by_file[source]))


def _common_stem(asked: Sequence[SourceFile], stems: dict[str, PurePosixPath]) -> PurePosixPath:
    """The file's own, or the name of the folder that all lie in."""
    if len(asked) == 1:
        return stems[asked[0].path]
    folders = [os.path.abspath(Path(source.path).parent) for source in asked]
    return PurePosixPath(Path(os.path.commonpath(folders)).name or _ALL)


def _require(charts: list[Chart], loaded: list[Loaded], ids: tuple[str, ...]) -> None:
    found = {fold(journey.id) for chart in charts for journey in chart.journeys}
    known = [journey.id for one in loaded for journey in one.journeys]
    for name in ids:
        if fold(name) not in found:
            there_is = ", ".join(known) or "none"
            raise click.UsageError(f"there is no journey {name!r}; there is: {there_is}")
    if loaded and not charts:
        raise click.UsageError("there is no journey in these files")


def _documents(
    jobs: list[Job], output: str | None, notes: list[str], loaded: Sequence[Loaded]
) -> dict[str, bytes]:
    if not jobs:
        return {}
    if output is None or output == STDIN:
        if len(jobs) > 1:
            raise click.UsageError(f"this makes {len(jobs)} documents: name a folder with -o")
        return _made({STDIN: jobs[0]}, notes)
    targets = _targets(jobs, output)
    _require_other(targets, loaded)
    return _made(targets, notes)


def _made(targets: dict[str, Job], notes: list[str]) -> dict[str, bytes]:
    """The documents. One that has nothing to show is passed over, unless there is no other."""
    documents: dict[str, bytes] = {}
    empty: list[str] = []
    for path, job in targets.items():
        try:
            documents[path] = job.content(notes)
        except NothingToShow as error:
            empty.append(f"{job.chart.stem}: {error.sentence}")
    if empty and not documents:
        raise click.ClickException("; ".join(empty))
    notes += empty
    return documents


def _require_suffix(output: str, maker: Renderer) -> None:
    """A slip between -f and -o would leave a file that nothing opens."""
    named = PurePosixPath(output).suffix.removeprefix(".").lower()
    if named in FORMATS and named != maker.name:
        raise click.UsageError(f"{output} names the format {named}, but -f asks for {maker.name}")


def _require_other(targets: Iterable[str], loaded: Iterable[Loaded]) -> None:
    """A source is never written over: what it alone says, such as comments, would be lost."""
    sources = {file.real for one in loaded for file in one.read}
    for target in targets:
        if os.path.realpath(target) in sources:
            raise click.UsageError(f"{target} is a source of this map: name another file")


def _targets(jobs: list[Job], output: str) -> dict[str, Job]:
    folder = output.endswith(("/", os.sep)) or Path(output).is_dir()
    if len(jobs) == 1 and not folder:
        _require_suffix(output, jobs[0].renderer)
        return {output: jobs[0]}
    if Path(output).is_file():
        made = f"this makes {len(jobs)} documents"
        raise click.UsageError(f"{made}, and {output} is a file: name a folder")
    targets: dict[str, Job] = {}
    for job in jobs:
        target = str(Path(output) / (str(job.chart.stem) + job.renderer.suffix))
        if target in targets:
            raise click.UsageError(f"two of the files would both be written to {target}")
        targets[target] = job
    return targets
