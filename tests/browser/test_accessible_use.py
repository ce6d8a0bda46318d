"""With keys, a reader or enlarged and recolored text, learners can do everything and know where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.course.contents import placed_questions
from tests.browser.audit import DESKTOP, FRAME, PHONE, wear

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cpom_scorm.course.model import Course
    from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("accessible-use")]

HOLDS_FOCUS_FIRST = """node => {
  const controls = [...node.querySelectorAll(":is(input, select, textarea, button):enabled")];
  return controls.find((one) => one.checkVisibility()) === document.activeElement;
}"""
WATCH = """() => {
  window.said = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const node = target.nodeType === 1 ? target : target.parentElement;
      const region = node?.closest("[role=status], [aria-live]");
      if (region?.isConnected && region.textContent.trim()) said.push(region.textContent.trim());
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""
PLACE = """() => ({
  focus: document.activeElement?.matches("h1") ? document.activeElement.textContent.trim() : null,
  title: document.title,
  top: window.scrollY,
})"""
FOCUS = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const painted = node.closest(".opt") ?? node;
  const { outlineStyle, outlineWidth } = getComputedStyle(painted);
  const { top, bottom } = painted.getBoundingClientRect();
  const bar = document.getElementById("bar");
  const isBelow = !bar.hidden && !bar.contains(node) && !node.matches(".skip");
  const edge = isBelow ? bar.getBoundingClientRect().bottom : 0;
  return {
    what: node.outerHTML.slice(0, 80),
    ring: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
    covered: top < edge - 0.5 || (bottom > innerHeight + 0.5 && bottom - top < innerHeight - edge),
  };
}"""


def go_by(page: Page, selector: str) -> dict[str, Any]:
    """Follow a link from the bottom of the page; say where the focus then is, the title, and how far down."""
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    before = page.evaluate("location.hash")
    page.locator(selector).click()
    page.wait_for_function(
        """before => location.hash !== before && document.activeElement?.matches("h1")""", arg=before
    )
    return page.evaluate(PLACE)


def test_a11y_04_every_view_has_its_title_takes_the_focus_and_begins_at_the_top(
    opened: Opener, full_course: Course
) -> None:
    page = opened()
    quiz = full_course.sections[0].quiz
    assert quiz
    total = len(quiz.every_question)
    assert page.title() == "Text of course title"
    page.evaluate(WATCH)
    seen = [
        go_by(page, "#resume"),
        go_by(page, "#view [rel=next]"),
        go_by(page, "#view [rel=next]"),
        go_by(page, "#view [rel=next]"),
        go_by(page, "#view [rel=next]"),
        go_by(page, "#view [data-start]"),
        go_by(page, "#view .row.spread a.primary"),
        go_by(page, ".bar-title a"),
    ]
    names = ["page welcome", "page parts", "page kinds", "page checks", "quiz one"]
    headings = [f"Text of {name}" for name in names] + [f"Question {n} of {total}" for n in (1, 2)]
    expected = [{"focus": name, "title": f"{name} - Text of course title", "top": 0} for name in headings]
    last = {"focus": "Text of course title", "title": "Text of course title", "top": 0}
    assert [*expected, last] == seen
    # Focus on the heading is the one announcement of a change of page.
    assert [] == [text for text in page.evaluate("said") if "Sav" not in text]


def test_a11y_04_back_and_forward_go_through_the_views(opened: Opener) -> None:
    page = opened("#/page/welcome")
    go_by(page, "#view [rel=next]")
    page.go_back()
    page.wait_for_function("() => document.activeElement?.textContent === 'Text of page welcome'")
    page.go_forward()
    page.wait_for_function("() => document.activeElement?.textContent === 'Text of page parts'")


@pytest.mark.parametrize("place", ["", "#/page/parts"], ids=["launch", "page"])
def test_a11y_08_the_first_key_offers_a_way_past_the_bar(opened: Opener, place: str) -> None:
    page = opened(place)
    page.evaluate("document.activeElement?.blur()")
    page.keyboard.press("Tab")
    link = page.locator(".skip:focus")
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement?.matches('h1')")
    assert page.evaluate("location.hash") == place


def test_a11y_08_the_outline_over_a_page_opens_and_closes_by_keys(opened: Opener) -> None:
    page = opened("#/page/parts", "begun")
    wear(page, PHONE)
    toggle = page.locator("#outline-toggle")
    assert (toggle.get_attribute("aria-expanded"), page.locator("#outline").is_visible()) == ("false", False)
    toggle.focus()
    page.keyboard.press("Enter")
    page.locator("#outline[aria-label] a").first.wait_for()
    assert toggle.get_attribute("aria-expanded") == "true"
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('#outline'))"):
            break
    assert page.evaluate(
        "document.activeElement.closest('#outline') && document.getElementById('main').inert"
    )
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "outline-toggle"
    assert not page.locator("#outline").is_visible()
    assert page.evaluate("document.getElementById('main').inert") is False


def test_the_outline_stays_away_from_the_launch_page_when_the_window_grows(opened: Opener) -> None:
    page = opened("", "begun")
    for look in (PHONE, DESKTOP):
        wear(page, look)
        page.wait_for_timeout(100)
        assert not page.locator("#outline").is_visible()


def test_a11y_08_the_outline_beside_a_page_says_where_one_is_and_what_is_done(opened: Opener) -> None:
    page = opened("#/page/parts", "begun")
    page.locator("#outline li").first.wait_for()
    assert page.locator("#outline [aria-current]").evaluate_all(
        "nodes => nodes.map((node) => [node.getAttribute('aria-current'), node.hash])"
    ) == [["page", "#/page/parts"]]
    words = page.locator("#outline a[href='#/page/welcome'] small").inner_text()
    assert words == "Done"
    assert page.locator("#outline [role]").count() == 0


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("#/page/checks", "Tab"),
        ("#/page/kinds", "Tab"),
        ("#/page/parts", "Shift+Tab"),
        ("", "Tab"),
        ("#/quiz/one", "Tab"),
    ],
)
def test_a11y_08_the_focus_can_always_be_seen(opened: Opener, place: str, key: str) -> None:
    page = opened(place, "passed" if place == "#/quiz/one" else "fresh")
    wear(page, FRAME)
    page.evaluate("document.activeElement?.blur()")
    seen = set()
    wrong = []
    for _ in range(90):
        page.keyboard.press(key)
        focus = page.evaluate(FOCUS)
        if focus is None or focus["what"] in seen:
            break
        seen.add(focus["what"])
        if focus["ring"] < 2 or focus["covered"]:
            wrong.append(focus)
    assert len(seen) >= 4
    assert [] == wrong


def test_a11y_01_questions_are_native_forms(opened: Opener, full_course: Course) -> None:
    page = opened("#/page/checks")
    forms = page.locator("form.q")
    count = sum(not placed.in_quiz for placed in placed_questions(full_course))
    assert forms.count() == count
    assert page.locator("form.q > fieldset:first-child > legend:first-child").count() == count
    assert forms.locator("button[type=submit]").count() == count
    assert forms.locator("[contenteditable], [role=radio], [role=checkbox], [role=listbox]").count() == 0
    names = "nodes => nodes.map((one) => one.labels.length || Number(one.hasAttribute('aria-label')))"
    assert {1} == set(forms.locator("input, select, textarea").evaluate_all(names))


def test_a11y_02_submitting_nothing_says_what_is_missing_and_goes_there(opened: Opener) -> None:
    page = opened("#/page/checks")
    for form in page.locator("form.q").all():
        form.locator("[type=submit]").focus()
        page.keyboard.press("Enter")
        error = form.locator(".error:visible")
        assert error.inner_text().startswith("Error:")
        whole = form.locator("> fieldset")
        assert whole.evaluate(HOLDS_FOCUS_FIRST)
        assert error.get_attribute("id") in whole.get_attribute("aria-describedby").split()
        assert form.locator(".feedback .note").count() == 0


def test_a11y_03_feedback_follows_the_question_in_words_and_keeps_the_focus_near(opened: Opener) -> None:
    page = opened("#/page/checks")
    form = page.locator('form[data-question="k_one"]')
    region = form.locator("fieldset ~ .feedback[role=status]")
    assert region.inner_text() == ""
    words = []
    for _ in range(2):
        form.locator("[value=b]").focus()
        page.keyboard.press("Space")
        form.locator("[type=submit]").focus()
        page.keyboard.press("Enter")
        region.locator(".note svg").wait_for()
        words.append(region.inner_text().split("\n")[0])
        assert page.evaluate("document.activeElement !== document.body")
        if form.locator("[type=submit]").is_visible():
            assert form.locator("[type=submit]").evaluate("node => node.ownerDocument.activeElement === node")
            page.keyboard.press("Enter")
    assert ["Not yet", "Incorrect"] == words
    marks = form.locator(".mark").all_inner_texts()
    assert {"Your answer, incorrect", "Correct answer"} == set(marks)


def test_a11y_07_forced_colors_show_what_is_chosen_and_what_is_right_by_lines(opened: Opener) -> None:
    page = opened("#/page/checks")
    page.emulate_media(forced_colors="active")
    one, many = (page.locator(f'form[data-question="{name}"]') for name in ("k_one", "k_many"))
    option = one.locator(".opt", has=page.locator("[value=b]"))
    plain = option.screenshot()
    one.locator("[value=b]").check()
    assert plain != option.screenshot()
    for value in "ab":
        many.locator(f"[value={value}]").check()
    style = """node => {
      const { borderTopStyle, outlineStyle } = getComputedStyle(node);
      return outlineStyle === "none" ? borderTopStyle : outlineStyle;
    }"""
    for form, expected in ((one, "dashed"), (many, "double")):
        form.locator("[type=submit]").click()
        assert {expected} == {found.evaluate(style) for found in form.locator(".opt:is(.good, .bad)").all()}
    page.evaluate("location.hash = '#/quiz/one'")
    page.locator("[data-start]").wait_for()
    border = "node => [getComputedStyle(node).borderTopStyle, getComputedStyle(node).borderTopWidth]"
    found = [button.evaluate(border) for button in page.locator("button:visible, a.btn:visible").all()]
    assert [] == [one for one in found if one[0] == "none" or one[1] == "0px"]


@pytest.mark.parametrize("place", ["", "#/page/parts", "#/page/kinds", "#/page/checks", "#/help"])
def test_a11y_07_no_letter_hides_behind_its_own_plate_in_forced_colors(opened: Opener, place: str) -> None:
    """Browsers paint a plate in the page's color behind words; words in that color need to go without."""
    page = opened(place)
    page.emulate_media(forced_colors="active")
    hidden = page.evaluate(
        """() => {
          const paper = getComputedStyle(document.body).backgroundColor;
          const words = (node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
          return [...document.body.querySelectorAll("*")].filter(words).filter((node) => {
            const style = getComputedStyle(node);
            return style.color === paper && style.forcedColorAdjust !== "none";
          }).map((node) => node.outerHTML.slice(0, 80));
        }"""
    )
    assert hidden == []


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_a11y_07_nothing_moves_for_those_who_want_no_motion(opened: Opener, motion: Any, moves: bool) -> None:
    page = opened("#/page/checks")
    page.emulate_media(reduced_motion=motion)
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].map((node) => getComputedStyle(node)).filter((style) =>
          [style.transitionDuration, style.animationDuration].some((text) => text.split(",").some((one) =>
            parseFloat(one) > 0)) || style.scrollBehavior === "smooth").length > 0"""
    )
    assert moves == moving


@pytest.mark.parametrize("place", ["", "#/page/parts", "#/page/kinds", "#/page/checks", "#/quiz/one"])
def test_a11y_07_text_may_be_spaced_out_on_a_phone(opened: Opener, place: str) -> None:
    """WCAG 1.4.12: nothing is cut off and nothing scrolls sideways."""
    page = opened(place, "passed")
    wear(page, PHONE)
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
          document.adoptedStyleSheets = [sheet];
        }"""
    )
    assert [] == page.evaluate(
        """() => [...document.querySelectorAll("body, body *")].filter((node) => {
          const { overflowX, overflowY } = getComputedStyle(node);
          if (!node.checkVisibility() || node.closest(".sr, svg") || node.clientWidth === 0) return false;
          if (!node.textContent.trim()) return false; // A picture may be cropped on purpose.
          const wide = node.scrollWidth > node.clientWidth + 1 && overflowX === "hidden";
          return wide || (node.scrollHeight > node.clientHeight + 1 && overflowY === "hidden");
        }).map((node) => node.outerHTML.slice(0, 100))"""
    )
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a11y_07_on_paper_there_is_the_text_without_the_controls(opened: Opener) -> None:
    page = opened("#/page/checks")
    wear(page, DESKTOP)
    page.emulate_media(media="print")
    for gone in ("#bar", "#outline", "#view .pager", "form.q .actions"):
        assert not page.locator(gone).first.is_visible()
    assert page.locator("#view h1").is_visible()
    assert page.locator("form.q .opt").first.is_visible()


def test_a11y_06_no_time_runs_out_and_nothing_moves_on_by_itself(opened: Opener) -> None:
    """A learner who is called away in the middle of a quiz finds the question as it was."""
    page = opened("#/quiz/one")
    page.locator("[data-start]").click()
    page.locator("form.q").wait_for()
    before = page.evaluate("[location.hash, document.querySelector('form.q').dataset.question]")
    page.clock.install()
    page.clock.fast_forward("05:00:00")
    assert before == page.evaluate("[location.hash, document.querySelector('form.q').dataset.question]")
    assert page.locator("form.q :is(input, select, textarea, button):enabled").count() > 0
    assert (
        page.locator("[autofocus], [autoplay], marquee, meta[http-equiv=refresh], [accesskey]").count() == 0
    )
