"""Judges the whole corpus and prints recall and precision: `make corpus`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.corpus.catalogue import DEFECTS, expected_now
from tests.corpus.good import good_packages
from tests.corpus.judging import Judge, Score, table


def main() -> None:
    """Print the table."""
    score = Score()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Path(folder))
        judge.judge_good(good_packages(), score)
        judge.judge_defects(expected_now(), score)
    sys.stdout.write(f"{table(score)}\n")
    waiting = sorted({defect.rule for defect in DEFECTS} - {defect.rule for defect in expected_now()})
    sys.stdout.write(f"not yet judged: {', '.join(waiting) or 'none'}\n")


main()
