"""A text with gaps to fill."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from cpom_scorm.blocks import Role, Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction, Part
from cpom_scorm.interactions.responses import Letters, free_text, one_line
from cpom_scorm.interactions.typed_words import DEFAULT_WORDS, WordsLength, accepted_patterns
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model, PlainText

GAP = re.compile(r"\[\[([a-z0-9_]{1,40})\]\]")
"""Where a gap stands in the text."""
_HELD = re.compile(r"([(\[“‘«$€£]*)\ue000([a-z0-9_]{1,40})\ue001([.,;:!?%)\]”’»…]*)")
"""The same in rendered text, with the signs that may not part from it at the end of a line."""


class Gap(Model):
    """One gap."""

    id: Id
    accept: Many[PlainText]
    """Every text that counts as correct."""
    options: Many[PlainText] = ()
    """What can be chosen from a list; without any the learner types."""
    label: PlainText | None = None
    """Read out as the name of the field; "Gap 1" and so on when left out."""


class Cloze(Interaction):
    """A text with gaps to type into or to choose for. The LMS gets each gap as a record of its own.

    Example:
        - kind: cloze
          id: cus
          stem: Complete the signal phrase.
          text: I am concerned. I am [[feeling]]. This is a [[issue]] issue.
          gaps:
            - {id: feeling, accept: [uncomfortable]}
            - {id: issue, accept: [safety], options: [staffing, safety, billing]}
          credit: share
          feedback: The phrase names a concern, then discomfort, then safety.
    """

    lists: ClassVar[Mapping[Role, str]] = {"gap": "gaps"}

    kind: Literal["cloze"]
    text: InlineMarkdown
    """Holds `[[id]]` once for each gap."""
    gaps: Many[Gap]
    case_matters: bool = False
    """Whether capital letters must be as in `accept`."""
    max_length: WordsLength = DEFAULT_WORDS
    """The most that learners can type into one gap, in bytes of UTF-8."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the gaps."""
        return tuple(("gap", gap.id) for gap in self.gaps)

    def parts(self) -> tuple[Part, ...]:
        """Give the gaps, each told apart by its label, or by its place."""
        return tuple(Part(gap.id, gap.label or str(place)) for place, gap in enumerate(self.gaps, 1))

    def text_room(self) -> Mapping[str, int]:
        """Give `max_length`."""
        return {"": self.max_length}

    def key(self) -> dict[str, Any]:
        """Give `accept` by gap, and `case_matters`."""
        return {"accept": {gap.id: list(gap.accept) for gap in self.gaps}, "case_matters": self.case_matters}

    def encode(self, response: str, form: ResponseForm, letters: Letters) -> str:  # noqa: ARG002
        """Write what stands in one gap."""
        return free_text(response, form)

    def correct_patterns(self, part: str, form: ResponseForm, letters: Letters) -> tuple[str, ...]:  # noqa: ARG002
        """Write each text that the gap accepts."""
        gap = next(gap for gap in self.gaps if gap.id == part)
        return accepted_patterns(gap.accept, form, case_matters=self.case_matters)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `max_length` and `pieces` of the text: `html` before a `gap`, which is None at the end.

        A gap has `id`, `label`, which may be empty, `options`, and `before` and `after`: signs that touch it.
        """
        return {**super().view(write), "max_length": self.max_length, "pieces": list(self._pieces(write))}

    def _pieces(self, write: Writer) -> Iterator[dict[str, Any]]:
        gaps = {gap.id: gap for gap in self.gaps}
        # Private characters hold the places, because [[a]](b) and [[_a_]] mean something in Markdown.
        html = write.inline(GAP.sub("\ue000\\1\ue001", self.text))
        done = 0
        for place in _HELD.finditer(html):
            before, name, after = place.groups()
            if name not in gaps:
                continue
            gap = gaps[name]
            options = [one_line(option) for option in gap.options]
            shown = {"id": name, "label": gap.label or "", "options": options}
            # A slice is as safe as the whole, and of its type.
            html_before = html[done : place.start()]
            yield {"html": html_before, "gap": {**shown, "before": before, "after": after}}
            done = place.end()
        yield {"html": html[done:], "gap": None}
