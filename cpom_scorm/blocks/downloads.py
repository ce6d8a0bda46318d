"""Files to keep."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import DownloadPath, InlineMarkdown, Many, Model, PlainText

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import PageWriter


class Download(Model):
    """One file."""

    title: PlainText
    """What the file is; its type and size are added."""
    file: DownloadPath
    """A document, picture, sound, film or zip below the course folder; learners get it under this name."""
    description: InlineMarkdown | None = None
    """What it is good for."""


class Downloads(Block):
    """Files that learners can keep: forms, checklists, slides. They are part of the package.

    Whether they are fetched is not kept. Where an LMS shows courses in a frame that forbids downloads,
    browsers refuse them: try it there once.

    Accessibility:
        A list below a heading of its own. Every link tells the title, the type and the size of its file
        before it is followed.

    Example:
        - kind: downloads
          files:
          - title: Checklist for a cycle count
            file: media/Cycle count.pdf
            description: One page to print for every count.
    """

    kind: Literal["downloads"]
    title: PlainText | None = None
    """Of the list; "Downloads" in the course's language when left out."""
    files: Annotated[Many[Download], Field(min_length=1)]

    def facts(self, write: PageWriter) -> dict[str, Any]:
        """Give `links` of the files: `href`, `name` (to save under), `type` and `size` in words."""
        paths = [PurePosixPath(download.file) for download in self.files]
        return {
            "links": [
                {
                    "href": write.file(str(path)),
                    "name": path.name,
                    "type": path.suffix.removeprefix(".").upper(),
                    "size": write.file_size(str(path)),
                }
                for path in paths
            ]
        }
