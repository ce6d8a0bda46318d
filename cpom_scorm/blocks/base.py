"""What every block of a page is, interactions included."""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import TYPE_CHECKING, Any, Protocol, get_args

from cpom_scorm.schema import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.schema import MediaPath

_HEADING = re.compile(r"^(Accessibility|Example):\n", re.MULTILINE)


class Writer(Protocol):
    """Turns what an author wrote into markup."""

    def inline(self, text: str) -> str:
        """Render Markdown of one paragraph, without the paragraph around it."""

    def block(self, text: str) -> str:
        """Render Markdown of any length."""

    def file(self, path: str) -> str:
        """Give the address in the package of a file of the course, which then becomes part of it."""

    def file_text(self, path: str) -> str:
        """Give the text of a file of the course."""

    def page(self, path: str) -> str:
        """Give the address in the package of an author's page, which becomes part of it with its folder."""

    def picture(self, path: MediaPath, label: str) -> Mapping[str, Any]:
        """Give `src`, `width`, `height`, `box` (its own units) and `svg`; an empty label: decoration."""


class PageWriter(Writer, Protocol):
    """Writes what depends on the language of the course, or on what stands elsewhere in it."""

    @property
    def is_rtl(self) -> bool:
        """Whether the course is read from right to left."""

    @property
    def locale(self) -> str:
        """What browsers' `Intl` is asked for to write and read numbers alike."""

    @property
    def minus(self) -> str:
        """The sign before a negative number."""

    def text(self, key: str, **values: str) -> str:
        """Give an interface string with its names filled in."""

    def amount(self, value: float, unit: str = "", decimals: int = 0, *, is_change: bool = False) -> str:
        """Write a number with so many decimals and its unit; a change has its sign, also where it grows."""

    def question(self, question_id: str) -> Mapping[str, Any]:
        """Give `rows` and `scale` of a question for ratings, and `href` and `title` of where it stands."""

    def file_size(self, path: str) -> str:
        """Say how large a file of the course is: `1.2 MB`."""

    def amount_form(self, unit: str) -> str:
        """Give how a number, `#`, is written with this unit: `$#`."""


class Block(Model):
    """One part of a page. Each kind is a class of its own whose `kind` is a `Literal`.

    The docstring of a kind says what it is for. A paragraph below a line `Accessibility:` says what everybody
    can rely on. It ends in a line `Example:` and, indented below it, the YAML of one list entry. The
    documentation shows all of it and the tests build the example.
    """

    kind: str
    """Which kind of block this is; names its template."""

    def facts(self, write: PageWriter) -> dict[str, Any]:  # noqa: ARG002 - for kinds that have some
        """Give what is worked out: the template receives it besides `block`, `name` and `t`."""
        return {}

    @classmethod
    def name(cls) -> str:
        """Give the kind's word for `kind`."""
        (word,) = get_args(cls.model_fields["kind"].annotation)
        return str(word)

    @classmethod
    def described(cls) -> dict[str, str]:
        """Give the parts of the docstring: `""` (what it is for), `Accessibility` and `Example`."""
        parts = _HEADING.split(inspect.cleandoc(cls.__doc__ or "") + "\n")
        told = {
            heading: textwrap.dedent(text) for heading, text in zip(parts[1::2], parts[2::2], strict=True)
        }
        return {"": parts[0], **told}

    @classmethod
    def example(cls) -> str:
        """Give the YAML example from the docstring."""
        return cls.described().get("Example", "").strip("\n") + "\n"
