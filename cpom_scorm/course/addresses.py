"""What a course shows from the web: films, sounds and pages of origins that its author allows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cpom_scorm.schema import FILM, PAGE, SOUND, is_address, marked_texts

if TYPE_CHECKING:
    from cpom_scorm.course.model import Course

_DIRECTIVES = {"frame-src": (PAGE,), "media-src": (FILM, SOUND)}
_DEFAULT_PORT = 443


def origin_of(address: str) -> str:
    """Give scheme, host and port of an address; empty for what is no https address with a host."""
    try:
        parts = urlsplit(address)
        port = parts.port or _DEFAULT_PORT
    except ValueError:
        return ""
    if parts.scheme != "https" or not parts.hostname or parts.username is not None:
        return ""
    return f"https://{parts.hostname}" + ("" if port == _DEFAULT_PORT else f":{port}")


def shown_origins(course: Course) -> set[str]:
    """Give the origins of all that the course itself shows from the web, allowed or not."""
    return {origin for origins in _shown(course).values() for origin in origins}


def content_policy(course: Course) -> str:
    """Give the course's Content-Security-Policy: itself, and each origin only for what is shown from it."""
    parts = ["default-src 'self'"]
    for directive, origins in _shown(course).items():
        allowed = [origin for origin in course.external if origin in origins]
        if allowed:
            parts.append(" ".join((directive, "'self'", *allowed)))
    return "; ".join(parts)


def _shown(course: Course) -> dict[str, set[str]]:
    return {
        directive: {origin_of(text) for _, text in marked_texts(course, *markers) if is_address(text)}
        for directive, markers in _DIRECTIVES.items()
    }
