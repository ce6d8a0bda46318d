"""A film."""

from typing import Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Writer
from cpom_scorm.blocks.recording import Recording
from cpom_scorm.schema import CaptionsPath, FilmPath, MediaPath


class Video(Recording):
    """A film from the course folder, with captions and a transcript. It never plays by itself.

    With `required_percent` the page counts as done only once that much was played; where a browser cannot
    play the film, learners read the transcript instead.

    Accessibility:
        The browser's own player, named by the title. Captions are on from the start where browsers allow it,
        and the transcript opens below the film by keyboard or finger, and is open in print.

    Example:
        - kind: video
          title: A morning at the cabinet
          source: media/morning.mp4
          captions: media/morning.vtt
          poster: media/morning.png
          transcript: |
            A nurse opens the cabinet. "Two of forty doses were not where the list says."
    """

    kind: Literal["video"]
    source: FilmPath
    """A file of type mp4 or webm below the course folder, or an address of an origin in `external`."""
    captions: CaptionsPath | None = None
    """A WebVTT file in the course's language. Leave it out only with `silent: true`."""
    silent: bool = False
    """Whether there is nothing to hear."""
    poster: MediaPath | None = None
    """A picture that is shown until the film plays."""
    width: Annotated[int, Field(ge=16, le=7680)] = 1280
    height: Annotated[int, Field(ge=16, le=4320)] = 720
    """Size of the film in pixels, so that the page does not jump while it loads."""

    def facts(self, write: Writer) -> dict[str, Any]:
        """Add the addresses of `source`, `captions` and `poster` in the package."""
        optional = {"captions": self.captions, "poster": self.poster}
        addresses = {name: write.file(path) if path else "" for name, path in optional.items()}
        return {**super().facts(write), **addresses, "source": write.file(self.source)}
