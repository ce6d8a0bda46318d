"""What every block of a page is, interactions included."""

from __future__ import annotations

import inspect
import textwrap

from cpom_scorm.schema import Model


class Block(Model):
    """One part of a page. Each kind is a class of its own whose `kind` is a `Literal`.

    The docstring of a kind ends in a line `Example:` and, indented below it, the YAML of one list entry.
    The documentation shows it and the tests build it.
    """

    kind: str
    """Which kind of block this is; names its template."""

    @classmethod
    def example(cls) -> str:
        """Give the YAML example from the docstring."""
        _, _, example = inspect.cleandoc(cls.__doc__ or "").partition("\nExample:\n")
        return textwrap.dedent(example).strip("\n") + "\n"
