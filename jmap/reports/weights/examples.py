"""An example of each name of a weight: one place of a small map, before and after.

Tests compare every one of them: each shows the name that it stands for.
"""

from dataclasses import dataclass
from typing import Literal, get_args

Hole = Literal["partner", "persona", "metric", "channel", "journey", "stage", "touchpoint", "file"]

_MAP = """
team web "Web team"
team desk "Service desk"
team courier "Couriers" {{ kind partner; {partner} }}
persona dana "Dana" {{ prefers chat; {persona} }}
persona tom "Tom"
metric csat "Satisfaction" {{ kind csat; {metric} }}
channel chat "Live chat" {{ kind chat; {channel} }}
channel phone "Phone" {{ kind phone }}
channel mail "Email" {{ kind email }}
channel counter "Counter" {{ kind meeting }}
journey story "How one call went" {{ stage all "All of it" }}
{file}
journey help "Getting help" {{
  {journey}
  stage ask "Asking" {{
    {stage}
    touchpoint form on mail "Fills in the form" {{ feel +1 }}
    touchpoint window on chat "Writes in the chat" {{ {touchpoint} }}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Example:
    """What stands in one place of the map before, and what after."""

    hole: Hole
    before: str
    after: str

    @property
    def old(self) -> str:
        """The map before, as source."""
        return self._map(self.before)

    @property
    def new(self) -> str:
        """The map after, as source."""
        return self._map(self.after)

    def _map(self, text: str) -> str:
        holes = dict.fromkeys(get_args(Hole), "")
        return _MAP.format(**{**holes, self.hole: text})


def _at(before: str, after: str) -> Example:
    return Example("touchpoint", before, after)


_LATE = 'pain late "The answer comes too late" { severity high }'
_BOT = 'opportunity bot "Answer the ten most common questions at once"'
_CROWD = 'risk crowd "All of them write on Monday"'
_PRICE = 'question price "What does it cost?"'
_END = _PRICE + '; stage end "Closing" {{ touchpoint bye "Reads the bill" {{ {} }}; {} }}'
_UNASKED, _ASKED = _END.format("", ""), _END.format("answers price", "")
_SECOND = 'touchpoint second "Reads the contract" { answers price }'
_TWICE, _ONCE = _END.format("answers price", _SECOND), _END.format("", _SECOND)
_PATH = (
    'stage end "Waiting" {{ touchpoint quiet "Hears nothing" {{ feel -2 }}; '
    'touchpoint sorry "Gets an apology" {{ feel +1 }} }}; '
    'path p negative "Nobody answers" {{ step quiet{} }}'
)
_WAY = 'path gladly for dana "In the chat" { step window }'
_OTHER_WAY = 'path also "By email" { step form }'
_COUNTED = (
    'source book "{}"; metric taken "Calls taken at once" {{ from book }}; '
    'journey calls "Calling" {{ stage call "Calls" {{ measure taken {{ current {}% }} }} }}'
)
_FORM = (
    'journey pay "Paying" {{ state current; stage s "Bill" '
    '{{ touchpoint web "Pays on the page" {{ {} }} }} }}'
)
_NEXT = (
    'journey next "Paying, next year" { extends pay; state future; '
    "stage s { touchpoint web { intended 90% } } }"
)
_NOTED = (
    'lane law "Privacy"; journey leave "Leaving us" {{ stage end "The end" '
    '{{ touchpoint bye "Says goodbye" {{ note law "{}" }} }} }}'
)
_LOST, _RECOVERED = _PATH.format(""), _PATH.format("; step sorry")

EXAMPLES: dict[str, Example] = {
    "gap-opened": _at("current 4h; desired 4h", "current 26h; desired 4h"),
    "gap-widened": _at("current 26h; desired 4h", "current 30h; desired 4h"),
    "gap-narrowed": _at("current 26h; desired 4h", "current 20h; desired 4h"),
    "gap-closed": _at("current 26h; desired 4h", "current 3h; desired 4h"),
    "gap-accepted": _at(
        "current 6h; desired 4h", 'current 6h; desired 4h; fine "Nobody writes at night"'
    ),
    "experience-worsened": _at("current 62%", "current 55%"),
    "experience-improved": _at("current 55%", "current 62%"),
    "better-on-paper": _at("current 249/300; desired 90%", "current 249/265; desired 90%"),
    "figure-redefined": Example(
        "file",
        _COUNTED.format("All calls that came in", 70),
        _COUNTED.format("Calls that somebody took", 90),
    ),
    "wish-still-met": _at("current 2h; desired 4h", "current 3h; desired 4h"),
    "within-chance": _at("current 47/60; desired 90%", "current 46/60; desired 90%"),
    "figure-lost": _at("current 26h", ""),
    "figure-counted": _at("current 38%", "current 190/500"),
    "figure-uncounted": _at("current 190/500", "current 38%"),
    "figure-told": _at("", "current 26h"),
    "unit-changed": _at("current 26h", "current 62%"),
    "unclear-direction": _at("current 3 clicks", "current 5 clicks"),
    "read-otherwise": _at("current 3 clicks; better lower", "current 3 clicks; better higher"),
    "wish-raised": _at("current 26h; desired 4h", "current 26h; desired 2h"),
    "wish-lowered": _at("current 26h; desired 4h", "current 26h; desired 8h"),
    "importance-lowered": _at(
        "current 26h; desired 4h; importance 5", "current 26h; desired 4h; importance 2"
    ),
    "wish-lost": _at("current 26h; desired 4h", "current 26h"),
    "wish-told": _at("current 26h", "current 26h; desired 4h"),
    "aim-raised": _at("intended 12h; desired 4h", "intended 6h; desired 4h"),
    "aim-lowered": _at("intended 90%", "intended 80%"),
    "aim-set": _at("current 60%", "current 60%; intended 90%"),
    "aim-lost": _at("intended 90%", ""),
    "target-tightened": Example("metric", "target 80%", "target 90%"),
    "target-loosened": Example("metric", "target 80%", "target 70%"),
    "target-set": Example("metric", "", "target 80%"),
    "target-lost": Example("metric", "target 80%", ""),
    "target-changed": Example("metric", "target 80%", "target 4h"),
    "tolerance-widened": Example("metric", "tolerance 5%", "tolerance 8%"),
    "tolerance-narrowed": Example("metric", "tolerance 8%", "tolerance 5%"),
    "tolerance-changed": Example("metric", "", "tolerance 5%"),
    "metric-redefined": Example("metric", "method top-2-box", "method mean"),
    "scorecard-cut": Example(
        "file",
        'metric ask "Asked once"; scorecard card "Service" { metric csat; metric ask }',
        'metric ask "Asked once"; scorecard card "Service" { metric csat }',
    ),
    "scale-changed": Example("journey", "scale 1..5", "scale 1..7"),
    "promise-tightened": Example("channel", "responds 90% within 5m", "responds 90% within 3m"),
    "promise-loosened": Example("channel", "responds 90% within 3m", "responds 90% within 5m"),
    "promise-changed": Example("channel", "responds 90% within 3m", "responds 95% within 5m"),
    "promise-made": Example("channel", "", "responds 90% within 5m"),
    "promise-lost": Example("channel", "responds 90% within 5m", ""),
    "hours-set": Example("channel", "", 'hours "8 to 6"'),
    "hours-changed": Example("channel", 'hours "8 to 6"', 'hours "9 to 4"'),
    "hours-lost": Example("channel", 'hours "8 to 6"', ""),
    "owner-gained": _at("", "owner desk"),
    "owner-lost": _at("owner desk", ""),
    "owner-changed": _at("owner web", "owner desk"),
    "backup-gained": _at("owner desk", "owner desk backup web"),
    "backup-changed": _at("owner desk backup web", "owner desk backup courier"),
    "backup-lost": _at("owner desk backup web", "owner desk"),
    "escalation-set": _at("owner desk backup web", "owner desk backup web after 4h"),
    "escalation-sooner": _at("owner desk backup web after 4h", "owner desk backup web after 2h"),
    "escalation-later": _at("owner desk backup web after 4h", "owner desk backup web after 8h"),
    "escalation-lost": _at("owner desk backup web after 4h", "owner desk backup web"),
    "lead-changed": Example("partner", 'lead "Ana"', 'lead "Tom"'),
    "accountable-gained": Example("partner", "", "accountable desk"),
    "accountable-lost": Example("partner", "accountable desk", ""),
    "channel-opened": Example("stage", "", 'touchpoint call on phone "Calls us"'),
    "channel-left": Example("stage", 'touchpoint call on phone "Calls us"', ""),
    "channel-skipped": Example(
        "stage", 'touchpoint call on phone "Calls us"', 'skip phone "Too dear at night"'
    ),
    "skip-untold": Example("stage", 'skip phone "Too dear at night"', ""),
    "channel-changed": Example(
        "stage",
        'touchpoint call on phone "Asks us"',
        'touchpoint call on counter "Asks us"',
    ),
    "channel-dropped": Example("file", 'channel fax "Fax"', ""),
    "touchpoint-added": Example("stage", "", 'touchpoint again on chat "Writes again"'),
    "touchpoint-opened": _at("status planned", "status live"),
    "touchpoint-planned": _at("status gap", "status planned"),
    "touchpoint-moved": Example(
        "journey",
        'stage end "Closing" { touchpoint bye on mail "Says thanks" }; stage later "Later"',
        'stage end "Closing"; stage later "Later" { touchpoint bye on mail "Says thanks" }',
    ),
    "touchpoint-renamed": Example(
        "stage",
        'touchpoint call on phone "Calls us"',
        'touchpoint ring was call on phone "Rings the desk"',
    ),
    "touchpoint-dropped": Example("stage", 'touchpoint again on chat "Writes again"', ""),
    "plan-dropped": _at("status planned", "status gap"),
    "plan-fulfilled": Example(
        "file",
        f"{_FORM.format('current 62%; intended 70%')}; {_NEXT}",
        _FORM.format("current 91%; intended 90%"),
    ),
    "plan-told": Example(
        "file",
        _FORM.format("current 62%; intended 70%"),
        f"{_FORM.format('current 62%; intended 70%')}; {_NEXT}",
    ),
    "stage-added": Example("journey", "", 'stage end "Closing"'),
    "stage-reordered": Example(
        "journey",
        'stage pay "Paying"; stage get "Getting it"',
        'stage get "Getting it"; stage pay "Paying"',
    ),
    "stage-dropped": Example("journey", 'stage end "Closing" { touchpoint bye "Says thanks" }', ""),
    "journey-told": Example("file", "", 'journey leave "Leaving us" { stage end "The end" }'),
    "journey-dropped": Example("file", 'journey leave "Leaving us" { stage end "The end" }', ""),
    "journey-standing": Example("journey", "status draft", "status validated"),
    "journey-retired": Example("journey", "", "status retired"),
    "persona-added": Example("journey", "", "for dana"),
    "persona-dropped": Example("journey", "for dana", ""),
    "preference-changed": Example("persona", "prefers phone", "prefers phone; prefers mail"),
    "detail-lost": _at("opens story", ""),
    "action-gained": _at("", 'action "Call back within the hour"'),
    "action-lost": _at('action "Call back within the hour"', ""),
    "action-dropped": _at(
        'action "Say when it comes"; action "Call back within the hour"',
        'action "Say when it comes"',
    ),
    "action-cut": _at(
        'action "Say what it costs and call back within the hour"',
        'action "Say what it costs"',
    ),
    "action-changed": _at('action "Call back"', 'action "Send a letter"'),
    "backstage-lost": _at('backstage desk "Reads it aloud"', ""),
    "backstage-gained": _at("", 'backstage desk "Reads it aloud"'),
    "backstage-changed": _at("backstage desk", "backstage courier"),
    "answer-given": Example("journey", _UNASKED, _ASKED),
    "answer-lost": Example("journey", _ASKED, _UNASKED),
    "answer-moved": Example("journey", _TWICE, _ONCE),
    "question-dropped": Example("journey", _PRICE, ""),
    "resolution-set": _at("", 'resolution "The price is in writing"'),
    "resolution-changed": _at(
        'resolution "The price is in writing"', 'resolution "Somebody called back"'
    ),
    "resolution-lost": _at('resolution "The price is in writing"', ""),
    "exit-set": Example("stage", "", 'exit "They know the price"'),
    "exit-changed": Example(
        "stage", 'exit "They know the price and the day"', 'exit "They know the price"'
    ),
    "exit-lost": Example("stage", 'exit "They know the price"', ""),
    "feedback-gained": _at("", 'feedback direct "One question after the chat"'),
    "feedback-lost": _at('feedback direct "One question after the chat"', ""),
    "feedback-sooner": _at(
        'feedback direct "One question after the chat"',
        'feedback direct "One question after the chat" real-time',
    ),
    "feedback-later": _at(
        'feedback direct "One question after the chat" real-time',
        'feedback direct "One question after the chat"',
    ),
    "guideline-changed": _at(
        'guideline "Name the price unasked"', 'guideline "Name the price when asked"'
    ),
    "equipment-lost": _at('resource "A list of all prices"', ""),
    "personal-touch-gained": _at("", 'personalise "We know what they bought"'),
    "personal-touch-lost": _at('personalise "We know what they bought"', ""),
    "way-lost": Example("journey", f"for dana; {_WAY}", "for dana"),
    "way-cut": Example(
        "journey",
        'path also "By email" { step form; step window }',
        'path also "By email" { step form }',
    ),
    "path-rerouted": Example("journey", _OTHER_WAY, _OTHER_WAY.replace("form", "window")),
    "path-told": Example("journey", "", _WAY),
    "path-reordered": Example(
        "journey",
        'path also "By email" { step form; step window; step bye }; '
        'stage end "End" { touchpoint bye on mail "Says thanks" }',
        'path also "By email" { step window; step form; step bye }; '
        'stage end "End" { touchpoint bye on mail "Says thanks" }',
    ),
    "path-recast": Example(
        "journey",
        'path p negative "Nobody answers" { step window }',
        'path p "Nobody answers" { step window }',
    ),
    "path-given": Example(
        "journey",
        f"for dana; {_OTHER_WAY}; {_WAY}",
        f"for dana; {_OTHER_WAY}; {_WAY.replace('for dana', 'for tom')}",
    ),
    "path-dropped": Example("journey", f"{_WAY}; {_OTHER_WAY}", _OTHER_WAY),
    "path-lost": Example("journey", 'path p negative "Nobody answers" { step window }', ""),
    "path-prepared": Example("journey", "", 'path p negative "Nobody answers" { step window }'),
    "recovery-gained": Example("journey", _LOST, _RECOVERED),
    "recovery-lost": Example("journey", _RECOVERED, _LOST),
    "mood-rose": _at('feel -1 "wary"', 'feel +1 "glad"'),
    "mood-fell": _at('feel +1 "glad"', 'feel -1 "wary"'),
    "mood-doubted": _at('feel -2 measured "lost"', 'feel -1 assumed "wary"'),
    "mood-told": _at("", 'feel -2 "lost"'),
    "mood-untold": _at('feel -2 "lost"', ""),
    "words-cut": _at('say "Nobody ever called me back."', ""),
    "moment-told": _at("", "moment-of-truth"),
    "moment-lost": _at("moment-of-truth", ""),
    "trust-rose": _at("trust -1", "trust +1"),
    "trust-fell": _at("trust +1", "trust -1"),
    "trust-told": _at("", "trust -1"),
    "trust-untold": _at("trust -1", ""),
    "effort-shrank": _at("effort 4", "effort 2"),
    "effort-grew": _at("effort 2", "effort 4"),
    "effort-told": _at("", "effort 4"),
    "effort-untold": _at("effort 4", ""),
    "takes-less-time": _at("takes 3d", "takes 1d"),
    "takes-longer": _at("takes 1d", "takes 3d"),
    "time-changed": _at("takes 1d..3d", "takes 2h..4d"),
    "time-told": _at("", "takes 1d"),
    "time-untold": _at("takes 1d", ""),
    "effect-improved": _at('effect ± "They wait calmly"', 'effect + "They wait calmly"'),
    "effect-worsened": _at('effect + "They wait calmly"', 'effect - "They write twice"'),
    "fewer-leave": _at("churn 14%", "churn 10%"),
    "more-leave": _at("churn 10%", "churn 14%"),
    "churn-moved": Example(
        "stage",
        'touchpoint call "Calls us" { churn 14% }; touchpoint ring "Is called"',
        'touchpoint call "Calls us"; touchpoint ring "Is called" { churn 14% }',
    ),
    "churn-told": _at("", "churn 14%"),
    "churn-untold": _at("churn 14%", ""),
    "evidence-lost": _at('evidence "40 calls listened to"', ""),
    "evidence-changed": Example(
        "journey", 'evidence "12 interviews"', 'evidence "What the team believes"'
    ),
    "quote-changed": Example("persona", "", 'quote "Just tell me when."'),
    "test-told": Example("journey", "", 'tested 2026-09-17 walkthrough "The form timed out twice"'),
    "benchmark-changed": _at(
        'benchmark 2h "The best of our rivals"', 'benchmark 9h "The one next door"'
    ),
    "need-retold": Example("persona", 'need "An answer in writing"', ""),
    "note-changed": Example(
        "file",
        _NOTED.format("Kept for ten days"),
        _NOTED.format("Kept for as long as we like"),
    ),
    "driver-changed": Example(
        "persona", 'driver importance 5 "Clear prices"', 'driver importance 3 "Clear prices"'
    ),
    "confidence-changed": _at("confidence measured", "confidence assumed"),
    "purpose-changed": Example(
        "journey",
        'objective "Three questions in four answered at once"',
        'objective "Fewer calls"',
    ),
    "review-rarer": Example(
        "journey", "reviewed 2026-10-04 every 90d", "reviewed 2026-10-04 every 1y"
    ),
    "review-oftener": Example(
        "journey", "reviewed 2026-10-04 every 1y", "reviewed 2026-10-04 every 90d"
    ),
    "pain-told": _at("", _LATE),
    "pain-retold": _at(
        'pain late "One answer in 10 comes too late"',
        'pain late "One answer in 5 comes too late"',
    ),
    "pain-grew": _at(_LATE.replace("high", "low"), _LATE),
    "pain-shrank": _at(
        _LATE, _LATE.replace("severity high", 'severity low; evidence "30 calls, October"')
    ),
    "pain-played-down": _at(
        f"{_LATE}; {_BOT} {{ eases late }}",
        f"{_LATE.replace('high', 'low')}; {_BOT} {{ eases late; status dropped }}",
    ),
    "pain-eased": _at(
        f"{_LATE}; {_BOT} {{ eases late; status done }}", f"{_BOT} {{ status done }}"
    ),
    "pain-dropped": _at(_LATE, ""),
    "pain-answered": _at(f"{_LATE}; {_BOT}", f"{_LATE}; {_BOT} {{ eases late }}"),
    "pain-unanswered": _at(f"{_LATE}; {_BOT} {{ eases late }}", f"{_LATE}; {_BOT}"),
    "severity-told": _at(_LATE.replace(" { severity high }", ""), _LATE),
    "severity-untold": _at(_LATE, _LATE.replace(" { severity high }", "")),
    "idea-told": _at("", _BOT),
    "idea-retold": _at(
        'opportunity bot "Answer the ten most common questions at once, by day and by night"',
        'opportunity bot "Answer the ten most common questions at once"',
    ),
    "idea-planned": _at("", f"{_BOT} {{ status planned }}"),
    "idea-advanced": _at(f"{_BOT} {{ status planned }}", f"{_BOT} {{ status doing }}"),
    "idea-done": _at(f"{_BOT} {{ status doing }}", f"{_BOT} {{ status done }}"),
    "idea-revived": _at(f"{_BOT} {{ status dropped }}", f"{_BOT} {{ status idea }}"),
    "idea-set-back": _at(f"{_BOT} {{ status doing }}", f"{_BOT} {{ status planned }}"),
    "idea-dropped": _at(f"{_BOT} {{ status planned }}", f"{_BOT} {{ status dropped }}"),
    "due-set": _at(_BOT, f"{_BOT} {{ due 2027-02-01 }}"),
    "due-sooner": _at(f"{_BOT} {{ due 2027-05-01 }}", f"{_BOT} {{ due 2027-02-01 }}"),
    "due-later": _at(f"{_BOT} {{ due 2027-02-01 }}", f"{_BOT} {{ due 2027-05-01 }}"),
    "due-lost": _at(f"{_BOT} {{ due 2027-02-01 }}", _BOT),
    "risk-told": _at("", _CROWD),
    "risk-grew": _at(f"{_CROWD} {{ likelihood low }}", f"{_CROWD} {{ likelihood high }}"),
    "risk-shrank": _at(
        f"{_CROWD} {{ likelihood high }}",
        f'{_CROWD} {{ likelihood low; remedy "Two more of us on Mondays" }}',
    ),
    "risk-played-down": _at(f"{_CROWD} {{ likelihood high }}", f"{_CROWD} {{ likelihood low }}"),
    "risk-dropped": _at(_CROWD, ""),
    "likelihood-told": _at(_CROWD, f"{_CROWD} {{ likelihood high }}"),
    "likelihood-untold": _at(f"{_CROWD} {{ likelihood high }}", _CROWD),
    "remedy-gained": _at(_CROWD, f'{_CROWD} {{ remedy "Two more of us on Mondays" }}'),
    "remedy-lost": _at(f'{_CROWD} {{ remedy "Two more of us on Mondays" }}', _CROWD),
    "remedy-changed": _at(
        f'{_CROWD} {{ remedy "Two more of us on Mondays" }}',
        f'{_CROWD} {{ remedy "Ask them to write by night" }}',
    ),
}
