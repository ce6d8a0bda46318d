"""A first start does only what its page shows: the compiler has written what beginners read (PERF-03)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.own_window import open_package, own_api

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from cpom_scorm.build import BuiltPackage
    from tests.browser.site import Site

pytestmark = pytest.mark.browser

COUNTED = """globalThis.made = [];
for (const name of ["NumberFormat", "PluralRules", "DateTimeFormat"]) {
  Intl[name] = new Proxy(Intl[name], {
    construct(target, given, own) {
      made.push(name);
      return Reflect.construct(target, given, own);
    },
  });
}"""


def test_a_first_start_makes_no_number_forms_and_can_end_at_once(
    browser: Browser, site: Site, full_package: BuiltPackage
) -> None:
    """PERF-03: a browser needs longer for the first `Intl` object than the player for all else."""
    page = browser.new_context().new_page()
    page.add_init_script(own_api(full_package))
    page.add_init_script(COUNTED)
    open_package(page, site, full_package)
    page.locator("#leave").wait_for()
    assert page.evaluate("made") == []
    # Who leaves at once reads no empty notice.
    page.locator("#leave").click()
    page.locator("#view h1").wait_for()
    assert [text for text in page.locator("#view .note").all_inner_texts() if not text.strip()] == []
    page.context.close()
