"""Reads the folders of `tests/rules/course`: what each changes in a right course."""

from __future__ import annotations

from pathlib import Path

from tests.rules.overlay import Overlay

HERE = Path(__file__).parent
BASE = HERE / "base_course"


class CourseFixture(Overlay):
    """A course that breaks a rule, or its near miss."""

    def write(self, folder: Path) -> None:
        """Write the course into a folder."""
        for name, data in self.changed(base_course()).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for line in (self._control("grow.txt") or "").splitlines():
            name, size = line.split(" ")
            with (folder / name).open("ab") as file:
                file.write(b"#" * (int(size) - file.tell()))


def base_course() -> dict[str, bytes]:
    """Give the files of the right course."""
    return {
        path.relative_to(BASE).as_posix(): path.read_bytes()
        for path in sorted(BASE.rglob("*"))
        if path.is_file()
    }


def course_fixtures() -> list[CourseFixture]:
    """Give all fixtures by name."""
    return [CourseFixture(path) for path in sorted((HERE / "course").iterdir()) if path.is_dir()]
