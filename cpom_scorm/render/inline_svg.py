"""Drawings that become part of the page, so that they take the theme's colors, in light and in dark.

Only what the lists below name may enter a page (SEC-06); a file with anything else stays a picture in a
file of its own, where scripts do not run. The text is read by HTML's rules, as browsers will read it.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from markupsafe import Markup

LARGEST = 16_384
"""Bytes up to which a drawing is put into the page."""

_ELEMENTS = {
    name.lower(): name
    for name in (  # noqa: SIM905
        "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan "
        "linearGradient radialGradient stop clipPath mask marker pattern"
    ).split()
}
_LEFT_OUT = frozenset(("title", "desc", "metadata"))
"""Elements dropped with all they hold: the figure's alternative text says what the drawing means."""

_ATTRIBUTES = {
    name.lower(): name
    for name in (  # noqa: SIM905
        "class id d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height points pathLength "
        "viewBox preserveAspectRatio transform fill fill-opacity fill-rule clip-rule stroke "
        "stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset "
        "stroke-opacity stroke-miterlimit opacity color font-family font-size font-weight "
        "font-style text-anchor dominant-baseline letter-spacing textLength lengthAdjust offset "
        "stop-color stop-opacity gradientUnits gradientTransform spreadMethod clip-path "
        "clipPathUnits mask maskUnits marker-start marker-mid marker-end markerWidth markerHeight "
        "markerUnits refX refY orient patternUnits patternTransform href vector-effect"
    ).split()
}
_DROPPED = frozenset(
    ("version", "role", "focusable", "aria-hidden", "aria-label", "aria-labelledby", "xml:space")
)
_REFERENCE = re.compile(r"url\(\s*[\"']?(#?)([^)\"']*)[\"']?\s*\)")


class _RefusedError(Exception):
    """The drawing holds something that may not enter a page."""


def inline_svg(data: bytes, prefix: str, label: str) -> Markup | None:
    """Give the drawing as markup with ids that start with the prefix, or None when it must stay a file.

    An empty label means that the drawing is decoration.
    """
    if len(data) > LARGEST:
        return None
    reader = _Reader(prefix, label)
    try:
        reader.feed(data.decode("utf-8-sig"))
        reader.close()
    except (_RefusedError, UnicodeDecodeError):
        return None
    if reader.open or not reader.parts:
        return None
    return Markup("".join(reader.parts))  # noqa: S704 - built from the lists above, all else is escaped


class _Reader(HTMLParser):
    def __init__(self, prefix: str, label: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[str] = []
        self._prefix = prefix
        self._label = label

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._is_left_out() and tag not in _LEFT_OUT:
            self._begin(tag, attrs)
            self.parts.append(">")
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._is_left_out() and tag not in _LEFT_OUT:
            self._begin(tag, attrs)
            self.parts.append("/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise _RefusedError
        if not self._is_left_out() and tag not in _LEFT_OUT:
            self.parts.append(f"</{_ELEMENTS[tag]}>")

    def handle_data(self, data: str) -> None:
        if self._is_left_out():
            return
        if data.strip() and not self.open:
            raise _RefusedError
        if "text" in self.open:
            self.parts.append(escape(data, quote=False))

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        raise _RefusedError

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        raise _RefusedError

    def _is_left_out(self) -> bool:
        return not _LEFT_OUT.isdisjoint(self.open)

    def _begin(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS or (tag == "svg") == bool(self.open) or (tag == "svg" and self.parts):
            raise _RefusedError
        if tag == "svg" and "viewbox" not in dict(attributes):
            raise _RefusedError  # It could not be scaled: width and height are left out.
        self.parts.append(f"<{_ELEMENTS[tag]}")
        for name, value in attributes:
            self._attribute(tag, name, value or "")
        if tag == "svg":
            self.parts.append(
                f' role="img" aria-label="{escape(self._label)}"' if self._label else ' aria-hidden="true"'
            )

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if (
            name in _DROPPED
            or name.startswith("xmlns")
            or (tag == "svg" and name in ("width", "height", "id"))
        ):
            return
        name = name.removeprefix("xlink:")
        if name not in _ATTRIBUTES or "\\" in value:
            raise _RefusedError
        if name == "id":
            value = f"{self._prefix}{value}"
        elif name == "href":
            if not value.startswith("#"):
                raise _RefusedError
            value = f"#{self._prefix}{value[1:]}"
        elif "(" in value and name != "transform":
            value = _REFERENCE.sub(self._own_reference, value)
        self.parts.append(f' {_ATTRIBUTES[name]}="{escape(value)}"')

    def _own_reference(self, found: re.Match[str]) -> str:
        if not found[1]:
            raise _RefusedError
        return f"url(#{self._prefix}{found[2]})"
