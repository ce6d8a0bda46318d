"""Pages. If these fail, learners miss what the author wrote, or see an answer too early."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.unit.render.sample import rendered, sample_course, sample_data

if TYPE_CHECKING:
    from cpom_scorm.render.pages import RenderedCourse


@pytest.fixture(scope="module")
def course() -> RenderedCourse:
    return rendered()


@pytest.fixture(scope="module")
def launch(course: RenderedCourse) -> str:
    return course.launch_html.decode()


@pytest.fixture(scope="module")
def page(course: RenderedCourse) -> str:
    return course.sections[1].pages["one"]


def everything(course: RenderedCourse) -> str:
    parts = [course.launch_html.decode()]
    for section in course.sections:
        parts += [
            *section.pages.values(),
            section.quiz or "",
            *(question.html for question in section.questions),
        ]
    return "\n".join(parts)


def test_the_launch_page_is_complete_before_the_player_runs(launch: str) -> None:
    for words in (
        "Module 1",
        '<h1 tabindex="-1">A sample</h1>',
        "The first section",
        "What comes first.",
        "Fictional.",
    ):
        assert words in launch
    assert '<a class="btn primary" id="resume" href="#/page/hello">' in launch
    assert "0 of 4 pages and checks" in launch
    assert "About 1 h 7 min" in launch


def test_the_launch_page_says_that_the_course_needs_script(launch: str) -> None:
    assert re.search(r"<noscript>.*needs JavaScript.*</noscript>", launch)


def test_the_first_view_asks_for_four_files(launch: str) -> None:
    """PERF-01: index.html itself and three more, in this order, none of them blocking."""
    assert re.findall(r'(?:src|href)="([^"#]+)"', launch) == ["styles.css", "course-data.js", "player.js"]
    assert launch.count("<script ") == launch.count(" defer></script>") == 2


def test_the_launch_page_carries_the_content_policy(launch: str) -> None:
    assert '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">' in launch


def test_language_and_direction_are_the_courses() -> None:
    """A11Y-10."""
    assert '<html lang="ar" dir="rtl">' in rendered(sample_course(language="ar")).launch_html.decode()


def test_nothing_is_inline(course: RenderedCourse) -> None:
    """CSP-01: no style, handler or script in the markup, no data: or blob: address."""
    text = everything(course)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?! src)|javascript:|data:|blob:", text)


def test_no_answer_key_stands_in_any_markup(course: RenderedCourse) -> None:
    """SEC-14: not in attributes, classes or text; 4711 is the answer to the numeric question."""
    text = everything(course)
    assert "4711" not in text
    for word in ("checked", "selected", "data-key", "data-correct", 'class="opt good'):
        assert word not in text
    assert "Right." not in text


def test_text_of_the_author_is_never_a_template() -> None:
    """SEC-07: braces come out as they are."""
    data = sample_data(subtitle="{{ 7*7 }}", notice="{% raw %}{{ t }}")
    data["sections"][0]["pages"][0]["title"] = "{{ config }}"
    data["sections"][0]["pages"][0]["lead"] = "{{ 7*7 }} {# x #}"
    text = everything(rendered(sample_course(**data)))
    for words in ("{{ 7*7 }}", "{% raw %}{{ t }}", "{{ config }}", "{{ 7*7 }} {# x #}"):
        assert words in text
    assert "49" not in text


def test_plain_texts_are_escaped_wherever_they_stand() -> None:
    hostile = '<img src=x onerror="alert(1)">'
    data = sample_data(
        title=hostile, subtitle=hostile, notice=hostile, outcomes=[hostile], cover_notes=hostile
    )
    section = data["sections"][0]
    section["title"] = section["summary"] = section["objectives"][0]["text"] = hostile
    section["pages"][0]["title"] = section["pages"][0]["terms"][0]["term"] = section["quiz"]["title"] = (
        hostile
    )
    assert "<img src=x" not in everything(rendered(sample_course(**data)))


def test_a_page_shows_each_of_its_blocks_in_order(page: str) -> None:
    marks = [
        "<h2>A heading</h2>",
        '<p class="eyebrow">Key idea</p>',
        "<strong>Mind this</strong>",
        '<svg viewBox="0 0 8 4" role="img" aria-label="A line">',
        "<strong>It flows.</strong>",
        '<img src="media/photo.jpg" alt="" width="640" height="480" loading="lazy"',
        "Description of this figure",
        '<table class="contrast" role="table">',
        "<figcaption>Somebody</figcaption>",
        '<p class="step">Look</p>',
        'data-question="k_number"',
        "<dt>Override</dt><dd>Taking <code>it</code> early.</dd>",
    ]
    places = [page.find(mark) for mark in marks]
    assert -1 not in places
    assert places == sorted(places)


def test_tables_name_their_columns_in_the_narrow_layout_too(page: str) -> None:
    assert '<td role="cell" class="n" data-label="After">A queue</td>' in page
    assert '<td role="cell" data-label="Before">One <em>order</em></td>' in page
    assert '<th scope="row" role="rowheader">Unit</th>' in page


def test_only_pictures_that_stay_files_are_packed(course: RenderedCourse) -> None:
    assert list(course.media) == ["media/photo.jpg"]


def test_the_first_page_of_a_section_says_what_the_section_teaches(course: RenderedCourse) -> None:
    pages = course.sections[1].pages
    assert "Tell one from two" in pages["one"]
    assert "Tell one from two" not in pages["two"]


def test_the_pager_leads_through_every_page_and_quiz(course: RenderedCourse) -> None:
    links = {
        page_id: re.findall(r'rel="(prev|next)" href="([^"]+)"', html)
        for section in course.sections
        for page_id, html in section.pages.items()
    }
    assert links == {
        "hello": [("prev", "#/"), ("next", "#/page/one")],
        "one": [("prev", "#/page/hello"), ("next", "#/page/two")],
        "two": [("prev", "#/page/one"), ("next", "#/quiz/first")],
        "three": [("prev", "#/quiz/first"), ("next", "#/")],
    }


def test_a_page_says_where_it_is(course: RenderedCourse) -> None:
    eyebrow = re.findall(r'<span class="num">([^<]*)</span>', course.sections[1].pages["two"])
    assert eyebrow == ["1.1 The first section", "Page 2 of 2", "2 min"]


def test_a_quiz_is_announced_with_what_it_asks_for(course: RenderedCourse) -> None:
    quiz = course.sections[1].quiz or ""
    for words in (
        "Show it",
        "Three <em>questions</em>.",
        "<dd>3</dd>",
        "correct to pass (80%)",
        "5 min",
        "data-start",
    ):
        assert words in quiz


def test_every_page_has_one_main_heading_and_no_id_twice(course: RenderedCourse) -> None:
    """A11Y-08."""
    for section in course.sections:
        for html in section.pages.values():
            assert html.count("<h1") == 1
            ids = re.findall(r'\sid="([^"]+)"', html + course.launch_html.decode())
            assert len(ids) == len(set(ids))


def test_rendering_twice_gives_the_same(course: RenderedCourse) -> None:
    assert everything(course) == everything(rendered())


def test_a_course_without_welcome_starts_with_its_first_page() -> None:
    plain = rendered(sample_course(welcome=None, short_title=None, notice=None))
    assert [section.script for section in plain.sections] == ["section-1.js", "section-2.js"]
    assert 'id="resume" href="#/page/one"' in plain.launch_html.decode()
