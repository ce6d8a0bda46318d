"""Attacks one target, guided by coverage: `make fuzz`, or `python -m tests.fuzz TARGET SECONDS [FOLDER]`.

Needs atheris. Inputs that reach new code are kept in FOLDER; one that crashes or hangs is written there as
`crash-…` or `timeout-…`, and becomes a test of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cpom_scorm"]):
    from tests.fuzz.seeds import seeds, words
    from tests.fuzz.targets import TARGETS

_SLOWEST = 10
"""Seconds for one input."""


def main() -> None:
    """Prepare the folder and hand over to libFuzzer, which ends the process."""
    target, seconds = sys.argv[1], int(sys.argv[2])
    folder = Path(sys.argv[3] if len(sys.argv) > 3 else "build/fuzz") / target
    kept = folder / "kept"
    kept.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(target)):
        (kept / f"seed-{number:03}").write_bytes(data)
    dictionary = folder / "words.txt"
    quoted = ("".join(f"\\x{byte:02x}" for byte in word) for word in words())
    dictionary.write_text("".join(f'"{word}"\n' for word in quoted), "ascii")
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={_SLOWEST}",
        "-rss_limit_mb=1000",
        "-max_len=60000",
        f"-dict={dictionary}",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(kept)], TARGETS[target])
    atheris.Fuzz()


main()
