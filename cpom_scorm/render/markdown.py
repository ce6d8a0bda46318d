"""Author Markdown to HTML by one configured parser: no raw HTML, links keep to harmless schemes (SEC-06)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.deflist import deflist_plugin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ALLOWED = ("https:", "http:", "mailto:")
_EXTERNAL = re.compile(r"https?:", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")


def block(text: str) -> Markup:
    """Render text of any length: paragraphs, lists, tables, headings."""
    return Markup(_parser().render(text).strip())  # noqa: S704 - the parser escapes, raw HTML is off


def inline(text: str) -> Markup:
    """Render text of one paragraph, without the paragraph around it."""
    return Markup(_parser().renderInline(text).strip())  # noqa: S704 - as above


def plain(text: str) -> str:
    """Give the text a reader would hear, without markup, on one line."""
    words: list[str] = []
    for token in _parser().parse(text):
        _collect(token.children or (), words)
        if token.type in ("fence", "code_block"):
            words.append(token.content)
        words.append(" ")
    return " ".join("".join(words).split())


def _collect(tokens: Sequence[Token], words: list[str]) -> None:
    for token in tokens:
        match token.type:
            case "text" | "code_inline":
                words.append(token.content)
            case "softbreak" | "hardbreak":
                words.append(" ")
            case "image":
                _collect(token.children or (), words)


class _CourseMarkdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        """Browsers drop control characters and spaces from a scheme, so they do not count here either."""
        bare = _UNSEEN.sub("", unquote(url))
        if bare.startswith(("//", "\\\\", "/\\", "\\/")):
            return False
        scheme = _SCHEME.match(bare)
        return scheme is None or scheme[0].lower() in _ALLOWED


@cache
def _parser() -> MarkdownIt:
    # The commonmark preset turns raw HTML on.
    parser = _CourseMarkdown("commonmark", {"html": False}).enable("table").use(deflist_plugin)
    parser.disable("image")  # A figure block has alternative text, size and caption; Markdown has not.
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    parser.add_render_rule("th_open", _cell_open)
    parser.add_render_rule("td_open", _cell_open)
    return parser


def _link_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """A link that leaves the course opens beside it: inside an LMS's frame it would end the session."""
    token = tokens[index]
    if _EXTERNAL.match(str(token.attrGet("href") or "")):
        token.attrSet("target", "_blank")
        token.attrSet("rel", "noopener")
    return renderer.renderToken(tokens, index, options, env)


def _table_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """On a phone a table scrolls by itself, also with the keyboard; the page never does."""
    return '<div class="scroll" tabindex="0">' + renderer.renderToken(tokens, index, options, env)


def _table_close(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return renderer.renderToken(tokens, index, options, env).rstrip() + "</div>\n"


def _cell_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """The parser writes alignment as a style attribute, which the content policy blocks (CSP-01)."""
    token = tokens[index]
    style = token.attrs.pop("style", "")
    if style == "text-align:right":
        token.attrSet("class", "n")
    if token.tag == "th":
        token.attrSet("scope", "col")
    return renderer.renderToken(tokens, index, options, env)
