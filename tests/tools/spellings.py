"""One program, written in any of the ways the language allows."""

from dataclasses import dataclass, field
from random import Random

from jmap.model.statement import HeadField, spec
from jmap.model.text import quote
from jmap.resolve.heads import ordered
from jmap.syntax.words import Group, words
from tests.tools.programs import Draft, Piece

DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
SPACES = (" ", " ", " ", "  ", "\t", "\u00a0", " \u200f", "\u200e ")
COMMENTS = ("# a note", "#", "# «نه» { ; }", '# "quotes" \\', "#! third  ", "## a\u2028b")


@dataclass(slots=True)
class Writer:
    """Writes drafts. Without chance it writes plainly: one language, one statement a line."""

    language: str = "en"
    chance: Random | None = None
    comments: list[str] = field(default_factory=list)
    """Every comment that was written, without the blanks at its end."""

    def document(self, drafts: list[Draft]) -> str:
        """The whole text."""
        return self._comment_lines() + "".join(self._statement(draft, 0) for draft in drafts)

    def _statement(self, draft: Draft, depth: int) -> str:
        line = self._indent(depth) + self._line(draft)
        if draft.body is None:
            return line + self._end()
        if len(draft.body) < 2 and self._maybe(0.3):
            inner = "".join(self._line(item) for item in draft.body if item.body is None)
            if all(item.body is None for item in draft.body) and "\n" not in inner:
                return f"{line}{self._space()}{{ {inner} }}{self._end()}"
        opening = "{" + self._line_end() + self._comment_lines()
        inside = "".join(self._statement(item, depth + 1) for item in draft.body)
        return f"{line}{self._space()}{opening}{inside}{self._indent(depth)}}}{self._end()}"

    def _line(self, draft: Draft) -> str:
        values = list(draft.values)
        if draft.field.word == "x-":
            named = next(piece for _, piece in values if piece and piece.says.startswith("x-"))
            keyword, values = named.says, [item for item in values if item[1] is not named]
        else:
            keyword = self._spelled("statements", draft.field.word)
        return self._space().join([keyword, *map(self._value, self._in_order(draft, values))])

    def _in_order(
        self, draft: Draft, values: list[tuple[HeadField | None, Piece | None]]
    ) -> list[tuple[HeadField | None, Piece | None]]:
        """Values in an order that reads the same: introduced ones anywhere but first."""
        if not isinstance(draft.field.item, type) or self.chance is None:
            return values
        order = {head.name: at for at, head in enumerate(ordered(spec(draft.field.item).heads))}
        values.sort(key=lambda item: order[item[0].name] if item[0] else 0)
        placed = [item for item in values if item[0] and not item[0].word]
        for item in values:
            if item[0] and item[0].word:
                placed.insert(self.chance.randint(min(1, len(placed)), len(placed)), item)
        return placed

    def _value(self, item: tuple[HeadField | None, Piece | None]) -> str:
        head, piece = item
        lead = self._spelled("words", head.word) if head and head.word else ""
        return self._space().join(filter(None, [lead, self._piece(piece) if piece else ""]))

    def _piece(self, piece: Piece) -> str:  # noqa: C901
        match piece.kind:
            case "text":
                return self._text(piece.says)
            case "ad hoc":
                return quote(piece.says)
            case "choice":
                return self._spelled("choices", piece.says)
            case "sign":
                return "−" if piece.says == "-" and self._maybe(0.3) else piece.says
            case "id":
                return piece.says
            case "percent":
                return self._digits(piece.says) + ("٪" if self._maybe(0.3) else "%")
            case "duration":
                glued = piece.unit.isascii() and self._maybe(0.6)
                unit = piece.unit if glued else self._spelled("units", piece.unit)
                return self._digits(piece.says) + ("" if glued else " ") + unit
            case "count":
                return f"{self._digits(piece.says)} {piece.unit}"
        return self._digits(piece.says)

    def _text(self, text: str) -> str:
        plain = not set('"\\«»\n\t\u2028') & set(text)
        if plain and self._maybe(0.3):
            return f"«{text}»"
        if plain and self._maybe(0.2) and text == text.strip():
            return f'"""{text}"""'
        if self._maybe(0.3):
            return '"' + "".join(f"\\u{{{ord(c):x}}}" if c in '"\\\n\t' else c for c in text) + '"'
        return quote(text, "    ")

    def _digits(self, number: str) -> str:
        if self.chance is None:
            return number
        script = self.chance.choice(DIGITS)
        if number == "1000" or (len(number) == 4 and number.isdigit()):
            number = number[0] + self.chance.choice(("", "_", "٬")) + number[1:]
        if script != DIGITS[0] and ".." not in number:
            number = number.replace(".", self.chance.choice(".٫"))
        return number.translate(str.maketrans(DIGITS[0], script))

    def _spelled(self, group: Group, name: str) -> str:
        if self.chance is None:
            return words().spelled(group, name, self.language)
        table = words().spellings(group, [name])
        language = (
            self.language if self.language != "mixed" else self.chance.choice(words().languages)
        )
        ways = sorted(w for w in table if words().language_of(group, w) == language and w.isascii())
        return self.chance.choice([words().spelled(group, name, language), *ways])

    def _maybe(self, likely: float) -> bool:
        return self.chance is not None and self.chance.random() < likely

    def _space(self) -> str:
        return self.chance.choice(SPACES) if self.chance else " "

    def _indent(self, depth: int) -> str:
        return "  " * depth if self.chance is None else " " * self.chance.randint(0, 3)

    def _end(self) -> str:
        if self._maybe(0.15):
            return ";" + self._space()
        return self._line_end() + self._comment_lines()

    def _line_end(self) -> str:
        if self.chance is None:
            return "\n"
        comment = " " + self._comment() if self._maybe(0.2) else ""
        return comment + self.chance.choice(("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n \n\n"))

    def _comment_lines(self) -> str:
        return "".join(self._comment() + "\n" for _ in range(2) if self._maybe(0.1))

    def _comment(self) -> str:
        assert self.chance is not None
        text = self.chance.choice(COMMENTS)
        self.comments.append(text.rstrip())
        return text
