"""Maps to draw: of any size, with short and very long titles, from left to right and from right to
left.
"""

from collections.abc import Callable
from itertools import pairwise
from random import Random

from jmap.loading import Loaded, load_text
from jmap.model.text import quote

ENGLISH = (
    "Compare tariffs on the website and note the total cost of the first two years",
    "Call",
    "Ask an agent in the shop",
    "Order",
    "Receive the router, unpack it and connect it without help",
)
GERMAN = (
    "Energieversorgungsunternehmensberatungsgespräch",
    "Kraftfahrzeughaftpflichtversicherungsvertragsabschluss",
    "Terminvereinbarung",
    "Rechnung prüfen und bezahlen",
    "Donaudampfschifffahrtsgesellschaftskapitän",
)
PERSIAN = (
    "ثبت درخواست پشتیبانی فنی در وب\u200cسایت شرکت",
    "تماس با مرکز پاسخ\u200cگویی",
    "پیگیری نمی\u200cشود",
    "بازدید کارشناس در منزل مشتری و تعمیر دستگاه",
    "پرداخت",
)
WORDS = {"en": ENGLISH, "de": GERMAN, "fa": PERSIAN}
_KINDS = ("event", "interaction", "friction")
_MOODS = ("-2", "-1", "0", "+1", "+2")


def read(source: str) -> Loaded:
    """A map that must have no errors."""
    loaded = load_text(source)
    assert loaded.ok, [f"{found.name}: {found.message}" for found in loaded.diagnostics]
    return loaded


def journey(body: str, declarations: str = "") -> Loaded:
    """A journey with some lines."""
    return read(f'{declarations}\njourney j "J" {{\n{body}\n}}')


def sized(
    stages: int, channels: int, language: str = "en", *, each: int = 1, paths: int = 2
) -> Loaded:
    """A map of stages by channels with `each` touchpoints in most cells."""
    text = WORDS[language]
    lines = [f'team t "Customer Operations & Field Service"\nteam u "{text[3]}"']
    lines += [
        f'channel c{at} "{text[(at + 1) % 5]}" {{ responds 80% within 20s }}'
        for at in range(channels)
    ]
    lines.append(_persona(text))
    lines.append(f'journey j "{text[0]}" {{\nlanguage {language}\nfor p\nstate current')
    lines.append(f'status draft\nscenario "{" ".join(text)}"')
    names: list[str] = []
    for stage in range(stages):
        lines.append(f'stage s{stage} "{text[stage % 5]}" {{\nowner t backup u')
        lines.append(f'goal "{text[(stage + 2) % 5]}"')
        for channel in range(channels):
            lines += _cell(stage, channel, each, text, names)
        lines.append("}")
    for at in range(paths):
        negative = "negative" if at and at == paths - 1 else ""
        steps = "\n".join(f"step {name}" for name in names[at :: paths + 1])
        lines.append(f'path r{at} {negative} "{text[at % 5]}" {{\n{steps}\n}}')
    return read("\n".join([*lines, "}"]))


def filled(text: str) -> Loaded:
    """A map that has a text in all sorts of places."""
    said, name = quote(text), quote(" ".join(text.split()))
    return read(f"""
    persona p {said} {{ quote {said}; about {said}; goal {said} }}
    channel c {said} {{ hours {said}; responds 80% within 20s }}
    channel d {said}
    team t {said} {{ lead {said} }}
    metric m {said} {{ of {said} }}
    lane l {said}
    journey j {said} {{
      for p
      scenario {said}
      vision {said}
      owner t backup t
      stage s {said} {{
        goal {said}
        skip d {said}
        touchpoint x on c {said} {{
          owner t
          action {said}
          effect + {said}
          feel -1 {said} because {said}
          think {said}
          pain {said} {{ because {said} }}
          opportunity {said} {{ owner t }}
          note l {said}
          measure m {{ current 1; desired 2; period {said} }}
        }}
        touchpoint y on {name} {{ owner {name} }}
      }}
      path q {said} {{
        trigger {said}
        step x {said}
        step y
      }}
    }}""")


def _persona(text: tuple[str, ...]) -> str:
    return (
        f'persona p "{text[0]}" {{\nage 40\njob "{text[3]}"\nquote "{text[4]}"\n'
        f'goal "{text[2]}"\n}}'
    )


def _cell(
    stage: int, channel: int, each: int, text: tuple[str, ...], names: list[str]
) -> list[str]:
    if (stage * 7 + channel * 3) % 4 == 1:
        return [f'skip c{channel} "{text[(stage + channel) % 5]}"']
    if (stage + channel) % 5 == 4:
        return []
    made = []
    for at in range(each):
        names.append(f"t{stage}-{channel}-{at}")
        made.append(_touchpoint(names[-1], stage, channel, at, text))
    return made


def _touchpoint(name: str, stage: int, channel: int, at: int, text: tuple[str, ...]) -> str:
    truth = "moment-of-truth" if (stage + channel) % 3 == 0 else ""
    word = text[(channel + stage) % 5].split()[0][:14]
    return f"""touchpoint {name} on c{channel} "{text[(stage + channel + at) % 5]}" {{
      kind {_KINDS[(stage + channel) % 3]}
      {truth}
      owner t backup u after 4h
      action "{text[(stage + at) % 5]}"
      effect - "{text[channel % 5]}"
      current {1 + (stage + channel) % 5}
      desired 5
      importance {1 + channel % 5}
      feel {_MOODS[(stage + channel + at) % 5]} "{word}"
      pain "{text[(stage + 3) % 5]}" {{ severity high }}
      opportunity "{text[(channel + stage) % 5]}" {{ status idea; due 2027-01-01; owner u }}
    }}"""


_SCRIPTS = (
    *("Rückerstattung", "wait", "Donaudampfschifffahrtsgesellschaftskapitänsmütze", "x"),
    *("پی\u200cگیری", "CRM", "صفحهٔ تماس", "سلامَتی", "۱۲٫۵٪", "در SLA"),
    *("客户旅程", "顧客体験マップ", "여정", "путешествие", "שירות", "สวัสดี"),
    *("😀", "👩🏽‍💻", "🇮🇷", "✓", "→", "a/b/c-d", "https://example.org/a?b=c", "W" * 70, "ـ" * 40),
    *("é", "e\u0301", "\u202eabc", "&<>", '"', "«»"),
)


def mixed(seed: int) -> Loaded:
    """A map of texts put together by chance: long words, mixed scripts, emoji."""
    chance = Random(seed)

    def text(most: int = 9) -> str:
        return quote(" ".join(chance.choices(_SCRIPTS, k=chance.randint(1, most))))

    names = [f"t{at}" for at in range(chance.randint(1, 9))]
    lines = [f"persona p {text()} {{ quote {text()}; need {text()}; age 40 }}"]
    lines += [f"channel c{at} {text(4)} {{ hours {text()} }}" for at in range(3)]
    lines += [f"team t {text(3)}", f"journey j {text()} {{", "for p", f"scenario {text(20)}"]
    lines.append(f"language {chance.choice(('en', 'fa', 'de', 'ar'))}")
    cuts = sorted(chance.choices(range(len(names) + 1), k=chance.randint(0, 3)))
    for at, (start, end) in enumerate(pairwise([0, *cuts, len(names)])):
        lines.append(f"stage s{at} {text(5)} {{ goal {text()}")
        lines += [_mixed(name, text, chance) for name in names[start:end]]
        lines.append("}")
    steps = "\n".join(f"step {name} {text()}" for name in chance.choices(names, k=4))
    return read("\n".join([*lines, f"path q {text(5)} {{\n{steps}\n}}", "}"]))


def _mixed(name: str, text: Callable[..., str], chance: Random) -> str:
    return f"""touchpoint {name} on c{chance.randint(0, 2)} {text()} {{
      owner t
      current {chance.randint(1, 5)}
      desired 5
      action {text()}
      do {text()}
      think {text()}
      backstage {text()}
      feel {chance.choice(_MOODS)} {text(3)}
      pain {text()} {{ severity high }}
      opportunity {text()} {{ impact {chance.randint(1, 5)}; effort {chance.randint(1, 5)} }}
    }}"""
