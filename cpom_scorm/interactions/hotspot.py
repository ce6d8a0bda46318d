"""Places on a picture, of which one or several are correct."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from cpom_scorm.blocks import Role, Writer
from cpom_scorm.interactions.options import AnyOption, Selection, told_by
from cpom_scorm.schema import Many, MediaPath, PlainText

Length = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
Place = Annotated[float, Field(ge=-100_000, le=100_000, allow_inf_nan=False)]


class Area(AnyOption):
    """A place on the picture, named in words: the list of names is what keyboards and readers use."""

    x: Place
    """Left edge, in the picture's own units: pixels, or those of a drawing's viewBox."""
    y: Place
    """Top edge."""
    width: Length
    height: Length
    shape: Literal["box", "ellipse"] = "box"


class Hotspot(Selection):
    """A picture to point at. Every area stands in a list below it too, so nobody has to see or point.

    Example:
        - kind: hotspot
          id: last_check
          stem: Select the stage where the last electronic check happens.
          image: media/stages.svg
          alt: "Three stages in a row: verify, dispense, administer."
          areas:
            - {id: verify, text: Verifying, x: 10, y: 18, width: 98, height: 74}
            - {id: dispense, text: Dispensing, x: 126, y: 18, width: 98, height: 74}
            - {id: administer, text: Administering, x: 242, y: 18, width: 98, height: 74}
          correct: administer
          feedback: The nurse scans patient and medicine at the bedside.
    """

    lists: ClassVar[Mapping[Role, str]] = {"option": "areas"}

    kind: Literal["hotspot"]
    image: MediaPath
    alt: PlainText
    """What the picture shows, without giving the answer away."""
    areas: Many[Area]
    """In the order of the list; they are never shuffled, as the picture has its own order."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the areas."""
        return tuple(("option", area.id) for area in self.areas)

    def option_feedback(self) -> Mapping[str, str]:
        """Give the areas' own texts."""
        return told_by(self.areas)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `select`, `picture` and `areas`: id, text_html, shape, x, y, width, height."""
        areas = [
            {**area.model_dump(exclude={"text", "feedback"}), "text_html": write.inline(area.text)}
            for area in self.areas
        ]
        picture = write.picture(self.image, "")
        return {
            **super().view(write), "select": self.select, "alt": self.alt, "picture": picture, "areas": areas
        }  # fmt: skip
