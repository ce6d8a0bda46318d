"""Items to sort: a category for each."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from cpom_scorm.blocks import Role, Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import Letters, pairs
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model, PlainText


class Item(Model):
    """What is to be sorted."""

    id: Id
    text: InlineMarkdown


class Category(Model):
    """Where items belong."""

    id: Id
    text: PlainText


class Categorise(Interaction):
    """Items to sort into a few categories that all of them share. LMSs get it as matching.

    Example:
        - kind: categorise
          id: claims
          stem: Sort each sentence by who has to back it up.
          items:
            - {id: aim, text: The program aims at high standards.}
            - {id: pay, text: The credential raises pay.}
            - {id: listed, text: The program is accredited.}
          categories:
            - {id: own, text: The program itself}
            - {id: outside, text: Somebody outside}
          correct: {aim: own, pay: outside, listed: outside}
          feedback: An aim is the program's own to state; facts about the world need outside evidence.
    """

    lists: ClassVar[Mapping[Role, str]] = {"source": "items", "target": "categories"}

    kind: Literal["categorise"]
    items: Many[Item]
    categories: Many[Category]
    """Side by side in the author's order, the same for every item."""
    correct: dict[Id, Id]
    """Id of each item and the id of its category."""
    shuffle: bool = True
    """Whether learners see the items in an order of their own."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the items as sources, then the categories as targets."""
        items: tuple[tuple[Role, str], ...] = tuple(("source", item.id) for item in self.items)
        return items + tuple(("target", category.id) for category in self.categories)

    def key(self) -> dict[str, str]:
        """Give the category of each item."""
        return dict(self.correct)

    def encode(self, response: Mapping[str, str], form: ResponseForm, letters: Letters) -> str:
        """List the items with their categories."""
        return pairs(response, form, letters)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `items`, each with `id` and `text_html`, and `categories`, each with `id` and plain `text`."""
        items = [{"id": item.id, "text_html": write.inline(item.text)} for item in self.items]
        categories = [{"id": category.id, "text": category.text} for category in self.categories]
        return {**super().view(write), "items": items, "categories": categories}
