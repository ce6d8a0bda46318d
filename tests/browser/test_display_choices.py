"""Learners choose light, dark and the size of text; their choice stays on their device and stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.render.colors import channels
from cpom_scorm.render.theme import load_theme
from tests.browser.audit import PHONE, Look, faults, wear
from tests.browser.own_window import PLAYER, open_package, own_api
from tests.browser.tour import go

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from cpom_scorm.build import BuiltPackage
    from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("display-choices")]

COLORS = load_theme().theme.colors
CHOOSE = """async ([player, scheme, size]) => {
  const { applyChoices, keepChoices } = await import(`${player}/view/display_choices.js`);
  keepChoices(window, { scheme, size });
  applyChoices(document, { scheme, size });
}"""
LOOK = """() => {
  const body = getComputedStyle(document.body);
  const root = getComputedStyle(document.documentElement);
  return { paper: body.backgroundColor, ink: body.color, scheme: root.colorScheme, size: root.fontSize };
}"""
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
});"""


def shown(color: str) -> str:
    """Write a color as browsers compute it."""
    return f"rgb{channels(color)}"


@pytest.fixture
def page(browser: Browser, site: Site, full_package: BuiltPackage) -> Iterator[Page]:
    """The course, for a learner whose device keeps nothing yet."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.problems = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda problem: page.problems.append(str(problem)))  # type: ignore[attr-defined]
    page.add_init_script(own_api(full_package))
    files = {path.relative_to(PLAYER).as_posix(): path.read_bytes() for path in PLAYER.rglob("*.js")}
    site.add("player", files)
    yield page
    assert page.problems == []  # type: ignore[attr-defined]
    context.close()


def choose(page: Page, site: Site, scheme: str, size: str) -> None:
    """Choose as the player's own controls do."""
    page.evaluate(CHOOSE, [f"{site.origin}/player", scheme, size])


def look(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(LOOK)
    return found


@pytest.mark.parametrize(("system", "chosen"), [("light", "dark"), ("dark", "light")])
def test_a_choice_wins_over_the_system_and_survives_a_reload(
    page: Page, site: Site, full_package: BuiltPackage, system: Any, chosen: str
) -> None:
    """A11Y-07."""
    page.emulate_media(color_scheme=system)
    open_package(page, site, full_package, "#/page/parts")
    assert look(page)["paper"] == shown(COLORS[system]["paper"])
    choose(page, site, chosen, "xl")
    wanted = {
        "paper": shown(COLORS[chosen]["paper"]),
        "ink": shown(COLORS[chosen]["ink"]),
        "scheme": chosen,
        "size": "20.8px",
    }
    assert wanted == look(page)
    page.reload()
    page.locator("#view h1").wait_for()
    assert wanted == look(page)
    choose(page, site, "system", "m")
    page.reload()
    page.locator("#view h1").wait_for()
    assert look(page)["paper"] == shown(COLORS[system]["paper"])
    assert (look(page)["scheme"], look(page)["size"]) == ("light dark", "16px")


def test_sizes_follow_what_the_browser_is_set_to(page: Page, site: Site, full_package: BuiltPackage) -> None:
    open_package(page, site, full_package)
    sizes = []
    for size in ("s", "m", "l", "xl"):
        choose(page, site, "system", size)
        sizes.append(float(look(page)["size"].removesuffix("px")))
    assert sizes == pytest.approx([14.4, 16, 18.4, 20.8])


@pytest.mark.parametrize("scheme", ["dark", "light", "system"])
def test_a11y_07_print_is_light_and_of_normal_size_whatever_was_chosen(
    page: Page, site: Site, full_package: BuiltPackage, scheme: str
) -> None:
    open_package(page, site, full_package, "#/page/parts")
    choose(page, site, scheme, "xl")
    page.emulate_media(media="print", color_scheme="dark")
    found = look(page)
    assert found["paper"] == "rgb(255, 255, 255)"
    assert found["ink"] == shown(COLORS["light"]["ink"])
    assert (found["scheme"], found["size"]) == ("light", "16px")


def test_blocked_storage_stops_nothing_and_the_choice_holds_for_the_visit(
    page: Page, site: Site, full_package: BuiltPackage
) -> None:
    page.add_init_script(BLOCKED)
    open_package(page, site, full_package, "#/page/parts")
    choose(page, site, "dark", "l")
    go(page, "#/page/welcome")
    assert look(page)["paper"] == shown(COLORS["dark"]["paper"])
    page.reload()
    page.locator("#view h1").wait_for()
    assert look(page)["paper"] == shown(COLORS["light"]["paper"])


def test_sec_15_the_choice_is_all_that_is_kept_for_it_and_no_lms_is_told(
    page: Page, site: Site, full_package: BuiltPackage
) -> None:
    open_package(page, site, full_package)
    before = page.evaluate("JSON.stringify(record.held)")
    choose(page, site, "dark", "s")
    assert page.evaluate("localStorage.getItem('cpom-scorm-display')") == "dark s"
    assert page.evaluate("JSON.stringify(record.held)") == before


@pytest.mark.parametrize("size", ["s", "xl"])
@pytest.mark.parametrize("place", ["", "#/page/parts", "#/page/checks", "#/quiz/one"])
def test_a11y_07_no_size_makes_a_barrier(
    page: Page, site: Site, full_package: BuiltPackage, place: str, size: str
) -> None:
    """Targets stay large enough in the smallest, and nothing scrolls sideways in the largest."""
    page.add_init_script(f"localStorage.setItem('cpom-scorm-display', 'dark {size}')")
    open_package(page, site, full_package, place)
    assert [] == faults(page, f"size {size}", (PHONE, Look(1000, 640, "light")))


def test_forced_colors_win_over_a_choice(page: Page, site: Site, full_package: BuiltPackage) -> None:
    """A11Y-07."""
    open_package(page, site, full_package, "#/page/parts")
    wear(page, PHONE)
    page.emulate_media(forced_colors="active", color_scheme="light")
    choose(page, site, "dark", "m")
    canvas = page.evaluate(
        "() => { const node = document.body.appendChild(document.createElement('i'));"
        "node.style.color = 'CanvasText'; return getComputedStyle(node).color; }"
    )
    assert look(page)["ink"] == canvas
