"""Were the learner's habits wrong, pages of other people's courses would never be reached."""

from __future__ import annotations

import pytest

from cpom_scorm.play.decisions import Control, Memory, Sight, next_actions
from cpom_scorm.play.words import meaning_of

CONTENT = "http://127.0.0.1:1/t/content/"


def link(name: str, href: str, **more: object) -> Control:
    return Control(0, 0, "link", name, key=f"link|{name}", href=CONTENT + href, **more)  # type: ignore[arg-type]


def button(name: str, **more: object) -> Control:
    return Control(0, 1, "button", name, key=f"button|{name}", **more)  # type: ignore[arg-type]


def sight(*controls: Control, digest: str = "d", title: str = "Page") -> Sight:
    return Sight(title, CONTENT + "index.html", digest, controls)


def done(seen: Sight, memory: Memory | None = None, most: int = 20) -> list[str]:
    """Everything that a learner does at one sight that never changes."""
    memory, said = memory or Memory(CONTENT), []
    while (actions := next_actions(seen, memory)) and len(said) < most:
        said += [" ".join(filter(None, (one.verb, one.control.name, one.value))) for one in actions]
    return said


def test_questions_come_before_the_button_that_judges_them_and_that_before_the_way_on() -> None:
    seen = sight(
        button("Next"),
        button("Submit"),
        Control(0, 2, "radio", "Yes", group="0|q1"),
        Control(0, 3, "radio", "No", group="0|q1"),
        Control(0, 4, "text", "Your name", group="0|name"),
    )
    assert ["tick Yes", "fill Your name answer", "press Submit", "press Next"] == done(seen)


def test_without_a_question_the_way_on_comes_first() -> None:
    assert ["press Next", "press Submit"] == done(sight(button("Submit"), button("Next")))


def test_what_is_decided_disabled_or_leads_away_is_left_alone() -> None:
    seen = sight(
        Control(0, 0, "radio", "Yes", group="0|q1", checked=True),
        Control(0, 1, "radio", "No", group="0|q1"),
        button("Next", disabled=True),
        button("Exit"),
        button("Previous"),
        Control(0, 2, "link", "Elsewhere", key="e", href="https://example.org/"),
    )
    assert [] == done(seen)


def test_a_list_gets_its_first_choice_a_number_its_smallest_and_two_boxes_are_ticked() -> None:
    boxes = [Control(0, at, "checkbox", f"Box {at}", group=f"0|Box {at}") for at in range(4)]
    seen = sight(
        Control(0, 5, "select", "Colour", group="1|c", options=("", "red", "blue")),
        Control(0, 6, "number", "Age", group="2|n", low="18"),
        *boxes,
    )
    assert ["select Colour red", "fill Age 18", "tick Box 0", "tick Box 1"] == done(seen)


def test_links_of_the_package_are_followed_once() -> None:
    memory = Memory(CONTENT)
    assert ["press One", "press Two"] == done(sight(link("One", "1.html"), link("Two", "2.html")), memory)
    assert [] == done(sight(link("One", "1.html"), digest="changed"), memory)


def presses(*controls: Control) -> list[str]:
    """What is pressed on a page that changes a little each time, under one title."""
    memory, names = Memory(CONTENT), []
    for turn in range(100):
        actions = next_actions(sight(*controls, digest=str(turn)), memory)
        if not actions:
            break
        names.append(actions[0].control.name)
    return names


def test_who_sees_nothing_new_for_a_dozen_presses_has_seen_all() -> None:
    assert ["Save"] * 13 == presses(button("Save"))
    assert 3 * 12 + 1 == len(presses(button("Next")))


def test_who_saves_again_and_again_without_seeing_anything_new_goes_on_in_the_end() -> None:
    field = Control(0, 4, "text", "Your plan", group="0|plan", value="Mine")
    memory = Memory(CONTENT, patience=4)
    memory.answered["Page", 0, "0|plan"] = 1
    names = [
        next_actions(sight(button("Save"), button("Next"), field, digest=str(turn)), memory)[0].control.name
        for turn in range(6)
    ]
    assert ["Save"] * 5 + ["Next"] == names


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Next", "next"), ("NEXT >", "next"), ("Weiter", "next"), ("Suivant", "next"), ("Siguiente", "next"),
        ("次へ", "next"), ("下一页", "next"), ("التالي", "next"), ("Далее", "next"), ("›", "next"),
        ("Start course", "begin"), ("Commencer", "begin"), ("Resume", "begin"), ("Start over", "leave"),
        ("Submit answer", "submit"), ("Prüfen", "submit"), ("Valider", "submit"), ("OK", "submit"),
        ("Zurück", "back"), ("Previous page", "back"), ("Exit", "leave"), ("Skip to the page", "leave"),
        ("Chapter 1", "other"), ("Contexte", "other"), ("Yesterday", "other"),
        ("Finish the check", "finish"),
        ("2, not answered", "other"), ("Completed", "other"), ("Saved", "other"), ("Answer step 2", "submit"),
        ("Continue: Show what holds the five domains together", "next"),
        ("The next hundred years of it all, told in short", "other"),
    ],
)  # fmt: skip
def test_names_are_understood_in_many_languages(name: str, meaning: str) -> None:
    assert meaning == meaning_of(name)


def test_what_a_link_says_of_itself_counts_more_than_its_name() -> None:
    assert ("next", "back") == (meaning_of("Chapter 2", "next"), meaning_of("Chapter 1", "prev"))
