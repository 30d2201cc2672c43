"""Small maps to find gaps in."""

from jmap.gaps import Gap, gaps_of
from jmap.loading import Loaded, load_text
from jmap.model.stage import Stage


def read(source: str) -> Loaded:
    """A map that must have no errors."""
    loaded = load_text(source)
    assert loaded.ok, [f"{found.name}: {found.message}" for found in loaded.diagnostics]
    return loaded


def gaps_in(loaded: Loaded) -> dict[str, Gap]:
    """The gaps of the first journey by key, in the order of the map."""
    return {gap.key: gap for gap in gaps_of(loaded.workspace, loaded.journeys[0])}


def touchpoint_gap(lines: str, declarations: str = "", journey: str = "", on: str = "") -> Gap:
    """The gap of one touchpoint with some lines."""
    place = f"on {on} " if on else ""
    source = f"""{declarations}
    journey j "J" {{ {journey}
      stage s {{ touchpoint t {place}{{
        {lines}
      }} }}
    }}"""
    return gaps_in(read(source))["j.s.t"]


def measure_gap(
    lines: str, metric: str = "", journey: str = "", channel: str = "kind phone"
) -> Gap:
    """The gap of one measure of a metric ``m``, on a channel ``c``."""
    source = f"""
    metric m {{ {metric} }}
    channel c {{ {channel} }}
    journey j "J" {{ {journey}
      stage s {{ touchpoint t on c {{ measure m {{
        {lines}
      }} }} }}
    }}"""
    return gaps_in(read(source))["j.s.t.m"]


def stages(loaded: Loaded) -> dict[str, Stage]:
    """The stages of the first journey by id."""
    return {stage.id: stage for stage in loaded.journeys[0].stages}


FRIDGE = """
metric csat { kind csat; method top-2-box; scale 1..5; target 90% }
metric nps { kind nps; scale 0..10 }
channel phone { kind phone; responds 80% within 20s }
channel chat { kind chat; responds 90% within 3m }
channel mail { kind email; responds 95% within 24h }
channel sms { kind sms }
channel home { kind meeting }
journey fridge "یخچالم خنک نمی\u200cکند" {
  language fa
  owner "مدیر مرکز"
  measure nps { current ۳۱/۴۰/۴۹; desired 30 }
  stage find { touchpoint page on "وب\u200cسایت" {
    current ۳ کلیک; desired ۱ کلیک; intended ۱ کلیک; better lower
  } }
  stage connect "برقراری تماس" {
    owner "سرپرست شیفت"
    touchpoint queue on phone { current 96s; desired 20s; intended 20s; importance 5 }
    touchpoint talk on chat { current 7m; desired 3m; intended 3m; importance 4 }
    touchpoint letter on mail { owner "مدیر فروش"; current 31h; desired 24h; intended 24h }
  }
  stage agent { touchpoint first-line on phone {
    moment-of-truth
    current 1011/3612; desired 0%; intended 10%; better lower
  } }
  stage visit {
    touchpoint repair on home { current 3.2d; desired 1d; intended 1d }
    touchpoint coming on sms { current 78%; desired 95%; intended 95% }
  }
  stage after {
    touchpoint survey on sms { measure csat { current 412/640; intended 80% } }
    touchpoint renew on sms { current 6%; intended 15% }
  }
}
"""
"""A call centre for repairs."""

PERMIT = """
metric csat { kind csat; target 80% }
journey permit "Renewing a permit" {
  stage decision {
    touchpoint web on "Web" { current 26wd; desired 20wd; intended 15wd }
    touchpoint post on "Post" { current 41wd; desired 20wd; intended 15wd }
    touchpoint desk on "Desk" { current 22wd; desired 20wd; intended 15wd }
  }
  stage apply {
    touchpoint form on "Web" { current 511/902; desired 90%; intended 80% }
    touchpoint call on "Phone" { current 388/430; desired 90%; intended 95% }
    touchpoint scan on "Desk" { current 64/66; desired 90%; intended 97% }
  }
  stage evidence {
    touchpoint letter on "Post" { current 538/902; desired 95%; intended 90% }
  }
}
"""
"""A city's parking permits."""
