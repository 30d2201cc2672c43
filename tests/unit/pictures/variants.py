"""Maps beside what they should become: pairs of a journey and one that extends it."""

import re

from jmap.loading import Loaded
from tests.unit.pictures.maps import WORDS, read, sized

_STAGE = re.compile(r"stage (s\d+)")
_TOUCHPOINT = re.compile(r"touchpoint (t\d+-\d+-\d+)")


def becoming(stages: int, channels: int, language: str = "en", *, each: int = 1) -> Loaded:
    """A map of a size, and a variant that changes, adds or retires something in every stage."""
    source = sized(stages, channels, language, each=each).files[0].text
    return read(f"{source}\n{variant(source, language)}")


def variant(source: str, language: str) -> str:
    """The variant of the map in a source."""
    text = WORDS[language]
    lines = [f'journey k "{text[1]}" {{\nextends j\nstate future\nscenario "{text[3]}"']
    for at, block in enumerate(_STAGE.split(source)[1:]):
        if at % 2 == 0:
            lines.append(f"stage {block} {{")
            continue
        for number, name in enumerate(_TOUCHPOINT.findall(block)):
            lines.append(_change(name, number, text))
        lines.append(
            f'touchpoint fresh-{at} on c0 "{text[at % 5]}" {{ desired 5; intended 4 }}\n}}'
        )
    return "\n".join([*lines, "}"])


def _change(name: str, number: int, text: tuple[str, ...]) -> str:
    if number % 4 == 3:
        return f"touchpoint {name} {{ status retired }}"
    if number % 4 == 2:
        return f"touchpoint {name} {{ current 1 }}"
    return f"""touchpoint {name} "{text[number % 5]}" {{
      intended {3 + number % 3}
      action "{text[(number + 2) % 5]}"
      owner u
      feel +1 "{text[number % 5]}"
    }}"""
