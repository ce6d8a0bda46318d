"""What a launch page may run is followed as far as it can be known: guesses are false alarms."""

from __future__ import annotations

from cpom_scorm.package.content.code import Word
from cpom_scorm.package.model import Package

BEGIN = Word.alone("Begin")


def reached(files: dict[str, str], launch: str = "index.html") -> tuple[list[str], bool]:
    package = Package.from_files({name: text.encode() for name, text in files.items()})
    reach = package.code.reach(launch)
    return sorted(reach.files), reach.is_known


def test_frames_links_imports_and_named_files_are_followed() -> None:
    files = {
        "index.html": "<frame src=parts/frame.html><script>var a = 'parts/named.js'</script>",
        "parts/frame.html": "<script type=module src=module.js></script><a href=next.html>",
        "parts/module.js": "import './imported.js'",
        "parts/imported.js": "x",
        "parts/named.js": "x",
        "parts/next.html": "<meta http-equiv=refresh content='0;url=../last.html'>",
        "last.html": "x",
        "other.html": "x",
    }
    assert (sorted(set(files) - {"other.html"}), True) == reached(files)


def test_where_scripts_load_by_names_that_they_make_everything_may_run() -> None:
    files = {
        "index.html": "<script src=a.js></script>",
        "a.js": "load.src = 'part' + n + '.js'",
        "part1.js": "x",
    }
    assert (sorted(files), True) == reached(files)


def test_what_comes_from_the_web_cannot_be_known() -> None:
    assert (["index.html"], False) == reached(
        {"index.html": "<script src=https://code.example/a.js></script>"}
    )


def test_what_comes_after_very_many_tags_cannot_be_known() -> None:
    page = "<i>" * 200_001 + "<script src=player.js></script>"
    assert (["index.html"], False) == reached({"index.html": page, "player.js": "x"})


def test_words_are_found_in_scripts_and_attributes_of_pages_and_nowhere_else() -> None:
    pages = {
        "a.html": "<p>Begin</p><!-- <script>Begin()</script> -->",
        "b.html": "<body onload=Begin()>",
        "c.html": "<script>\nBegin()</script>",
        "d.html": "<script type=text/template>Begin()</script>",
        "e.js": "// Begin",
        "f.js": "LMSBegin()",
    }
    package = Package.from_files({name: text.encode() for name, text in pages.items()})
    found = [(span.file, span.line) for span in package.code.finds(frozenset(pages), BEGIN)]
    assert [("b.html", 1), ("c.html", 2)] == found


def test_loops_of_pages_end() -> None:
    files = {"index.html": "<a href=b.html>", "b.html": "<a href=index.html>"}
    assert (["b.html", "index.html"], True) == reached(files)
