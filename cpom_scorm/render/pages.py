"""A course's pages as HTML, the same for every edition: rendered once, packed once per edition."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cpom_scorm.blocks import KeptBlock
from cpom_scorm.file_content import whole
from cpom_scorm.interactions import Interaction
from cpom_scorm.render import markdown
from cpom_scorm.render.bidi import direction, with_titles_set_off
from cpom_scorm.render.embeds import packed_name
from cpom_scorm.render.launch import launch_page
from cpom_scorm.render.page_writer import CoursePageWriter, placed_likert
from cpom_scorm.render.places import Stop, quiz_name_key, script_name, section_label, stops
from cpom_scorm.render.questions import MarkdownWriter, RenderedQuestion, render_question
from cpom_scorm.render.quiz_data import asked_about, quiz_data
from cpom_scorm.render.views import duration_text, model_view
from cpom_scorm.schema import is_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from cpom_scorm.blocks.base import Block
    from cpom_scorm.course.model import Course, Page, Quiz, Section
    from cpom_scorm.file_content import FileContent
    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.render.media import Picture
    from cpom_scorm.render.theme import Theme


@dataclass(frozen=True, slots=True)
class RenderedSection:
    """What one section script holds."""

    id: str
    """The section's; empty for the welcome page, which belongs to none."""
    script: str
    """Its name in the package."""
    pages: Mapping[str, str]
    quiz: str | None
    """What a learner reads before the section's quiz."""
    objectives: Sequence[tuple[str, Sequence[str]]]
    """What the quiz's questions are about: each text with the ids of its questions."""
    questions: tuple[RenderedQuestion, ...]
    keys: Mapping[str, Any]
    """What blocks in which learners practise are checked by, by their ids."""


@dataclass(frozen=True, slots=True)
class RenderedCourse:
    """Everything learners read."""

    launch_html: bytes
    """`index.html`."""
    sections: tuple[RenderedSection, ...]
    media: Mapping[str, FileContent]
    """The author's files, by their name in the package."""


def render_course(
    course: Course,
    theme: Theme,
    t: Catalogue,
    pictures: Mapping[str, Picture],
    embeds: Mapping[str, Mapping[str, FileContent]] = MappingProxyType({}),
) -> RenderedCourse:
    """Render all pages. `pictures` come from `load_media`, `embeds` from `load_embeds`.

    Raises `TemplateFault` when a template of the course's own cannot be used.
    """
    renderer = _Renderer(with_titles_set_off(course), theme, t, pictures, embeds)
    return RenderedCourse(launch_page(course, theme, t).encode(), renderer.sections(), renderer.files)


@dataclass
class _Renderer:
    course: Course
    theme: Theme
    t: Catalogue
    pictures: Mapping[str, Picture]
    embeds: Mapping[str, Mapping[str, FileContent]]
    files: dict[str, FileContent] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)
    """Path of a picture to how often it was shown so far."""

    def sections(self) -> tuple[RenderedSection, ...]:
        sections = [self._section(number, section) for number, section in enumerate(self.course.sections, 1)]
        if self.course.welcome:
            sections.insert(0, self._section(0, None))
        return tuple(sections)

    def _section(self, number: int, section: Section | None) -> RenderedSection:
        welcome = (self.course.welcome,) if self.course.welcome else ()
        pages = section.pages if section else welcome
        quiz = section.quiz if section else None
        questions = [self._question(q, None) for q in quiz.every_question] if quiz else []
        html = {page.id: self._page(page, section, place, questions) for place, page in enumerate(pages, 1)}
        intro = self._quiz(section, quiz) if section and quiz else None
        about = asked_about(self.course, quiz) if quiz else []
        name = section.id if section else ""
        return RenderedSection(name, script_name(number), html, intro, about, tuple(questions), _keys(pages))

    def _question(self, question: Interaction, page: Page | None) -> RenderedQuestion:
        """Render a question of a page or, without one, of a quiz. No link leads to the page it stands on."""
        title = self._titles.get(question.revisit or "")
        is_elsewhere = title is not None and (page is None or question.revisit != page.id)
        return render_question(
            question,
            self.theme,
            self.t,
            MarkdownWriter(self._picture),
            in_quiz=page is None,
            revisit_title=title if is_elsewhere else None,
        )

    def _page(
        self, page: Page, section: Section | None, place: int, questions: list[RenderedQuestion]
    ) -> str:
        blocks: list[Markup] = []
        for number, block in enumerate(page.blocks, 1):
            if isinstance(block, Interaction):
                questions.append(self._question(block, page))
                blocks.append(questions[-1].html)
            else:
                blocks.append(self._block(block, f"{page.id}-{number}"))
        previous, following = self._beside[page.id]
        names = {
            "page": {"title": page.title, "lead_html": markdown.inline(page.lead) if page.lead else ""},
            "eyebrow": self._page_eyebrow(page, section, place),
            "objectives": [o.text for o in section.objectives] if section and place == 1 else [],
            "blocks": blocks,
            "terms": [model_view(term) for term in page.terms],
            "previous": self._link(previous, self.t["page.back"]),
            "next": self._link(following, self.t["page.next"]),
            "notice": self.course.notice,
            "t": self.t,
        }
        return self.theme.render("page.html", names)

    def _page_eyebrow(self, page: Page, section: Section | None, place: int) -> list[str]:
        minutes = duration_text(self.t, page.minutes)
        if section is None:
            return [self.course.short_title or self.course.title, minutes]
        count = self.t.fill("page.number", number=place, total=len(section.pages))
        return [section_label(section), count, minutes]

    def _block(self, block: Block, name: str) -> Markup:
        shown = {"block": model_view(block), "name": name, "t": self.t}
        names = block.facts(self._writer) | shown
        return self.theme.render(f"blocks/{block.kind}.html", names)

    @cached_property
    def _writer(self) -> CoursePageWriter:
        is_rtl = direction(self.course.language) == "rtl"
        return CoursePageWriter(
            self._picture,
            file=self._file,
            file_text=self._file_text,
            page=self._own_page,
            t=self.t,
            is_rtl=is_rtl,
            questions=placed_likert(self.course),
            size=lambda path: len(self.pictures[path].content),
        )

    def _file(self, path: str) -> str:
        if is_address(path):
            return path
        file = self.pictures[path]
        self.files[file.name] = file.content
        return file.name

    def _file_text(self, path: str) -> str:
        return whole(self.pictures[path].content).decode("utf-8-sig", "replace")

    def _own_page(self, path: str) -> str:
        if is_address(path):
            return path
        self.files.update(self.embeds[path])
        return packed_name(path)

    def _picture(self, path: str, label: str) -> dict[str, Any]:
        picture = self.pictures[path]
        self.uses[path] += 1
        svg = picture.inline(label, self.uses[path])
        if svg is None:
            self.files[picture.name] = picture.content
        width, height = picture.size or (None, None)
        return {"src": picture.name, "width": width, "height": height, "box": picture.box, "svg": svg}

    def _quiz(self, section: Section, quiz: Quiz) -> str:
        data = quiz_data(self.course, section, quiz, self.t)
        names = {
            "quiz": {
                **{name: data[name] for name in ("title", "asked", "total", "needed", "attempts")},
                "lead_html": markdown.inline(quiz.lead) if quiz.lead else "",
                "mark": data["pass"],
                "minutes": duration_text(self.t, quiz.minutes),
                "counted": self.course.scoring.counted,
                "is_drawn": bool(quiz.pools),
                "tells_at_once": quiz.feedback == "immediate",
            },
            "eyebrow": [section_label(section), self.t[quiz_name_key(section)]],
            "review": {"href": f"#/page/{section.pages[0].id}"} if section.pages else None,
            "notice": self.course.notice,
            "t": self.t,
        }
        return self.theme.render("quiz.html", names)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {page.id: page.title for _, page, _ in self.course.placed_pages()}

    @cached_property
    def _beside(self) -> dict[str, tuple[Stop | None, Stop | None]]:
        """Page id to the stops before and after it."""
        order = (None, *stops(self.course), None)
        beside = zip(order, order[1:], order[2:], strict=False)
        return {stop.page.id: (before, after) for before, stop, after in beside if stop and stop.page}

    def _link(self, stop: Stop | None, label: str) -> dict[str, str]:
        if stop is None:
            return {"href": "#/", "label": label, "title": self.t["page.overview"]}
        if stop.page is None:
            name = self.t[quiz_name_key(stop.section)] if stop.section else ""
            return {"href": stop.href, "label": name, "title": stop.title}
        return {"href": stop.href, "label": label, "title": stop.title}


def _keys(pages: Sequence[Page]) -> dict[str, Any]:
    """Give the keys of what learners practise by. Those of questions stand with their feedback."""
    practised = (
        block
        for page in pages
        for block in page.blocks
        if isinstance(block, KeptBlock) and not isinstance(block, Interaction)
    )
    return {block.id: key for block in practised if (key := block.key()) is not None}
