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

PAGES = ("welcome", "parts", "checks", "last")
TRIES: tuple[How, ...] = ("wrong", "partly", "right")


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
    read = [content.locator("#launch").inner_text()]
    for page in PAGES:
        go(content, f"#/page/{page}")
        open_all(content)
        submit_all(content)
        for how in TRIES:
            answer(content, course, how)
            submit_all(content)
            read.append(content.locator("body").inner_text())
        read.append(content.locator("body").inner_text())
    go(content, "#/quiz/one")
    read.append(content.locator("#view").inner_text())
    content.locator("[data-start]").click()
    for number in range(1, content.locator(".dots li").count() + 1):
        content.locator(f".dots li:nth-child({number}) a").click()
        content.locator(f".dots li:nth-child({number}) [aria-current]").wait_for()
        open_all(content)
        answer(content, course, "partly")
        read.append(content.locator("#view").inner_text())
    content.locator("#view .row.spread button").click()
    content.locator("#view .result").wait_for()
    open_all(content)
    read.append(content.locator("body").inner_text())
    go(content, "#/exit")
    read.append(content.locator("body").inner_text())
    return "\n".join(read)
