"""Any word of the language, in any human language, may be an id wherever an id stands."""

import pytest

from jmap.format import format_source
from jmap.loading import load_text
from jmap.model.vocabulary import specs
from jmap.model.workspace import Document
from jmap.source import SourceFile
from jmap.syntax.fold import fold
from jmap.syntax.words import GROUPS, words
from tests.tools.tables import spellings

SPELLINGS = sorted({word for group in GROUPS for word in spellings(group)})

PROGRAM = """
persona {id} "P" {{ prefers {id} }}
channel {id} was {old}
team {id} {{ accountable {id} }}
system {id} {{ owner {id} backup {id} after 4h }}
process {id}
product {id}
metric {id} {{ method {id}; from {id} }}
source {id} {{ column {id} "C" }}
lane {id}
scorecard {id} {{ metric {id} }}
journey base {{ stage old {{ touchpoint old }} }}
journey {id} was {old} "J" {{
  extends base
  language {id}
  for {id}
  product {id}
  owner {id}
  contributor {id} "Name"
  question {id} "Q"
  measure {id} {{ current 1 }}
  note {id} "N"
  tag {id}
  stage {id} was old {{
    opens {id}
    skip {id} "S"
    touchpoint {id} was old on {id} {{
      owner {id} backup {id}
      do "D" as {id}
      feel -1 as {id}
      takes 4m as {id}
      answers {id}
      backstage {id} "B"
      support {id}
      pain {id} "P"
      opportunity {id} was {old} "O" {{ eases {id} }}
      risk {id} "R"
      measure {id}
    }}
  }}
  path {id} was {old} negative for {id} {{ step {id} "S" }}
}}
"""


def test_there_are_many_words() -> None:
    assert len(SPELLINGS) > 450
    assert any("‌" in word for word in SPELLINGS)


@pytest.mark.parametrize("word", SPELLINGS)
def test_a_keyword_as_every_id(word: str) -> None:
    later = SPELLINGS[SPELLINGS.index(word) :] + SPELLINGS
    old = next(other for other in later if fold(other) != fold(word))
    text = PROGRAM.format(id=word, old=old)
    loaded = load_text(text)

    assert loaded.ok, loaded.diagnostics[0]
    journey = loaded.journeys[1]
    touchpoint = journey.stages[0].touchpoints[0]
    assert journey.id == touchpoint.id == touchpoint.channel == journey.personas[0] == word
    assert journey.paths[0].steps[0].touchpoint == journey.paths[0].persona == word
    assert journey.paths[0].negative
    assert format_source(SourceFile("t", text)).ok


def test_every_word_of_the_classes_is_in_every_table() -> None:
    for item in specs(Document):
        for field in item.body.values():
            for language in words().languages:
                spelled = words().spelled("statements", field.word, language)
                assert words().language_of("statements", spelled), (field.word, language)
                assert words().canonical("statements", spelled) == field.word
        for head in item.introduced:
            for language in words().languages:
                assert words().canonical("words", words().spelled("words", head, language)) == head


def test_no_spelling_means_two_things_in_one_place() -> None:
    for group in GROUPS:
        meanings: dict[str, set[str]] = {}
        for word in spellings(group):
            meanings.setdefault(fold(word), set()).add(words().canonical(group, word))
        assert {word: names for word, names in meanings.items() if len(names) > 1} == {}
