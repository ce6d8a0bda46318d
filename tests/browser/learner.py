"""A learner who takes a course with the keyboard alone, or with a pointer, and knows what they answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cpom_scorm.interactions import Interaction
from tests.browser.answering import answering
from tests.browser.answering.hand import By, Hand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Frame, Locator

    from cpom_scorm.course.model import Course, Page, Section
    from tests.browser.lms import Visit


@dataclass
class Learner:
    """Somebody in front of a launched package."""

    visit: Visit
    course: Course
    by: By = "pointer"
    answered: dict[str, Any] = field(default_factory=dict)
    """Question id → the last response given to it."""

    @property
    def content(self) -> Frame:
        """The frame of the package."""
        return self.visit.content

    @property
    def hand(self) -> Hand:
        """What works the controls."""
        return Hand(self.visit.page, self.by)

    def press(self, target: Locator) -> None:
        """Follow a link or press a button."""
        self.hand.press(target)

    def begin(self) -> None:
        """Leave the launch page by its main button."""
        self.press(self.content.locator("#launch a.btn.primary"))

    def next(self) -> None:
        """Go on by the pager of a page."""
        shown = self.content.locator("#view h1").inner_text()
        self.press(self.content.locator("#view [rel=next]"))
        self.content.wait_for_function(
            "shown => document.querySelector('#view h1')?.innerText !== shown", arg=shown
        )

    def read_page(self, page_id: str, respond: Callable[[Interaction], Any]) -> None:
        """Answer every knowledge check of the page that is shown."""
        page = next(page for _, page, _ in self.course.placed_pages() if page.id == page_id)
        self.content.wait_for_function(
            "title => document.querySelector('#view h1')?.textContent.trim() === title", arg=page.title
        )
        for block in page.blocks:
            if isinstance(block, Interaction):
                self.answer(block, respond(block))
                form = self.form(block)
                self.press(form.locator("button[type=submit]"))
                form.locator(".feedback .note").wait_for()

    def take_course(self, respond: Callable[[Interaction], Any]) -> None:
        """Take the course from its launch page to its last page or result, in reading order."""
        self.begin()
        stops = self.stops()
        for page, section in stops:
            if page:
                self.read_page(page.id, respond)
            elif section:
                self.take_quiz(section, respond)
            if (page, section) == stops[-1]:
                return
            if page:
                self.next()
            else:
                self.press(self.content.locator("#view .result a.btn"))
                self.content.locator("#view .result").wait_for(state="detached")

    def stops(self) -> list[tuple[Page | None, Section | None]]:
        """Give every page, and for every quiz its section, in reading order, up to what is required last."""
        stops: list[tuple[Page | None, Section | None]] = []
        if self.course.welcome:
            stops.append((self.course.welcome, None))
        for section in self.course.sections:
            stops.extend((page, None) for page in section.pages)
            if section.quiz:
                stops.append((None, section))
        while (last := stops[-1][0]) and not last.required:
            stops.pop()
        return stops

    def take_quiz(self, section: Section, respond: Callable[[Interaction], Any]) -> None:
        """Take the section's quiz from its first view to its result."""
        assert section.quiz is not None
        self.press(self.content.locator("#view [data-start]"))
        self.go_through_quiz(section, respond)
        self.finish_quiz()

    def go_through_quiz(
        self, section: Section, respond: Callable[[Interaction], Any], *, stop_after: int = 99
    ) -> None:
        """Answer the questions of an open attempt in the order in which they are shown."""
        assert section.quiz is not None
        questions = {question.id: question for question in section.quiz.every_question}
        if section.quiz.show == "all":
            self.content.locator("#view .asked").first.wait_for()
            for form in self.content.locator("form.q").all()[:stop_after]:
                self.answer_in_quiz(section, questions[str(form.get_attribute("data-question"))], respond)
            return
        self.wait_for_question(1)
        total = min(self.content.locator(".dots li").count(), stop_after)
        for number in range(1, total + 1):
            self.wait_for_question(number)
            name = str(self.content.locator("form.q").get_attribute("data-question"))
            self.answer_in_quiz(section, questions[name], respond)
            if number < total:
                self.press(self.content.locator("#view .row.spread a.primary"))

    def answer_in_quiz(
        self, section: Section, question: Interaction, respond: Callable[[Interaction], Any]
    ) -> None:
        """Answer one question of an open attempt, and have it checked where that is offered."""
        assert section.quiz is not None
        self.answer(question, respond(question))
        if section.quiz.feedback == "immediate":
            form = self.form(question)
            self.press(form.locator("button[type=submit]"))
            form.locator(".feedback .note").wait_for()

    def wait_for_question(self, number: int) -> None:
        """Wait until the question of an open attempt is shown, not only named in the address."""
        self.content.wait_for_function(
            "number => document.querySelector('.dots [aria-current]')?.firstChild.textContent === number",
            arg=str(number),
        )

    def finish_quiz(self) -> None:
        """Finish the open attempt and wait for its result."""
        self.press(self.content.locator("#view > article > .row.spread button"))
        self.content.locator("#view .result").wait_for()

    def form(self, question: Interaction) -> Locator:
        """Give the question's form."""
        return self.content.locator(f'form[data-question="{question.id}"]')

    def answer(self, question: Interaction, response: Any) -> None:
        """Fill in the form of a question."""
        self.answered[question.id] = response
        form = self.form(question)
        answering(question).answer(self.hand, form, response)


def right(question: Interaction) -> Any:
    """Give the right answer as the learner's forms take it."""
    return answering(question).right(question)


def wrong(question: Interaction) -> Any:
    """Give an answer that is wrong in every part."""
    return answering(question).wrong(question)


def all_questions(course: Course) -> Iterator[Interaction]:
    """Give every question of a course in reading order."""
    for _, page, _ in course.placed_pages():
        yield from (block for block in page.blocks if isinstance(block, Interaction))
    for section in course.sections:
        yield from section.quiz.every_question if section.quiz else ()
