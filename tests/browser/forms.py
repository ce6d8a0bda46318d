"""Every kind of question on a page of its own, with the player's modules as they are: no LMS, no session."""

from __future__ import annotations

import json
import mimetypes
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.styles import stylesheet
from cpom_scorm.render.theme import load_theme
from tests.questions import example_questions, form_of

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

ORIGIN = "http://questions.test"
PLAYER = Path(__file__).parents[2] / "cpom_scorm" / "player"
SCRIPT = """
import { KINDS } from "/interactions/kinds.js";
import { createStrings } from "/view/strings.js";
const t = createStrings(STRINGS, "en");
const keys = KEYS;
const formOf = (kind) => document.querySelector(`form[data-kind=${kind}]`);
globalThis.on = (kind, ability, ...rest) => {
  const made = KINDS[kind][ability](formOf(kind), ...rest, t);
  if (made?.field) made.field = made.field.value + "@" + made.field.closest("form").dataset.kind;
  return made;
};
globalThis.shuffle = (kind, order) => on(kind, "shuffle", () => order);
globalThis.startForm = (kind, form, setting) => KINDS[kind].start(form, { t, ...setting });
for (const kind of Object.keys(KINDS)) {
  formOf(kind)?.addEventListener("submit", (event) => event.preventDefault());
  KINDS[kind].start?.(formOf(kind), { t, key: keys[kind], instant: true, told: {} });
}
globalThis.ready = true;
"""
TEMPLATES = Path(__file__).parents[2] / "templates" / "interactions"
QUESTIONS = {
    kind: question for kind, question in example_questions().items() if (TEMPLATES / f"{kind}.html").exists()
}
KINDS = list(QUESTIONS)


def document(language: str) -> str:
    """Give the page of all forms."""
    forms = [
        form_of(question, language).replace("<form ", f'<form data-kind="{kind}" ', 1)
        for kind, question in QUESTIONS.items()
    ]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Questions</title>'
        '<link rel="stylesheet" href="/styles.css"><script type="module" src="/test.js"></script></head>'
        f"<body>{load_theme().theme.render('partials/icons.html', {})}"
        f'<main><article class="page flow"><h1>Questions</h1>{"".join(forms)}</article></main></body></html>'
    )


@cache
def _file(path: str) -> str:
    match path:
        case "/":
            return document("en")
        case "/de":
            return document("de-DE")
        case "/styles.css":
            return stylesheet(load_theme().theme).decode()
        case "/test.js":
            strings = json.dumps(dict(load_catalogue("en").strings))
            keys = json.dumps({kind: question.key() for kind, question in QUESTIONS.items()})
            return SCRIPT.replace("STRINGS", strings).replace("KEYS", keys)
        case _:
            return (PLAYER / path.lstrip("/")).read_text("utf-8")


def answer_request(route: Route) -> None:
    """Serve the page, the style sheet and the player's modules."""
    path = route.request.url.removeprefix(ORIGIN)
    kind = mimetypes.guess_type(path)[0] or "text/html"
    route.fulfill(body=_file(path), content_type=f"{kind}; charset=utf-8")


def open_forms(page: Page, language: str = "") -> None:
    """Open the page afresh."""
    page.goto(f"{ORIGIN}/{language}")
    page.wait_for_function("() => Boolean(globalThis.ready)")


def on(page: Page, kind: str, ability: str, *rest: Any) -> Any:
    """Ask the player's module of a kind to do something with its form."""
    return page.evaluate("([kind, ability, rest]) => on(kind, ability, ...rest)", [kind, ability, list(rest)])


def check(page: Page, kind: str, response: Any, *, reveal: bool = False) -> list[str]:
    """Show an answer and mark it, as a view does; give the marks in words, by what they stand beside."""
    on(page, kind, "show", response)
    on(page, kind, "lock", True)
    on(page, kind, "mark", response, QUESTIONS[kind].key(), {"reveal": reveal})
    return page.locator(f"form[data-kind={kind}] :is(.mark, .answer)").all_inner_texts()
