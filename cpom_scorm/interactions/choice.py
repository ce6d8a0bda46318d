"""One or several options out of a list."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from cpom_scorm.blocks import Role, Writer
from cpom_scorm.interactions.options import AnyOption, Selection, told_by
from cpom_scorm.schema import Many, MediaPath, PlainText


class Option(AnyOption):
    """An option of a choice."""

    image: MediaPath | None = None
    """A picture above the text. Where any option has one, options stand side by side."""
    alt: PlainText | None = None
    """What the picture says that the text does not; without it the picture is decoration."""


class Choice(Selection):
    """A list of options, of which one or several are correct.

    Example:
        - kind: choice
          id: system_work
          stem: Which TWO tasks are system work rather than single-prescription work?
          select: many
          options:
            - {id: a, text: Moving batch times so that doses reach every ward by 08:00}
            - {id: b, text: Counseling one patient about a new anticoagulant}
            - {id: c, text: Using override trends to change the stock of a cabinet}
          correct: [a, c]
          feedback:
            correct: Both change how every later dose flows.
            incorrect: Which two change how every later dose flows?
    """

    lists: ClassVar[Mapping[Role, str]] = {"option": "options"}

    kind: Literal["choice"]
    options: Many[Option]
    shuffle: bool = True
    """Whether learners see the options in an order of their own."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the options."""
        return tuple(("option", option.id) for option in self.options)

    def option_feedback(self) -> Mapping[str, str]:
        """Give the options' own texts."""
        return told_by(self.options)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `select`, `has_pictures` and `options`, each with `id`, `text_html` and `picture` or None."""
        options = [
            {
                "id": option.id,
                "text_html": write.inline(option.text),
                "picture": write.picture(option.image, option.alt or "") if option.image else None,
                "alt": option.alt or "",
            }
            for option in self.options
        ]
        has_pictures = any(option.image for option in self.options)
        return {
            **super().view(write),
            "select": self.select,
            "has_pictures": has_pictures,
            "options": options,
        }
