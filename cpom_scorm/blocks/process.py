"""Stages of a process."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Markdown, Model, PlainText


class Stage(Model):
    """One stage."""

    title: PlainText
    """One to three words, so that five stages fit beside each other."""
    text: Markdown | None = None
    current: bool = False
    """Whether this is the stage that the page is about. One stage at most."""


class Process(Block):
    """Stages that follow each other: beside each other where there is room for them, else below each other.

    Accessibility:
        An ordered list: readers hear how many stages there are and which one is current, and the current one
        says so in words. Circles and lines are decoration.

    Example:
        - kind: process
          stages:
          - {title: Prescribing, text: "The right order, complete and clear."}
          - {title: Verifying, text: A pharmacist reviews before release.}
          - {title: Dispensing, text: "Carousel, IV room and batch times.", current: true}
          - {title: Administering, text: Two bar codes scanned at the bedside.}
          - {title: Monitoring, text: "Effect, harm and what to change."}
          beneath: [Procurement, Storage, Evaluation of the whole system]
    """

    kind: Literal["process"]
    stages: Annotated[Many[Stage], Field(min_length=2, max_length=9)]
    """More than five always stand below each other."""
    beneath: Annotated[Many[PlainText], Field(min_length=1)] | None = None
    """What goes on beneath every stage: a few words each."""
