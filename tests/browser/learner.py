"""A learner who takes a course with the keyboard alone, or with a pointer, and knows what they answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from cpom_scorm.interactions import Interaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Frame, Locator

    from cpom_scorm.course.model import Course, Section
    from tests.browser.lms import Visit

MOST_TABS = 200
_IS_FOCUSED = "node => node.ownerDocument.activeElement === node"
_HAS_FOCUS_INSIDE = "(node, name) => node.ownerDocument.activeElement?.name === name"


@dataclass
class Learner:
    """Somebody in front of a launched package."""

    visit: Visit
    course: Course
    by: Literal["keyboard", "pointer"] = "pointer"
    answered: dict[str, Any] = field(default_factory=dict)
    """Question id → the last response given to it."""

    @property
    def content(self) -> Frame:
        """The frame of the package."""
        return self.visit.content

    def press(self, target: Locator) -> None:
        """Follow a link or press a button."""
        if self.by == "pointer":
            target.click()
            return
        self.tab_to(target, lambda: bool(target.evaluate(_IS_FOCUSED)))
        self.visit.page.keyboard.press("Enter")

    def tab_to(self, target: Locator, arrived: Callable[[], bool]) -> None:
        """Press Tab until the focus has arrived; a control that Tab never reaches fails the test."""
        target.wait_for()
        for _ in range(MOST_TABS):
            if arrived():
                return
            self.visit.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {target}")

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
        questions = {question.id: question for question in section.quiz.questions}
        for number in range(1, min(len(questions), stop_after) + 1):
            self.wait_for_question(number)
            form = self.content.locator("form.q")
            question = questions[str(form.get_attribute("data-question"))]
            self.answer(question, respond(question))
            if number < min(len(questions), stop_after):
                self.press(self.content.locator("#view .row.spread a.primary"))

    def wait_for_question(self, number: int) -> None:
        """Wait until the question of an open attempt is shown, not only named in the address."""
        self.content.wait_for_function(
            "number => document.querySelector('.dots [aria-current]')?.firstChild.textContent === number",
            arg=str(number),
        )

    def finish_quiz(self) -> None:
        """Finish the open attempt and wait for its result."""
        self.press(self.content.locator("#view .row.spread button"))
        self.content.locator("#view .result").wait_for()

    def form(self, question: Interaction) -> Locator:
        """Give the question's form."""
        return self.content.locator(f'form[data-question="{question.id}"]')

    def answer(self, question: Interaction, response: Any) -> None:
        """Fill in the form of a question."""
        self.answered[question.id] = response
        form = self.form(question)
        match question.kind:
            case "true_false":
                self._choose(form, [form.locator("input").nth(0 if response else 1)])
            case "choice":
                self._choose(form, [form.locator(f'input[value="{option}"]') for option in response])
            case "matching":
                for source, target in response.items():
                    self._select(form.locator(f'select[name="{source}"]'), target)
            case "numeric":
                self._type(form.locator("input"), response)
            case kind:
                raise AssertionError(f"the learner does not know how to answer {kind}")

    def _choose(self, form: Locator, wanted: list[Locator]) -> None:
        for box in form.locator("input[type=checkbox]").all():
            if box.is_checked():
                self._tick(box)
        for target in wanted:
            self._tick(target)

    def _tick(self, target: Locator) -> None:
        if self.by == "pointer":
            target.locator("xpath=ancestor::label").click()
            return
        if target.get_attribute("type") == "checkbox":
            self.tab_to(target, lambda: bool(target.evaluate(_IS_FOCUSED)))
            self.visit.page.keyboard.press("Space")
            return
        # A group of radio buttons is one stop; arrows move inside it.
        name = target.get_attribute("name")
        self.tab_to(target, lambda: bool(target.evaluate(_HAS_FOCUS_INSIDE, name)))
        for _ in range(40):
            if target.is_checked():
                return
            at_target = target.evaluate(_IS_FOCUSED)
            self.visit.page.keyboard.press("Space" if at_target else "ArrowDown")
        raise AssertionError(f"the arrows do not reach {target}")

    def _select(self, target: Locator, value: str) -> None:
        if self.by == "pointer":
            target.select_option(value)
            return
        self.tab_to(target, lambda: bool(target.evaluate(_IS_FOCUSED)))
        self.visit.page.keyboard.press("Home")
        for _ in range(40):
            if target.input_value() == value:
                return
            self.visit.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not reach {value}")

    def _type(self, target: Locator, text: str) -> None:
        if self.by == "pointer":
            target.fill(text)
            return
        self.tab_to(target, lambda: bool(target.evaluate(_IS_FOCUSED)))
        self.visit.page.keyboard.press("Control+A")
        self.visit.page.keyboard.type(text)


def right(question: Interaction) -> Any:
    """Give the right answer as the learner's forms take it."""
    key = question.key()
    return key["correct"] if question.kind == "numeric" else key


def wrong(question: Interaction) -> Any:
    """Give an answer that is wrong in every part."""
    key = question.key()
    match question.kind:
        case "true_false":
            return not key
        case "choice":
            others = [option for _, option in question.option_ids() if option not in key]
            return others[:1]
        case "matching":
            targets = [target for role, target in question.option_ids() if role == "target"]
            sources = list(key)
            shifted = {source: targets[(targets.index(key[source]) + 1) % len(targets)] for source in sources}
            assert all(shifted[source] != key[source] for source in sources)
            return shifted
        case _:
            return "-7"


def all_questions(course: Course) -> Iterator[Interaction]:
    """Give every question of a course in reading order."""
    for _, page, _ in course.placed_pages():
        yield from (block for block in page.blocks if isinstance(block, Interaction))
    for section in course.sections:
        yield from section.quiz.questions if section.quiz else ()
