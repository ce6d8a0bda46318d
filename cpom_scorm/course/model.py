"""What a course is: sections of pages made of blocks, quizzes of questions. Names are the YAML's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from pydantic import Field

from cpom_scorm.blocks import BLOCKS, Block
from cpom_scorm.interactions import INTERACTIONS, Interaction
from cpom_scorm.schema import (
    CourseId,
    Id,
    InlineMarkdown,
    Language,
    Many,
    Minutes,
    Model,
    Origin,
    Percent,
    PlainText,
    Weight,
)

if TYPE_CHECKING:
    AnyBlock = Block
    AnyInteraction = Interaction
else:
    AnyBlock = Annotated[Union[(*BLOCKS, *INTERACTIONS)], Field(discriminator="kind")]
    AnyInteraction = Annotated[Union[INTERACTIONS], Field(discriminator="kind")]  # noqa: UP007 - a tuple


DrawCount = Annotated[int, Field(ge=1, le=255)]


class Term(Model):
    """A word that the page explains."""

    term: PlainText
    meaning: InlineMarkdown


class GlossaryTerm(Term):
    """A word of the course's glossary; texts lead to it by a link to `#/glossary/<id>`."""

    id: Id


class Page(Model):
    """What a learner reads in one go."""

    id: Id
    """Permanent and unique over the course: progress is stored by it."""
    title: PlainText
    minutes: Minutes
    """Reading time."""
    required: bool = True
    """Whether the course is complete only once this page was seen."""
    lead: InlineMarkdown | None = None
    terms: Many[Term] = ()
    blocks: Many[AnyBlock]


class Objective(Model):
    """What learners can do after a section."""

    id: Id
    text: PlainText


class Pool(Model):
    """Questions of which each attempt asks some."""

    draw: DrawCount | dict[Id, DrawCount]
    """How many questions an attempt asks, or how many about each objective."""
    questions: Many[AnyInteraction]


class Quiz(Model):
    """The questions that a section is scored by. In a section without pages it is an assessment."""

    title: PlainText
    lead: InlineMarkdown | None = None
    minutes: Minutes
    pass_mark: Percent | None = None
    """In per cent; None: the course's."""
    weight: Weight = 1
    """How much this quiz counts among all quizzes."""
    shuffle: bool = True
    """Whether each attempt has its own order of questions and options."""
    show: Literal["one", "all"] = "one"
    """One question at a time, or all on one page."""
    feedback: Literal["end", "immediate"] = "end"
    """When learners are told how right they were: after the attempt, or after each question."""
    attempts: Annotated[int, Field(ge=1, le=255)] | None = None
    """The most attempts; None: no limit."""
    questions: Many[AnyInteraction] = ()
    """Asked in every attempt."""
    pools: Many[Pool] = ()
    """Asked in part: each attempt draws afresh."""

    @property
    def every_question(self) -> tuple[Interaction, ...]:
        """Give the questions that are always asked, then those of the pools."""
        return (*self.questions, *(question for pool in self.pools for question in pool.questions))


class Section(Model):
    """A part of the course with a file of its own."""

    id: Id
    """Permanent and unique over all sections; the LMS knows the section's objective by it."""
    number: PlainText
    title: PlainText
    short_title: PlainText | None = None
    summary: PlainText | None = None
    objectives: Many[Objective] = ()
    pages: Many[Page]
    """Empty only in an assessment: a section that is nothing but its quiz."""
    quiz: Quiz | None = None


class Scoring(Model):
    """How the score and the status of the course come about."""

    pass_mark: Percent = 80
    require: Literal["overall", "each"] = "overall"
    """Whether the weighted mean must reach the pass mark or every quiz its own."""
    counted: Literal["best", "last", "first"] = "best"
    """Which attempt of a quiz counts."""
    status: Literal["passed/incomplete", "passed/failed", "completed/incomplete"] = "passed/incomplete"
    """The words that SCORM 1.2 is told."""
    pass_mark_in_manifest: bool = False


class Course(Model):
    """Everything an author wrote."""

    id: CourseId
    """Permanent: identifiers in the package derive from it alone (BLD-05)."""
    title: PlainText
    short_title: PlainText | None = None
    subtitle: PlainText | None = None
    tagline: PlainText | None = None
    program: PlainText | None = None
    language: Language
    description: PlainText | None = None
    overview_title: PlainText | None = None
    outcomes: Many[PlainText] = ()
    notice: PlainText | None = None
    cover_notes: PlainText | None = None
    media: Literal["media"] = "media"
    """The folder for pictures."""
    welcome: Page | None = None
    """A page before the first section."""
    scoring: Scoring = Field(default_factory=lambda: Scoring.model_construct())
    interactions: Literal["last", "off"] = "last"
    """Whether answers are reported to the LMS."""
    print_answers: bool = False
    """Whether the whole course on paper ends with the correct answers."""
    free_text: Annotated[int, Field(ge=0, le=20_000)] | None = None
    """Bytes of the state that texts of learners may take in all; None: what each edition has room for."""
    free_text_on_device: bool = False
    """Whether the copy of progress on a learner's device, for what the LMS did not get, holds their texts."""
    external: Many[Origin] = ()
    """Origins on the web that films, sounds and embedded pages may come from; nothing else is ever asked."""
    control_documents: bool = True
    """Whether the package holds the schema files that its manifest names."""
    glossary: Many[GlossaryTerm] = ()
    """Words that any page may lead to, in any order: learners get them by the alphabet of the language."""
    sections: Many[Section]

    def placed_pages(self) -> tuple[tuple[tuple[Any, ...], Page, Section | None], ...]:
        """Give every page in reading order with its data path and its section; the welcome page first."""
        welcome = ((("welcome",), self.welcome, None),) if self.welcome else ()
        return welcome + tuple(
            (("sections", at, "pages", place), page, section)
            for at, section in enumerate(self.sections)
            for place, page in enumerate(section.pages)
        )
