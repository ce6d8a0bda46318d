"""Goes through every view and state of the full course, in a page or in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

    Content = Page | Frame

PAGES = ("welcome", "parts", "checks", "last")
QUESTIONS = 5


def go(content: Content, place: str) -> None:
    """Change the view by its address and wait until it is shown."""
    content.evaluate(
        "place => { document.querySelector('#view h1')?.remove(); location.hash = place; }", place
    )
    content.locator("#view h1").wait_for()


def submit_all(content: Content) -> None:
    """Press the button of every knowledge check that has one."""
    for form in content.locator("form.q:has(.actions:not([hidden]))").element_handles():
        button = form.query_selector("button")
        assert button
        button.click()


def answer(content: Content, which: int) -> None:
    """Fill in every form on the page: 0 wrong or half right, 1 right."""
    for form in content.locator("form.q:not([data-done])").all():
        for value in ["true", "b"] if which == 0 else ["false", "a"]:
            for radio in form.locator(f'[type=radio][value="{value}"]').all():
                radio.check()
        for box in form.locator("[type=checkbox]").all():
            box.set_checked(str(box.get_attribute("value")) in ("ac" if which == 0 else "ab"))
        for at, chosen in enumerate(form.locator("select").all()):
            chosen.select_option(["t1", "t3"][at] if which == 0 else ["t1", "t2"][at])
        if form.locator("input.in").count():
            form.locator("input.in").fill("-7" if which == 0 else "25")


def open_all(content: Content) -> None:
    """Open everything that opens."""
    for summary in content.locator("main summary:visible").all():
        summary.click()


def tour(content: Content) -> str:
    """See everything: give all text that a learner can read on the way."""
    read = [content.locator("#launch").inner_text()]
    for page in PAGES:
        go(content, f"#/page/{page}")
        open_all(content)
        submit_all(content)
        for which in (0, 0, 1):
            answer(content, which)
            submit_all(content)
            read.append(content.locator("body").inner_text())
        read.append(content.locator("body").inner_text())
    go(content, "#/quiz/one")
    read.append(content.locator("#view").inner_text())
    content.locator("[data-start]").click()
    for number in range(1, QUESTIONS + 1):
        content.locator(f".dots li:nth-child({number}) a").click()
        content.locator(f".dots li:nth-child({number}) [aria-current]").wait_for()
        answer(content, 0)
        read.append(content.locator("#view").inner_text())
    content.locator("#view .row.spread button").click()
    content.locator("#view .result").wait_for()
    open_all(content)
    read.append(content.locator("body").inner_text())
    go(content, "#/exit")
    read.append(content.locator("body").inner_text())
    return "\n".join(read)
