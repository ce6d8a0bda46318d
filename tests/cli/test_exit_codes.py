"""Scripts and pipelines act on exit codes: a wrong one ships a broken course or stops a right one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.command_line import change, cpom, everything_below

if TYPE_CHECKING:
    from pathlib import Path

ALL = "sections/1-pages.yaml"


def break_course(course: Path) -> None:
    change(course / ALL, "tone: key", "tone: kee")


def warn_course(course: Path) -> None:
    change(course / ALL, "    id: check_ids\n", "    id: check_ids\n    weight: 2\n")


def test_a_clean_course_gives_0(starter: Path) -> None:
    done = cpom("check", starter, "--strict", "--fail-on", "warning")
    assert (0, f"{starter}: no findings\n", "") == (done.code, done.out, done.err)


def test_an_error_gives_1_with_place_excerpt_and_remedy(starter: Path) -> None:
    break_course(starter)
    done = cpom("check", starter)
    assert done.code == 1
    assert 'error[CRS-014]: "tone" cannot be "kee"' in done.out
    assert f"--> {starter.as_posix()}/{ALL}:" in done.out
    assert 'help: write "key"' in done.out


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1)])
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_warning_counts_from_the_level_that_the_person_chose(
    starter: Path, tmp_path: Path, command: str, level: str, code: int
) -> None:
    warn_course(starter)
    more = ["--output", tmp_path / "out"] if command == "build" else []
    done = cpom(command, starter, "--fail-on", level, *more)
    assert code == done.code
    assert "warning[QUE-017]" in done.out + done.err
    assert (command == "build" and code == 0) == (tmp_path / "out").exists()


def test_only_editions_that_a_person_builds_must_keep_the_progress(starter: Path) -> None:
    """RUN-62: `check` says what `build` would refuse."""
    change(starter / "course.yaml", "sections:\n", "free_text: 20000\nsections:\n")
    first = "  blocks:\n  - kind: fill_in\n"
    words = "\n".join(
        f"  - {{kind: long_fill_in, id: w{n}, stem: Say why., max_length: 4000, feedback: Thank you.}}"
        for n in range(2)
    )
    change(starter / "sections/2-questions.yaml", first, f"  blocks:\n{words}\n  - kind: fill_in\n")
    done = cpom("check", starter)
    assert done.code == 1
    assert "SCORM 1.2 keeps 4,096" in done.out
    assert cpom("check", starter, "--edition", "scorm2004-4th").code == 0
    assert cpom("check", starter, "--edition", "scorm2004-4th", "--edition", "scorm12").code == 1


def test_strict_applies_the_stricter_severities(starter: Path) -> None:
    change(starter / ALL, ", feedback: Steps are numbered and have a title each.", "")
    assert cpom("check", starter).code == 0
    strict = cpom("check", starter, "--strict")
    assert strict.code == 1
    assert "error[QUE-015]" in strict.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Usage: cpom-scorm"),
        (("chekc",), "chekc"),
        (("check", "--strickt"), "--strict"),
        (("check", "nowhere"), 'there is no folder "nowhere"'),
        (("check", ""), 'there is no folder ""'),
        (("build", "--edition", "scorm13"), "scorm13"),
        (("build", "--fail-on", "slip"), "slip"),
        (("validate",), "PATH"),
        (("validate", "nowhere.zip"), 'there is no file or folder "nowhere.zip"'),
        (("inspect", "nowhere.zip"), 'there is no file or folder "nowhere.zip"'),
        (("new",), "DIR"),
        (("preview", "--profile", "kind"), "kind"),
    ],
)
def test_wrong_usage_gives_2_and_says_what_was_meant(arguments: tuple[str, ...], says: str) -> None:
    done = cpom(*arguments)
    assert done.code == 2
    assert says in done.err
    assert done.out == ""


def test_a_file_in_place_of_the_course_folder_is_wrong_usage(starter: Path) -> None:
    done = cpom("check", starter / "course.yaml")
    assert done.code == 2
    assert "name the folder of the course" in done.err


def test_the_course_is_the_folder_course_unless_another_is_named(
    starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starter.rename(starter.with_name("course"))
    monkeypatch.chdir(starter.parent)
    assert cpom("check").out == "course: no findings\n"


def test_a_missing_default_course_is_met_with_the_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cpom("build")
    assert done.code == 2
    assert 'there is no folder "course" here' in done.err
    assert '"cpom-scorm new course"' in done.err
    assert {} == everything_below(tmp_path)


class BrokenError(Exception):
    """A fault that nobody foresaw."""


def fail(*_arguments: object, **_options: object) -> NoReturn:
    raise BrokenError("two\nlines")


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cpom_scorm.check.check_course", fail)


@pytest.mark.usefixtures("faulty")
def test_a_fault_of_ours_gives_3_and_one_sentence(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CPOM_TRACEBACK", raising=False)
    done = cpom("check", starter)
    assert (3, "") == (done.code, done.out)
    assert done.err.count("\n") == 1
    assert "a fault of its own (BrokenError: two lines)" in done.err
    assert "CPOM_TRACEBACK=" in done.err
    assert "Traceback" not in done.err


@pytest.mark.usefixtures("faulty")
def test_the_traceback_is_written_only_on_request(
    starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tmp_path / "trace.txt"
    monkeypatch.setenv("CPOM_TRACEBACK", str(wanted))
    assert cpom("check", starter).code == 3
    assert "Traceback (most recent call last)" in wanted.read_text("utf-8")
    monkeypatch.setenv("CPOM_TRACEBACK", str(tmp_path / "nowhere" / "trace.txt"))
    done = cpom("check", starter)
    assert done.code == 3
    assert "could not be written" in done.err


def test_an_interrupt_ends_quietly_as_shells_expect(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object, **_options: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("cpom_scorm.check.check_course", interrupt)
    done = cpom("check", starter)
    assert (130, "") == (done.code, done.out)
    assert done.err.strip() == "stopped"
