"""The style sheets of a package: the theme's values as layer `theme`, then the theme's CSS files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rcssmin

from cpom_scorm.blocks import BLOCKS
from cpom_scorm.render.colors import MODES, palette
from cpom_scorm.render.theme_folders import OWN_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpom_scorm.render.theme import Theme

FILES = (
    "tokens",
    "more",
    "charts",
    "blocks",
    "responsibilities",
    "parts",
    "cover",
    "questions",
    "arranging",
    "pictures",
    "picks",
    "ratings",
    "writing",
    "quiz",
    "base",
    "shell",
    "outline",
    "modes",
)
"""Within a layer a later file wins. The first declares the order of the layers, so the files of each can
stand where they pack best: styles that resemble each other within reach of the packer."""
TOOLS_FILES = ("result", "tools")
"""What only the views need that `tools.js` brings; they join the layers that are there."""
KINDS_OF_FILE = {
    "arranging": {"categorise", "sequencing"},
    "pictures": {"choice", "hotspot"},
    "picks": {"categorise", "likert"},
    "ratings": {"likert"},
    "writing": {"long_fill_in", "reflection", "builder"},
    "responsibilities": {"responsibility_matrix", "responsibility_exercise"},
    "more": {"chart", "figure", "video", "audio", "embed"},
    "charts": {"chart", "self_ratings"},
}
"""Files that only courses with one of these kinds of blocks need, questions included."""
BLOCK_FILE = "assets/blocks/{}.css"
"""What only one kind of block needs; kinds that need nothing of their own have none."""

_BARE_PSEUDO = re.compile(
    r"(?<=[\w\])*\"]) (?=::?(?:is|not|where|has|first|last|only|nth|"
    r"hover|focus|active|checked|disabled|before|after|-)\b)"
)
"""`.a :is(b)`, where the minifier takes the space for needless; `.a *:is(b)` means the same."""
_ZERO = re.compile(r"(?<![\w.#-])0\.(?=\d)")
_NEEDLESS_QUOTES = re.compile(r'(?<==)"([a-z]+)"(?=\])')
_LAYER = re.compile(r"(?=@layer \w+\{)")


def stylesheet(theme: Theme, kinds: frozenset[str] | None = None, *, debug: bool = False) -> bytes:
    """Join the style sheet, without comments and spaces unless `debug`; all characters are ASCII.

    `kinds`: the kinds of blocks that the course has, questions included; all if it is left out.
    """
    needed = [
        name for name in FILES if kinds is None or name not in KINDS_OF_FILE or kinds & KINDS_OF_FILE[name]
    ]
    own = [BLOCK_FILE.format(kind.name()) for kind in BLOCKS if kinds is None or kind.name() in kinds]
    names = [f"assets/{name}.css" for name in needed]
    place = names.index("assets/blocks.css") + 1
    texts = _texts(theme, [*names[:place], *own, *names[place:]])
    return _written("\n".join((*texts, theme_layer(theme), *_texts(theme, [OWN_STYLES]))), debug=debug)


def tools_stylesheet(theme: Theme, *, debug: bool = False) -> bytes:
    """Join the style sheet that comes with `tools.js`, in the same form."""
    return _written("\n".join(_texts(theme, [f"assets/{name}.css" for name in TOOLS_FILES])), debug=debug)


def _texts(theme: Theme, names: Iterable[str]) -> list[str]:
    return [found.read_text("utf-8") for name in names if (found := theme.file(name))]


def _written(text: str, *, debug: bool) -> bytes:
    if not debug:
        small = _ZERO.sub(".", str(rcssmin.cssmin(_BARE_PSEUDO.sub(" *", text))))
        text = _layers_joined(_NEEDLESS_QUOTES.sub(r"\1", small)) + "\n"
    # A server may send the file with any charset, or none.
    return "".join(letter if letter < "\x80" else f"\\{ord(letter):06x}" for letter in text).encode("ascii")


def _layers_joined(text: str) -> str:
    """Let a layer go on where the next part is of the same."""
    joined: list[str] = []
    before = ""
    for part in _LAYER.split(text):
        opening = part[: part.find("{") + 1]
        if opening and opening == before:
            joined.append(joined.pop().removesuffix("}") + part.removeprefix(opening))
        else:
            joined.append(part)
        before = opening
    return "".join(joined)


def theme_layer(theme: Theme) -> str:
    """Give the theme's values as custom properties, with the derived colors as plain hex.

    Dark follows the system, or `data-scheme` where the learner has chosen; paper is always light.
    """
    shape = {"font-text": theme.font_text, "font-display": theme.font_display, "radius": theme.radius}
    day, night = (palette(theme.colors[mode], mode) for mode in MODES)
    light = _properties(day | shape)
    dark = _properties({name: color for name, color in night.items() if color != day[name]})
    return (
        "@layer theme {\n"
        f"  :root {{\n{light}\n  }}\n"
        "  @media screen and (prefers-color-scheme: dark) {\n"
        f"  :root:not([data-scheme=light]) {{\n{dark}\n  }}\n  }}\n"
        # The same again: no rule can ask for a preference of the system or a choice of the learner.
        f"  @media screen {{\n  :root[data-scheme=dark] {{\n{dark}\n  }}\n  }}\n"
        "}\n"
    )


def _properties(values: Mapping[str, str]) -> str:
    return "\n".join(f"    --{name.replace('_', '-')}: {value};" for name, value in values.items())
