"""SEC-16: what fuzzing attacks withstands at least what fuzzing begins with."""

from __future__ import annotations

import pytest

from tests.fuzz.seeds import seeds, words
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_withstands_its_seeds(target: str) -> None:
    for data in list(seeds(target))[:40]:
        TARGETS[target](data)
        TARGETS[target](data[: len(data) // 2])


def test_the_words_are_those_of_the_grammar() -> None:
    assert {b"adlcp:completionThreshold", b"imsss:rollupRule", b"catalogentry"} <= set(words())
