"""What makes the name of a file in a package unsafe, or a different name on another system. Pure text."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

_DRIVE = re.compile(r"[A-Za-z]:")
_WINDOWS_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_WINDOWS_CHARACTERS = re.compile(r'[<>:"|?*]')
_URL_CHARACTERS = re.compile(r"[#%+&]")
LONGEST_PATH = 200
DEEPEST_PATH = 20
_PERCENT_ROUNDS = 3
"""Names are decoded more than once by some servers: `%252e` becomes `%2e` becomes a dot."""

_CLUTTER_FOLDERS = frozenset({"__MACOSX", ".git", ".svn", ".hg", ".idea", ".vscode", "node_modules"})
_CLUTTER_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore", ".gitattributes"})
_CLUTTER_ENDINGS = ("~", ".bak", ".swp", ".orig", ".js.map", ".css.map")


def climbs(name: str) -> bool:
    """Whether a `..` segment can appear, whichever separator or percent form a reader understands."""
    form = name
    for _ in range(_PERCENT_ROUNDS):
        if ".." in form.replace("\\", "/").split("/"):
            return True
        form = unquote(form)
    return ".." in form.replace("\\", "/").split("/")


def is_absolute(name: str) -> bool:
    """Whether some system takes the name for a place outside the package: `/x`, `C:x`, a network path."""
    return name.startswith(("/", "\\")) or bool(_DRIVE.match(name))


def has_control_character(name: str) -> bool:
    """Whether a character is one that ends names early or upsets terminals (C0, DEL, C1)."""
    return any(unicodedata.category(character) == "Cc" for character in name)


def is_unusable(name: str) -> bool:
    """Whether the name is a fault in itself, so that nothing else need be said of the file."""
    return not name or "\\" in name or climbs(name) or is_absolute(name) or has_control_character(name)


def portability_problem(name: str) -> str | None:
    """Say why a name does not survive on Windows or in an LMS's links, or None."""
    segments = name.split("/")
    if found := _WINDOWS_CHARACTERS.search(name):
        return f'holds "{found[0]}", which Windows does not allow in names'
    if any(_WINDOWS_DEVICE.fullmatch(segment) for segment in segments):
        return "is a device name on Windows"
    if any(segment.endswith((" ", ".")) and segment not in (".", "..") for segment in segments):
        return "ends a part of the path with a space or a dot, which Windows drops"
    if found := _URL_CHARACTERS.search(name):
        return f'holds "{found[0]}", which has a meaning in addresses'
    if len(name) > LONGEST_PATH:
        return f"is {len(name)} characters long; {LONGEST_PATH} fit everywhere"
    if len(segments) > DEEPEST_PATH:
        return f"lies {len(segments)} folders deep; {DEEPEST_PATH} fit everywhere"
    return None


def merged_form(name: str) -> str:
    """Give the form under which hosts that ignore case and Unicode form keep the name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def is_clutter(name: str) -> bool:
    """Whether the file was left behind by a system or tool and belongs in no package."""
    *folders, last = name.split("/")
    return (
        not _CLUTTER_FOLDERS.isdisjoint(folders)
        or last in _CLUTTER_FILES
        or last.startswith("._")
        or last.endswith(_CLUTTER_ENDINGS)
    )
