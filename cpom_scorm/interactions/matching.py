"""Pairs to find: a target for each source."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from cpom_scorm.blocks import Role, Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import Letters, pairs
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model, PlainText


class Source(Model):
    """What needs a partner: stands in a line of its own."""

    id: Id
    text: InlineMarkdown


class Target(Model):
    """A possible partner: stands in the list beside every source, so it is plain text."""

    id: Id
    text: PlainText


class Matching(Interaction):
    """Lines to complete from one list. Targets can be more than sources, and serve more than one of them.

    Example:
        - kind: matching
          id: credentials
          stem: Match each term to its meaning.
          sources:
            - {id: s1, text: Licensure}
            - {id: s2, text: Accreditation}
          targets:
            - {id: t1, text: Legal permission from a state to practice}
            - {id: t2, text: Outside review of a program}
            - {id: t3, text: Proof that a course was completed}
          correct: {s1: t1, s2: t2}
          feedback: A state licenses people; an accreditor reviews programs.
    """

    lists: ClassVar[Mapping[Role, str]] = {"source": "sources", "target": "targets"}

    kind: Literal["matching"]
    sources: Many[Source]
    targets: Many[Target]
    correct: dict[Id, Id]
    """Id of each source and the id of its target."""
    shuffle: bool = True
    """Whether learners see the targets in an order of their own; sources keep theirs."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the sources, then the targets."""
        sources: tuple[tuple[Role, str], ...] = tuple(("source", source.id) for source in self.sources)
        return sources + tuple(("target", target.id) for target in self.targets)

    def key(self) -> dict[str, str]:
        """Give the target of each source."""
        return dict(self.correct)

    def encode(self, response: Mapping[str, str], form: ResponseForm, letters: Letters) -> str:
        """List the pairs."""
        return pairs(response, form, letters)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `sources`, each with `id` and `text_html`, and `targets`, each with `id` and plain `text`."""
        sources = [{"id": source.id, "text_html": write.inline(source.text)} for source in self.sources]
        targets = [{"id": target.id, "text": target.text} for target in self.targets]
        return {**super().view(write), "sources": sources, "targets": targets}
