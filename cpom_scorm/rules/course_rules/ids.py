"""Whether ids are unique: the LMS and the progress record know everything by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.blocks import Scenario
from cpom_scorm.course.contents import placed_kept, placed_questions
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of, lists_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cpom_scorm.blocks import Role
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.rule import Rule
    from cpom_scorm.source import DataPath

_WORDS: Mapping[Role, str] = {"gap": "gap", "criterion": "criterion", "step": "step"}
"""What authors call what has an id, where that is not an option."""


def _repeated(
    loaded: LoadedCourse, judge: Rule, what: str, ids: Iterable[tuple[DataPath, str]]
) -> Iterator[Diagnostic]:
    first: dict[str, DataPath] = {}
    for path, name in ids:
        if name in first:
            label = Label(loaded.span(first[name]), "first used here")
            message = f'the {what} id "{name}" is used twice'
            help_text = f"give each {what} an id of its own"
            yield Diagnostic(judge, message, loaded.span(path), help_text, (label,))
        first.setdefault(name, path)


@rule("CRS-020", "page-id-twice", Severity.ERROR, since="0.1", spec="RUN-41")
def page_id_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two pages have the same id.

    What: an id that names one page of the course names another one too, perhaps in another section.
    Why it matters: progress and links are stored by page id, so the two could not be told apart.
    Example: `id: summary` on the last page of every section.
    Fix: give each page an id of its own, such as `summary_1_2`.
    """
    pages = (((*path, "id"), page.id) for path, page, _ in loaded.complete.placed_pages())
    yield from _repeated(loaded, page_id_twice, "page", pages)


@rule("CRS-021", "section-id-twice", Severity.ERROR, since="0.1", spec="RTE cmi.objectives.n.id")
def section_id_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two sections have the same id.

    What: two section files carry the same `id`.
    Why it matters: the LMS stores the result of a section by its id; one would overwrite the other.
    Example: a section file that was copied to start a new one.
    Fix: give the newer section an id of its own.
    """
    sections = ((("sections", at, "id"), section.id) for at, section in enumerate(loaded.complete.sections))
    yield from _repeated(loaded, section_id_twice, "section", sections)


@rule("CRS-022", "objective-id-twice", Severity.ERROR, since="0.1", spec="author's format")
def objective_id_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two learning objectives have the same id.

    What: an id that names one objective of the course names another one too.
    Why it matters: questions point to objectives by id, so results would be counted for the wrong one.
    Example: `{id: o1, …}` in two sections.
    Fix: give each objective an id of its own, such as `o12_1`.
    """
    objectives = (
        (("sections", at, "objectives", place, "id"), objective.id)
        for at, section in enumerate(loaded.complete.sections)
        for place, objective in enumerate(section.objectives)
    )
    yield from _repeated(loaded, objective_id_twice, "objective", objectives)


@rule("CRS-090", "term-id-twice", Severity.ERROR, since="0.1", spec="author's format")
def term_id_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two terms of the glossary have the same id.

    What: an id that names one term of `glossary` names another one too.
    Why it matters: links lead to terms by id, so learners could be shown the wrong meaning.
    Example: `{id: rate, …}` for a first-pass rate and for a fill rate.
    Fix: give each term an id of its own.
    """
    terms = ((("glossary", at, "id"), term.id) for at, term in enumerate(loaded.complete.glossary))
    yield from _repeated(loaded, term_id_twice, "term", terms)


@rule("CRS-084", "scene-id-twice", Severity.ERROR, since="0.1", spec="author's format")
def scene_id_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two scenes of a scenario have the same id.

    What: an id that names one scene of a scenario names another one of it too.
    Why it matters: choices lead to scenes by their ids, so learners would come to the wrong one.
    Example: `id: plan` in two scenes.
    Fix: give each scene of the scenario an id of its own.
    """
    for path, scenario in blocks_of(loaded, Scenario):
        scenes = (((*path, "scenes", at, "id"), scene.id) for at, scene in enumerate(scenario.scenes))
        yield from _repeated(loaded, scene_id_twice, "scene", scenes)


@rule("QUE-001", "question-id-twice", Severity.ERROR, since="0.1", spec="RTE cmi.interactions.n.id")
def question_id_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two questions have the same id.

    What: an id that names one question of the course, in a quiz or on a page, or another block that keeps
    what learners do in it, names another one too.
    Why it matters: the LMS stores answers by question id; two questions would be mixed up in every report.
    Example: `id: q1` in the quizzes of two sections.
    Fix: give each question an id of its own, such as `q12_1`.
    """
    questions = (((*path, "id"), block.id) for path, block in placed_kept(loaded.complete))
    yield from _repeated(loaded, question_id_twice, "question", questions)


@rule("QUE-002", "option-id-twice", Severity.ERROR, since="0.1", spec="RUN-53")
def option_id_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two options of a question have the same id.

    What: an id names two options, areas, sources, targets, items, categories, gaps, statements, points of a
    scale, criteria or steps of one question, also in two lists of it; or two decisions of one step.
    Why it matters: the LMS records answers by option id, and the answer key could mean either.
    Example: `options: [{id: a, text: Count}, {id: a, text: Order}]`.
    Fix: give each option an id of its own.
    """
    for path, block in placed_kept(loaded.complete):
        shared = []
        for listed in lists_of(path, block):
            ids = [((*listed.path, at, "id"), entry.id) for at, entry in enumerate(listed.entries)]
            if listed.role == "answer":
                yield from _repeated(loaded, option_id_twice, "option", ids)
            else:
                shared += ids
        role, name = next(iter(block.lists.items()), ("option", "options"))
        what = _WORDS.get(role, "option") if block.is_reported else name.removesuffix("s")
        yield from _repeated(loaded, option_id_twice, what, shared)


@rule("QUE-040", "record-id-twice", Severity.ERROR, since="0.1", spec="RTE cmi.interactions.n.id")
def record_id_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A gap or statement is reported by the id of another question.

    What: the LMS gets each gap of a cloze and each statement of a likert by the id of the question, `_` and
    its own id, and another question, gap or statement has just that id.
    Why it matters: the LMS stores answers by these ids; two of them would be mixed up in every report.
    Example: a cloze `cus` with the gap `issue` beside a question `cus_issue`.
    Fix: rename the gap or statement, or the other question, before the course is published.
    """
    taken: dict[str, DataPath] = {}
    parts: list[tuple[DataPath, str]] = []
    for placed in placed_questions(loaded.complete):
        question = placed.question
        rows = [
            listed
            for listed in lists_of(placed.path, placed.question)
            if listed.role in ("row", "gap") and listed.entries
        ]
        if not rows:
            taken.setdefault(question.id, (*placed.path, "id"))
        ids = {
            entry.id: (*listed.path, at, "id") for listed in rows for at, entry in enumerate(listed.entries)
        }
        parts += [(path, f"{question.id}_{name}") for name, path in ids.items()]
    for path, name in parts:
        if name in taken:
            label = Label(loaded.span(taken[name]), "also reported by this id")
            message = f'the LMS gets this by the id "{name}", which is taken'
            help_text = "give it another id"
            yield Diagnostic(record_id_twice, message, loaded.span(path), help_text, (label,))
        taken.setdefault(name, path)


RULES = (
    page_id_twice,
    section_id_twice,
    objective_id_twice,
    term_id_twice,
    scene_id_twice,
    question_id_twice,
    option_id_twice,
    record_id_twice,
)
