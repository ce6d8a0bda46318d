"""Goes through every view and state of the full course, in a page or in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from playwright.sync_api import Frame, Page

from cpom_scorm.course.contents import placed_questions
from tests.browser.answering import answering
from tests.browser.answering.hand import Hand

if TYPE_CHECKING:
    from cpom_scorm.course.model import Course

Content = Page | Frame
How = Literal["right", "partly", "wrong"]
"""What has no parts is answered wrongly instead of partly."""
HOW: tuple[How, ...] = ("wrong", "right")
"""The two tries of each knowledge check."""

PAGES = ("welcome", "parts", "kinds", "checks", "last")
RETAKE = "#view .result button"
ATTEMPTS: tuple[tuple[str, How], ...] = (("[data-start]", "partly"), (RETAKE, "wrong"), (RETAKE, "right"))
"""What begins each attempt at the first quiz, and how it is answered."""
FINISH = "#view > article > .row.spread button"


def go(content: Content, place: str) -> None:
    """Change the view by its address and wait until it is shown."""
    content.evaluate(
        "place => { document.querySelector('#view h1')?.remove(); location.hash = place; }", place
    )
    content.locator("#view h1").wait_for()


def submit_all(content: Content) -> None:
    """Press the button of every knowledge check that has one."""
    for form in content.locator("form.q:has(.actions:not([hidden]))").element_handles():
        button = form.query_selector("[type=submit]")
        assert button
        button.click()


def answer(content: Content, course: Course, how: How) -> None:
    """Fill in every open form that is shown."""
    known = {placed.question.id: placed.question for placed in placed_questions(course)}
    page = content if isinstance(content, Page) else content.page
    for form in content.locator("form.q:not([data-done])").all():
        question = known[str(form.get_attribute("data-question"))]
        own = answering(question)
        response = getattr(own, how)(question)
        own.answer(Hand(page), form, own.wrong(question) if response is None else response)


def open_all(content: Content) -> None:
    """Open everything that opens."""
    closed = content.locator("main details:not([open]) > summary:visible")
    while closed.count():
        closed.first.click()


def tour(content: Content, course: Course) -> str:
    """See everything: give all text that a learner can read on the way."""
    read = [told(content, "#launch")]
    for page in PAGES:
        go(content, f"#/page/{page}")
        open_all(content)
        read += _explored(content)
        submit_all(content)
        read.append(told(content, "body"))
        for how in HOW:
            answer(content, course, how)
            submit_all(content)
            assert content.locator("form.q .feedback .note").count() == content.locator("form.q").count()
            open_all(content)
            read.append(told(content, "body"))
            submit_all(content)
    go(content, "#/quiz/one")
    read.append(told(content, "#view"))
    for begin, how in ATTEMPTS:
        content.locator(begin).click()
        read += _asked_one_by_one(content, course, how)
        read += _finished(content)
    go(content, "#/quiz/three")
    read.append(told(content, "#view"))
    content.locator("[data-start]").click()
    content.locator("form.q").first.wait_for()
    answer(content, course, "partly")
    submit_all(content)
    read += [told(content, "#view"), *_finished(content)]
    go(content, "#/glossary")
    read.append(told(content, "#view"))
    go(content, "#/exit")
    read.append(told(content, "body"))
    return "\n".join(read)


def told(content: Content, place: str) -> str:
    """Give the text there and the names that only readers tell."""
    node = content.locator(place)
    names = "node => [...node.querySelectorAll('[alt], [aria-label]')].map((one) => one.alt || one.ariaLabel)"
    return "\n".join((node.inner_text(), *node.evaluate(names)))


def questions_shown(content: Content) -> int:
    """Count the questions of the open attempt, once they are there."""
    content.locator(".dots [aria-current]").wait_for()
    return content.locator(".dots li").count()


def _explored(content: Content) -> list[str]:
    """Select every tab and position of a chart, and follow the last choice of each scene: read it all."""
    read = []
    for toggle in content.locator(
        "main :is([role=tab], [data-block]:not([data-block=scenario]) [aria-pressed])"
    ).all():
        toggle.click()
        read.append(told(content, "main"))
    choices = content.locator("[data-block=scenario] .opt:visible")
    onward = content.locator("[data-block=scenario] .after .btn:visible")
    while choices.count():
        for choice in choices.all():
            choice.click()
            read.append(told(content, "main"))
        onward.click()
    return read


def _asked_one_by_one(content: Content, course: Course, how: How) -> list[str]:
    """Answer the questions of the open attempt and read each."""
    read = []
    for number in range(1, questions_shown(content) + 1):
        content.locator(f".dots li:nth-child({number}) a").click()
        content.locator(f".dots li:nth-child({number}) [aria-current]").wait_for()
        open_all(content)
        answer(content, course, how)
        read.append(told(content, "#view"))
    return read


def _finished(content: Content) -> list[str]:
    """Finish the open attempt and read its result."""
    content.locator(FINISH).click()
    content.locator("#view .result").wait_for()
    open_all(content)
    return [told(content, "body")]
