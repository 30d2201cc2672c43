"""Maps of any size to measure with: the same touchpoint again and again, about 330 bytes each."""

CHANNELS = ("phone", "web", "letter", "shop")

_SHARED = """\
persona dana "Dana" {
  age 29
  goal "A working line on the day of the move"
}
team care "Customer care"
team web "Web team"
"""

_TOUCHPOINT = """\
    touchpoint {id} on {channel} "Touchpoint {number} of the customer" {{
      owner care backup web
      action "Say what happens next and when"
      effect {sign} "Feels taken seriously"
      current {current}
      desired 5
      importance {importance}
      do "Looks at the offer for the {number}. time"
      think "What will this cost me in the end?"
      feel {feeling}
{pain}    }}
"""

_PAIN = '      pain p{number} "Nobody says how long it takes" {{ severity high }}\n'


def journey(touchpoints: int, name: str = "move") -> str:
    """The text of a journey of that many touchpoints: four a stage, one for each channel."""
    stages = "".join(
        _stage(first, min(first + 4, touchpoints)) for first in range(0, touchpoints, 4)
    )
    steps = "".join(f"    step t{number}\n" for number in range(min(touchpoints, 20)))
    path = f'  path main "Straight through" {{\n{steps}  }}\n'
    head = f'journey {name} "Moving house" {{\n  for dana\n  owner care\n'
    channels = "".join(f'channel {name} "{name.title()}"\n' for name in CHANNELS)
    return f"{_SHARED}{channels}\n{head}{stages}{path}}}\n"


def _stage(first: int, end: int) -> str:
    inside = "\n".join(_touchpoint(number) for number in range(first, end))
    return f'\n  stage s{first // 4} "Stage {first // 4}" {{\n{inside}  }}\n'


def _touchpoint(number: int) -> str:
    return _TOUCHPOINT.format(
        id=f"t{number}",
        number=number,
        channel=CHANNELS[number % 4],
        sign="+-"[number % 2],
        current=1 + number % 5,
        importance=1 + number * 7 % 5,
        feeling=number % 5 - 2,
        pain=_PAIN.format(number=number) if number % 3 == 0 else "",
    )
