"""Tools of the same trade, where they are installed, with the same map in their own languages."""

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.maps import CHANNELS
from tests.bench.processes import Command

NAMES = ("dot", "d2", "merman", "mmdc", "wireviz", "plantuml", "likec4")


@dataclass(frozen=True, slots=True)
class Peer:
    """An installed tool, ready to draw."""

    name: str
    command: Command


def found_peers(folder: Path, touchpoints: int) -> list[Peer]:
    """The peers that are installed, each with a map of that size written for it."""
    return [
        Peer(name, _MAKERS[name](program, folder, touchpoints))
        for name in NAMES
        if (program := _program(name)) is not None
    ]


def _program(name: str) -> str | None:
    if name == "merman":
        return sys.executable if importlib.util.find_spec(name) else None
    return shutil.which(name)


def _saved(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text)
    return name


def dot_text(touchpoints: int) -> str:
    """Stages as clusters, touchpoints as labelled boxes, labelled edges from one to the next."""
    clusters = "".join(
        f'subgraph cluster_{first} {{ label="Stage {first // 4}"; '
        + "".join(
            f't{at} [label="Touchpoint {at} of the customer\\non {CHANNELS[at % 4]}\\ngap -3"]; '
            for at in range(first, min(first + 4, touchpoints))
        )
        + "}\n"
        for first in range(0, touchpoints, 4)
    )
    edges = "".join(f't{at} -> t{at + 1} [label="then"];\n' for at in range(touchpoints - 1))
    return f"digraph g {{ rankdir=LR; node [shape=box];\n{clusters}{edges}}}\n"


def _dot(program: str, folder: Path, touchpoints: int) -> Command:
    source = _saved(folder, "map.dot", dot_text(touchpoints))
    return Command((program, "-Tsvg", "-o", "dot.svg", source), folder)


def _d2(program: str, folder: Path, touchpoints: int) -> Command:
    boxes = "".join(
        f's{at // 4}.t{at}: "Touchpoint {at} of the customer\\non {CHANNELS[at % 4]}\\ngap -3"\n'
        for at in range(touchpoints)
    )
    edges = "".join(
        f"s{at // 4}.t{at} -> s{(at + 1) // 4}.t{at + 1}: then\n" for at in range(touchpoints - 1)
    )
    source = _saved(folder, "map.d2", f"direction: right\n{boxes}{edges}")
    return Command((program, source, "d2.svg"), folder)


def _mermaid(touchpoints: int) -> str:
    sections = "".join(
        f"  section Stage {first // 4}\n"
        + "".join(
            f"    Touchpoint {at} of the customer: {1 + at % 5}: Dana, {CHANNELS[at % 4]}\n"
            for at in range(first, min(first + 4, touchpoints))
        )
        for first in range(0, touchpoints, 4)
    )
    return f"journey\n  title Moving house\n{sections}"


def _merman(program: str, folder: Path, touchpoints: int) -> Command:
    source = _saved(folder, "map.mmd", _mermaid(touchpoints))
    code = (
        "from pathlib import Path; from merman import Merman; "
        f"Path('merman.svg').write_text(Merman().render_svg(Path({source!r}).read_text(), None))"
    )
    return Command((program, "-c", code), folder)


def _mmdc(program: str, folder: Path, touchpoints: int) -> Command:
    source = _saved(folder, "map.mmd", _mermaid(touchpoints))
    (folder / "puppeteer.json").write_text(json.dumps({"args": ["--no-sandbox"]}))
    arguments = (program, "-q", "-p", "puppeteer.json", "-i", source, "-o", "mmdc.svg")
    return Command(arguments, folder)


def _wireviz(program: str, folder: Path, touchpoints: int) -> Command:
    boxes = "".join(
        f"  t{at}:\n    type: Touchpoint {at}\n    pinlabels: [{CHANNELS[at % 4]}, gap]\n"
        for at in range(touchpoints)
    )
    edges = "".join(
        f"  -\n    - t{at}: [1]\n    - '-->'\n    - t{at + 1}: [1]\n"
        for at in range(touchpoints - 1)
    )
    text = f"connectors:\n{boxes}connections:\n{edges}"
    return Command((program, "-f", "s", _saved(folder, "map.yml", text)), folder)


def _plantuml(program: str, folder: Path, touchpoints: int) -> Command:
    steps = "".join(
        f"|{CHANNELS[at % 4]}|\n:Touchpoint {at} of the customer;\n" for at in range(touchpoints)
    )
    source = _saved(folder, "map.puml", f"@startuml\nstart\n{steps}stop\n@enduml\n")
    return Command((program, "-tsvg", source), folder)


def _likec4(program: str, folder: Path, touchpoints: int) -> Command:
    project = folder / "likec4"
    project.mkdir(exist_ok=True)
    boxes = "".join(f"  t{at} = point 'Touchpoint {at}'\n" for at in range(touchpoints))
    edges = "".join(f"  t{at} -> t{at + 1} 'then'\n" for at in range(touchpoints - 1))
    text = (
        "specification {\n  element point\n}\n"
        f"model {{\n{boxes}{edges}}}\nviews {{\n  view index {{\n    include *\n  }}\n}}\n"
    )
    _saved(project, "map.c4", text)
    return Command((program, "export", "json", "-o", "map.json", "."), project)


_MAKERS: dict[str, Callable[[str, Path, int], Command]] = {
    "dot": _dot,
    "d2": _d2,
    "merman": _merman,
    "mmdc": _mmdc,
    "wireviz": _wireviz,
    "plantuml": _plantuml,
    "likec4": _likec4,
}
