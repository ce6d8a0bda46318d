"""Flaws that let learners guess the answer, or miss the question, without knowing the matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.course.markdown_scan import Found
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.interactions import Choice, Selection
from cpom_scorm.interactions.options import AnyOption
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import all_lists, is_english, questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse

_GUIDELINES = "Haladyna, Downing, Rodriguez 2002: item-writing guidelines"
_TIMES_LONGER = 1.5
_CHARACTERS_LONGER = 20

_ABOVE = re.compile(
    r"(all|none|any|both|neither|two) (of )?((the|these|those) )?(\w+ )?"
    r"(above|below|options|answers|choices|statements)( (is|are) \w+)?"
    r"|(all|none|both|neither) of (these|them|those)( (is|are) \w+)?"
    r"|(both )?\(?[a-h]\)? (and|or|&) \(?[a-h]\)?( only)?"
)

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_TARGET = re.compile(r"(?<=\])\([^()]*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S).+?(?<=\S)\1", re.DOTALL)
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_SENTENCE = re.compile(r"[^.?!]+[.?!:]*")
_QUESTION_WORD = re.compile(r"\b(which|what|who|whom|where|when|how|why)\b", re.IGNORECASE)
_REQUEST = re.compile(r"\b(select|choose|pick|identify|mark|name|all|each|every)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"[,;(]|\b(when|if|that|because|while|after|before|although|unless|until|whether|which|what|who|whose|where"
    r"|why|how|so|to)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(not|never|cannot|neither|\w+n['’]t|(?<!at )least)\b(?! only\b)", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:all|any|each|every|everything|everyone|always)\b.*?\b(except|but not)\b", re.IGNORECASE | re.DOTALL
)


@rule(
    "QUE-019",
    "option-about-options",
    Severity.WARNING,
    since="0.1",
    spec="Haladyna, Downing, Rodriguez 2002, 18-19",
)
def option_about_options(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An option is about the other options.

    What: an option reads "all of the above", "none of these", "both a and b" or the like. Told in English
    courses only.
    Why it matters: who sees that two options are right, or one is wrong, has the answer without knowing the
    rest; and options have no fixed order, so nothing is "above".
    Example: `{id: d, text: All of the above}`.
    Fix: write an option of its own, or ask with `select: many`.
    """
    if not is_english(loaded.complete):
        return
    for listed in all_lists(loaded):
        for at, option in enumerate(listed.entries):
            if isinstance(option, AnyOption) and _ABOVE.fullmatch(_plain(option.text).casefold().strip(" .")):
                message = f'the option "{option.text}" is about the other options'
                span = loaded.span((*listed.path, at, "text"))
                help_text = "write an option of its own, or ask with select: many"
                yield Diagnostic(option_about_options, message, span, help_text)


@rule(
    "QUE-020", "key-stands-out", Severity.WARNING, since="0.1", spec="Haladyna, Downing, Rodriguez 2002, 23"
)
def key_stands_out(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The correct option is much longer than all others.

    What: in a choice with one correct option, this one has at least 20 characters more than the longest of
    the others, and at least half as many again.
    Why it matters: learners who know nothing pick the longest option, and would be right.
    Example: "Two people, independently of each other and before opening" beside "One person".
    Fix: shorten the correct option, or say as much in a wrong one.
    """
    for path, choice in questions_of(loaded, Choice):
        keys = choice.correct_ids
        lengths = {option.id: len(_plain(option.text)) for option in choice.options}
        others = [length for option, length in lengths.items() if option not in keys]
        if len(keys) != 1 or keys[0] not in lengths or not others:
            continue
        longest, length = max(others), lengths[keys[0]]
        if length >= _TIMES_LONGER * longest and length - longest >= _CHARACTERS_LONGER:
            message = f"the correct option has {length} characters, the longest of the others {longest}"
            at = [option.id for option in choice.options].index(keys[0])
            span = loaded.span((*path, "options", at, "text"))
            help_text = "shorten it, or say as much in a wrong option"
            yield Diagnostic(key_stands_out, message, span, help_text)


@rule("QUE-021", "negative-stem", Severity.WARNING, since="0.1", spec=_GUIDELINES)
def negative_stem(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question asks for what is not so, and the word is easy to miss.

    What: the question of a choice or hotspot holds "not", "never", "least", "except" or the like, neither
    in `**strong**` nor in capitals. Told in English courses only; conditions such as "when it does not
    match" are left alone.
    Why it matters: learners who know the answer pick a right statement where a wrong one was asked for.
    Example: `stem: Which of these is not a task of the manager?`
    Fix: ask for what is so; where that cannot be, write **not**.
    """
    if not is_english(loaded.complete):
        return
    for path, question in questions_of(loaded, Selection):
        found = _hidden_negative(question.stem)
        if found:
            start, word = found
            message = f'the question turns on the word "{word}", which is easy to miss'
            line_start = question.stem.rfind("\n", 0, start) + 1
            place = Found(question.stem.count("\n", 0, start) + 1, start - line_start + 1, len(word))
            span = loaded.place_of((*path, "stem"), place)
            help_text = f"ask for what is so, or write **{word}**"
            yield Diagnostic(negative_stem, message, span, help_text)


def _hidden_negative(stem: str) -> tuple[int, str] | None:
    """Give place and text of the word that turns the question, where nothing makes it stand out."""
    text = stem
    for left_out in (_STRONG, _CAPITALS, _TARGET):
        text = left_out.sub(lambda found: " " * len(found[0]), text)
    sentences = [found for found in _SENTENCE.finditer(text) if found[0].strip()]
    asking = [sentence for sentence in sentences if sentence[0].endswith("?")] or sentences[-1:]
    for sentence in asking:
        word = _QUESTION_WORD.search(sentence[0]) or _REQUEST.search(sentence[0])
        if not word:
            continue
        condition = _SUBORDINATE.search(sentence[0], word.end())
        main_end = condition.start() if condition else len(sentence[0])
        found = _EXCEPT.search(sentence[0]) or _NEGATIVE.search(sentence[0], word.end(), main_end)
        if found:
            return sentence.start() + found.start(1), found[1]
    return None


def _plain(text: str) -> str:
    """Give what learners read, near enough to count it."""
    return re.sub(r"[*`]|\b_|_\b", "", _LINK.sub(r"\1", text)).strip()


RULES = (option_about_options, key_stands_out, negative_stem)
