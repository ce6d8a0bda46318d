"""A sound."""

from typing import Any, Literal

from cpom_scorm.blocks.base import Writer
from cpom_scorm.blocks.recording import Recording
from cpom_scorm.schema import SoundPath


class Audio(Recording):
    """A recording to listen to, with its transcript. It never plays by itself.

    With `required_percent` the page counts as done only once that much was played.

    Accessibility:
        The browser's own player, named by the title. The transcript opens below it by keyboard or finger, and
        is open in print.

    Example:
        - kind: audio
          title: A call about a late dose
          source: media/call.mp3
          transcript: |
            "Pharmacy, this is Kim." "The dose for bed four is late again."
    """

    kind: Literal["audio"]
    source: SoundPath
    """A file of type mp3, m4a or ogg below the course folder, or an address of an origin in `external`."""

    def facts(self, write: Writer) -> dict[str, Any]:
        """Add the address of `source` in the package."""
        return {**super().facts(write), "source": write.file(self.source)}
