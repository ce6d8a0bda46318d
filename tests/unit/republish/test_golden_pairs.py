"""If these break, what build and diff say is not what learners find when a new version replaces the old one.

Each pair is a course before and after one edit. The real player writes the records of learners in the old
package and goes on with them in the new one; build and diff must have told all of it, and nothing else
(RUN-43, RUN-41).
"""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.build import BuildOptions, BuildResult, build_course, write_packages
from cpom_scorm.course.lock import LOCK_NAME
from cpom_scorm.diff import PackageDiff, diff_packages
from cpom_scorm.editions import edition_named
from cpom_scorm.lms import REPLACING
from tests.unit.course.test_lock import page, question

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = dict[str, Any]

pytestmark = pytest.mark.node

FOURTH = (edition_named("scorm2004-4th"),)
PASSED = {"completion": "completed", "success": "passed"}


def sections() -> list[Values]:
    quiz = {
        "title": "Check one",
        "minutes": 1,
        "pass_mark": 70,
        "shuffle": False,
        "questions": [question("q1"), question("q2")],
    }
    return [
        {
            "id": "one",
            "number": "1",
            "title": "One",
            "pages": [page("a"), page("b", question("k1", options=("a", "b", "c"))), page("c")],
            "quiz": quiz,
        },
        {"id": "two", "number": "2", "title": "Two", "pages": [page("d"), page("e")]},
    ]


IN_THE_MIDDLE = [
    ["visit", "a"],
    ["visit", "b"],
    ["answer", "k1", ["a"]],
    ["start", "one"],
    ["finish", "one", {"q1": [["a"], 1], "q2": [["a"], 1]}],
    ["visit", "c"],
]
DONE = [*IN_THE_MIDDLE, ["visit", "d"], ["visit", "e"]]
ATTEMPT_OPEN = [["visit", "a"], ["start", "one"], ["save", "q1", ["b"]], ["save", "q2", ["b"]]]
HALF_RIGHT = [*IN_THE_MIDDLE[:4], ["finish", "one", {"q1": [["a"], 1], "q2": [["b"], 0]}]]
LEARNERS = {"middle": IN_THE_MIDDLE, "done": DONE, "open": ATTEMPT_OPEN, "half": HALF_RIGHT}


@dataclass(frozen=True)
class Republished:
    """What became of one edit."""

    result: BuildResult
    diff: PackageDiff
    before: dict[str, Values]
    """What each learner had."""
    after: dict[str, Values]
    """What each learner finds."""
    later: dict[str, Values]
    """What each learner finds who comes back once more."""

    @property
    def told(self) -> set[tuple[str, str, str]]:
        """What build told."""
        assert self.result.changes is not None
        return {(change.thing, change.id, change.what) for change in self.result.changes}

    def kept(self, learner: str, *names: str) -> bool:
        """Whether a learner finds these just as they were."""
        return all(self.after[learner][name] == self.before[learner][name] for name in names)


def build(folder: Path, values: list[Values], dist: Path, **keys: Any) -> BuildResult:
    folder.mkdir(exist_ok=True)
    course = {"id": "golden", "title": "Golden", "language": "en", "sections": [], **keys}
    for one in values:
        course["sections"].append(f"{one['id']}.yaml")
        (folder / f"{one['id']}.yaml").write_text(json.dumps(one), "utf-8")
    (folder / "course.yaml").write_text(json.dumps(course), "utf-8")
    result = build_course(folder, BuildOptions(editions=FOURTH))
    assert result.packages, [found.message for found in result.report]
    write_packages(result, dist)
    return result


def course_of(dist: Path) -> Values:
    with zipfile.ZipFile(next(dist.glob("*.zip"))) as archive:
        script = archive.read("course-data.js").decode()
    found: Values = json.loads(script[script.index("=", script.index("course")) + 1 : -2])
    return found


def come_back(old: Path, new: Path, learners: dict[str, list[Any]]) -> dict[str, Values]:
    """Let learners begin in the package in one folder and go on in that in the other."""
    node = shutil.which("node")
    assert node, "Node is missing: run make test, which brings it"
    script = Path(__file__).with_name("come_back.mjs")
    wanted = {"old": course_of(old), "new": course_of(new), "learners": list(learners.values())}
    done = subprocess.run(
        [node, script], input=json.dumps(wanted).encode(), capture_output=True, check=True, timeout=60
    )
    return dict(zip(learners, json.loads(done.stdout), strict=True))


def republished(tmp_path: Path, edit: Callable[[list[Values]], None], **keys: Any) -> Republished:
    """Build, let learners begin, edit, build again, and let them come back."""
    values = sections()
    build(tmp_path / "course", values, tmp_path / "old")
    changed = copy.deepcopy(values)
    edit(changed)
    result = build(tmp_path / "course", changed, tmp_path / "new", **keys)
    found = come_back(tmp_path / "old", tmp_path / "new", LEARNERS)
    old, new = (next((tmp_path / name).glob("*.zip")) for name in ("old", "new"))
    diff = diff_packages(old, new, REPLACING)
    assert isinstance(diff, PackageDiff)
    together = Republished(
        result,
        diff,
        *(
            {learner: visits[when] for learner, visits in found.items()}
            for when in ("before", "after", "later")
        ),
    )
    # All three tell the same story.
    assert diff.changes == result.changes
    assert diff.records_read
    lost = {change.id for change in diff.changes if change.loses}
    for learner in LEARNERS:
        before, after = together.before[learner], together.after[learner]
        gone = {change.id for change in diff.changes if change.what == "gone"}
        assert set(before["answers"]) - set(after["answers"]) - gone <= lost
        assert not lost & set(after["answers"])
        assert together.kept(learner, "completion", "seen", "quizzes", "token")
        assert together.later[learner]["notices"] == []
    assert together.kept("done", "success", "score", "sections")
    warned = {found.message.split('"')[1] for found in result.report if found.rule.id == "LCK-010"}
    assert warned == lost
    assert together.before["done"]["completion"] == together.after["done"]["completion"] == "completed"
    return together


def test_a_new_page_is_left_to_do_and_takes_nothing(tmp_path: Path) -> None:
    pair = republished(tmp_path, lambda values: values[0]["pages"].insert(1, page("new")))
    assert pair.told == {("page", "new", "new")}
    assert pair.kept("middle", "answers", "bookmark", "sections")
    assert pair.after["middle"]["notices"] == ["updated"]
    assert pair.diff.safe


def test_a_page_that_moved_takes_its_progress_along(tmp_path: Path) -> None:
    def edit(values: list[Values]) -> None:
        values[1]["pages"].append(values[0]["pages"].pop(1))

    pair = republished(tmp_path, edit)
    assert pair.told == {("page", "b", "moved")}
    assert pair.kept("middle", "answers", "bookmark", "sections")
    assert pair.after["middle"]["notices"] == []


def test_a_page_with_another_title_is_the_same_page(tmp_path: Path) -> None:
    pair = republished(tmp_path, lambda values: values[0]["pages"][2].update(title="See"))
    assert pair.told == {("page", "c", "renamed")}
    assert pair.kept("middle", "answers", "bookmark", "sections", "notices")


def test_who_left_off_at_a_page_that_is_gone_goes_on_at_the_one_before(tmp_path: Path) -> None:
    pair = republished(tmp_path, lambda values: values[0]["pages"].pop(2))
    assert pair.told == {("page", "c", "gone")}
    assert [change.effect for change in pair.diff.changes] == ['whoever left off there goes on at "b"']
    assert (pair.before["middle"]["bookmark"], pair.after["middle"]["bookmark"]) == ("page/c", "page/b")
    assert pair.after["middle"]["notices"] == ["updated"]
    assert pair.kept("middle", "answers", "sections")


def test_who_left_off_in_a_quiz_that_is_gone_goes_on_at_the_page_before(tmp_path: Path) -> None:
    pair = republished(tmp_path, lambda values: values[0].pop("quiz"))
    assert ("quiz", "one", "gone") in pair.told
    assert (pair.before["open"]["bookmark"], pair.after["open"]["bookmark"]) == ("quiz/one", "page/c")


def test_a_question_in_other_words_keeps_its_answer(tmp_path: Path) -> None:
    def edit(values: list[Values]) -> None:
        asked = values[0]["pages"][1]["blocks"][1]
        asked.update(stem="Which one?", feedback="This one.")
        asked["options"].reverse()

    pair = republished(tmp_path, edit)
    assert pair.told == set()
    assert pair.kept("middle", "answers", "bookmark", "sections", "notices")


def test_a_knowledge_check_with_another_option_is_asked_again(tmp_path: Path) -> None:
    def edit(values: list[Values]) -> None:
        values[0]["pages"][1]["blocks"][1]["options"].append({"id": "d", "text": "d"})

    pair = republished(tmp_path, edit)
    assert pair.told == {("question", "k1", "changed")}
    assert "its options changed" in pair.diff.changes[0].message
    assert "k1" in pair.before["middle"]["answers"]
    assert "k1" not in pair.after["middle"]["answers"]
    assert pair.after["middle"]["sections"]["one"] == PASSED
    assert pair.after["middle"]["notices"] == ["updated"]
    assert pair.diff.safe


def test_a_quiz_question_with_another_key_loses_its_answer_and_keeps_what_it_earned(tmp_path: Path) -> None:
    pair = republished(tmp_path, lambda values: values[0]["quiz"]["questions"][0].update(correct="b"))
    assert pair.told == {("question", "q1", "changed")}
    assert "its key changed" in pair.diff.changes[0].message
    assert set(pair.after["middle"]["answers"]) == {"k1", "q2"}
    assert pair.after["middle"]["quizzes"]["one"]["counted"] == 1
    assert pair.after["middle"]["sections"]["one"] == PASSED
    assert set(pair.after["open"]["answers"]) == {"q2"}
    assert pair.after["open"]["quizzes"]["one"]["open"]


def test_a_question_of_another_kind_is_asked_again(tmp_path: Path) -> None:
    def edit(values: list[Values]) -> None:
        values[0]["pages"][1]["blocks"][1] = question("k1", "true_false")

    pair = republished(tmp_path, edit)
    assert pair.told == {("question", "k1", "changed")}
    assert "of the kind choice and is true_false now" in pair.diff.changes[0].message


def test_a_question_that_is_gone_leaves_scores_and_statuses(tmp_path: Path) -> None:
    pair = republished(tmp_path, lambda values: values[0]["quiz"]["questions"].pop())
    assert ("question", "q2", "gone") in pair.told
    assert pair.kept("middle", "sections", "quizzes")


def test_a_new_section_leaves_a_completed_course_completed(tmp_path: Path) -> None:
    extra = {"id": "three", "number": "3", "title": "Three", "pages": [page("f")]}
    pair = republished(tmp_path, lambda values: values.append(extra))
    assert pair.told == {("section", "three", "new"), ("page", "f", "new")}
    assert pair.kept("middle", "answers", "bookmark", "sections")


def test_a_higher_pass_mark_takes_no_pass_away(tmp_path: Path) -> None:
    pair = republished(tmp_path, lambda values: values[0]["quiz"].update(pass_mark=100))
    assert pair.told == {("quiz", "one", "changed")}
    assert pair.diff.changes[0].effect.startswith("whoever has passed stays passed")
    assert pair.kept("half", "sections")


def test_a_lower_pass_mark_passes_whoever_has_reached_it(tmp_path: Path) -> None:
    pair = republished(tmp_path, lambda values: values[0]["quiz"].update(pass_mark=50))
    assert pair.told == {("quiz", "one", "changed")}
    assert pair.diff.changes[0].effect == "whoever has reached the new mark passes at the next visit"
    assert pair.before["half"]["sections"]["one"]["success"] == "failed"
    assert pair.after["half"]["sections"]["one"]["success"] == "passed"


def test_a_lock_file_made_anew_is_compatible_when_it_is_the_same_and_refused_when_not(tmp_path: Path) -> None:
    """RUN-61."""
    folder = tmp_path / "course"
    build(folder, sections(), tmp_path / "old")
    first = (folder / LOCK_NAME).read_text("utf-8")
    (folder / LOCK_NAME).unlink()
    build(folder, sections(), tmp_path / "same")
    assert first == (folder / LOCK_NAME).read_text("utf-8")
    old, same, other = (tmp_path / name for name in ("old", "same", "other"))
    (folder / LOCK_NAME).unlink()
    values = sections()
    values[0]["pages"].insert(0, page("new"))
    build(folder, values, other)
    packages = [next(dist.glob("*.zip")) for dist in (old, same, other)]
    equal, different = (diff_packages(packages[0], one, REPLACING) for one in packages[1:])
    assert isinstance(equal, PackageDiff)
    assert isinstance(different, PackageDiff)
    assert (equal.records_read, equal.safe, equal.changes) == (True, True, ())
    assert (different.records_read, different.safe) == (False, False)
    after = come_back(old, other, {"middle": IN_THE_MIDDLE})["middle"]["after"]
    assert (after["answers"], after["seen"], after["quizzes"]) == ({}, [], {})
    assert after["notices"] == ["foreign-record"]
