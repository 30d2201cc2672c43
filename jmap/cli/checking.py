"""What a check comes to: every workspace loaded, examined by its rules, and compared with its
baseline.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import click

from jmap.cli.inputs import load_inputs
from jmap.cli.terminal import STDIN, read_stdin
from jmap.config import Choice, Settings, read_file
from jmap.diagnostics import Diagnostic, Severity, in_order
from jmap.files import FileRead, Unreadable, digest_of, read_bytes
from jmap.loading import Loaded, load_bytes
from jmap.paths import config_file, root_of
from jmap.rules.baseline import Baseline, UnreadableBaseline, read_baseline
from jmap.rules.catalogue import Catalogue, catalogue
from jmap.rules.examine import CRASHED, examine
from jmap.rules.plan import Plan, faults_of
from jmap.source import SourceFile

NO_CONFIG = Settings()
PIPED = "<stdin>"
"""What standard input is called in messages."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check was asked for on the command line."""

    paths: tuple[str, ...]
    choice: Choice
    today: date
    config: str | None = None
    """A file in place of those of the workspaces."""
    isolated: bool = False
    """Whether to read no configuration at all."""
    baseline: str | None = None
    """A file in place of those that configurations name."""
    baselines: bool = True
    """Whether to heed any."""
    fail_level: str | None = None


@dataclass(slots=True)
class Checked:
    """What was found."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """In order of path and place, whatever the order of what was asked for."""
    files: int = 0
    hidden: int = 0
    """How many findings baselines hold back."""
    gone: int = 0
    """How many findings baselines hold that are not found any more."""
    read: list[FileRead] = field(default_factory=list)
    complete: bool = True
    """Whether files alone decided, all of which could be read, so that it may be kept."""
    done: bool = True
    """Whether it could be done in full: with something to read, the configuration as it was meant,
    and every rule to its end.
    """
    failing: bool = False
    """Whether something was found that weighs enough to fail."""

    def take(self, found: tuple[Diagnostic, ...], fail_level: str) -> None:
        """Adds the findings of one workspace."""
        rank = Severity(fail_level).rank
        self.diagnostics += found
        self.failing = self.failing or any(item.severity.rank <= rank for item in found)
        self.done = self.done and not any(item.name in _UNDONE for item in found)


_UNPLUGGED = "rules-not-loaded"
_UNDONE = frozenset({_UNPLUGGED, "wrong-configuration", CRASHED})
"""Findings after which nobody knows what else there would have been to find."""


def require_known(choice: Choice) -> None:
    """Raises a usage error for a rule, tag or profile that there is not."""
    for fault in faults_of(choice, catalogue()):
        raise click.UsageError(f"{fault.message}: {fault.help}")


def checked(asked: Asked, instead: Mapping[str, bytes] | None = None) -> Checked:
    """Everything that is found at the paths. ``instead`` holds contents in place of those of
    files, by the path they are shown by.
    """
    return _Check(asked, catalogue()).all(instead or {})


@dataclass(slots=True)
class _Check:
    asked: Asked
    known: Catalogue
    result: Checked = field(default_factory=Checked)
    baselines: dict[Path, Baseline] = field(default_factory=dict)
    _plans: dict[tuple[str, ...], Plan] = field(default_factory=dict)
    _complained: set[str] = field(default_factory=set)
    """The configurations that have been complained of."""

    def all(self, instead: Mapping[str, bytes]) -> Checked:
        result = self.result
        result.complete = not self.known.plugged
        result.take(tuple(_unplugged(self.known)), "warning")
        # Only what is said of a workspace is kept: a thousand of them need no more room than one.
        for one in _inputs(self.asked, instead):
            self._take(_rooted(one))
        folders = [Path(path) for path in self.asked.paths if os.path.isdir(path)]
        result.hidden = sum(held.hidden for held in self.baselines.values())
        result.gone += sum(held.lost(folders) for held in self.baselines.values())
        result.diagnostics = in_order(result.diagnostics)
        return result

    def _take(self, one: Loaded) -> None:
        result = self.result
        settings = self._settings(one)
        plan = self._plan(settings)
        found = in_order([*examine(one, plan, self.asked.today), *self._complaints(plan)])
        held = self._baseline(one.root, settings)
        if held is not None:
            found = held.sifted(found, self.known.rules)
        if held is not None and one.ok:
            paths = [source.path for source in one.files[: one.asked]]
            result.gone += held.gone(paths, plan.names)
        result.take(found, self.asked.fail_level or settings.fail_level or "warning")
        result.files += len(one.files)
        result.read += one.read
        result.complete = result.complete and one.complete
        result.done = result.done and bool(one.files)

    def _settings(self, one: Loaded) -> Settings:
        file = Path(self.asked.config) if self.asked.config else None
        if file is None and not self.asked.isolated and one.root is not None:
            file = config_file(one.root)
        settings = NO_CONFIG if file is None else read_file(file)
        if settings.read is not None:
            self.result.read.append(settings.read)
        elif file is not None:
            self.result.complete = False
        self.result.done = self.result.done and not settings.diagnostics
        return settings

    def _plan(self, settings: Settings) -> Plan:
        """The plan for some settings, which shares its rules with one of the same text."""
        text = settings.source.text if settings.source else ""
        key = (text, *settings.table)
        if key not in self._plans:
            self._plans[key] = Plan(self.known, settings, self.asked.choice)
        return self._plans[key].like(settings)

    def _complaints(self, plan: Plan) -> Iterator[Diagnostic]:
        """What is wrong with a configuration, told once however many workspaces it is for."""
        source = plan.settings.source
        if source is not None and source.path not in self._complained:
            self._complained.add(source.path)
            yield from plan.faults()

    def _baseline(self, root: Path | None, settings: Settings) -> Baseline | None:
        path = _baseline_path(self.asked, root, settings)
        if path is None or not self.asked.baselines:
            return None
        if path not in self.baselines:
            try:
                content = read_bytes(path)
                self.baselines[path] = read_baseline(content, path.parent)
            except (Unreadable, UnreadableBaseline) as error:
                raise click.UsageError(f"the baseline {path}: {error}") from None
            read = FileRead(str(path), os.path.realpath(path), digest_of(content))
            self.result.read.append(read)
        return self.baselines[path]


def _inputs(asked: Asked, instead: Mapping[str, bytes]) -> Iterator[Loaded]:
    files = tuple(path for path in asked.paths if path != STDIN)
    if files:
        yield from load_inputs(files, instead)
    if STDIN in asked.paths:
        piped = instead.get(PIPED)
        yield load_bytes(read_stdin() if piped is None else piped, PIPED)


def _rooted(one: Loaded) -> Loaded:
    """A model in JSON belongs to the workspace that it lies in."""
    if one.root is not None or not one.files or one.files[0].path == PIPED:
        return one
    folder = Path(one.files[0].path).absolute().parent
    return replace(one, root=root_of(folder, folder))


def _unplugged(known: Catalogue) -> Iterator[Diagnostic]:
    for fault in known.faults:
        hint = "mend or remove that package; all other rules run"
        yield Diagnostic(_UNPLUGGED, fault, SourceFile("<plug-in>", ""), help=hint)


def _baseline_path(asked: Asked, root: Path | None, settings: Settings) -> Path | None:
    """The baseline that was asked for, else the one that the configuration names."""
    if asked.baseline:
        return Path(os.path.abspath(asked.baseline))
    if settings.baseline is None or root is None:
        return None
    home = Path(os.path.realpath(root))
    try:
        path = Path(os.path.realpath(home / settings.baseline))
    except ValueError:
        raise click.UsageError("the baseline: no file can have this name") from None
    if not path.is_relative_to(home):
        raise click.UsageError(f"the baseline {settings.baseline!r} lies outside the workspace")
    return path
