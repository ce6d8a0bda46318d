"""`tools.js`: what learners need now and then, with the strings and facts that only it needs.

Loaded when it is first wanted, as section scripts are; the first view carries none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.render.course_data import NAMESPACE, script
from cpom_scorm.render.markdown import inline

if TYPE_CHECKING:
    from cpom_scorm.course.model import Course
    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.render.player_script import PlayerScripts


def tools_script(course: Course, t: Catalogue, scripts: PlayerScripts) -> bytes:
    """Write the script, the same for every edition. Strings that the player has as well are left to it."""
    known = t.used_by(scripts.player)
    data = {
        "strings": {key: text for key, text in t.used_by(scripts.tools).items() if key not in known},
        "notice": course.notice or "",
        "glossary": [[term.id, term.term, inline(term.meaning)] for term in course.glossary],
        "printsAnswers": course.print_answers,
    }
    return script(f"{NAMESPACE}.tools=", data, ";\n") + scripts.tools.encode("ascii")
