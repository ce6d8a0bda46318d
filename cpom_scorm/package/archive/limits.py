"""How much of a package is read before it is refused (SEC-02)."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, inflated. Sizes that are merely unusual are LMS-010."""

    entries: int = 20_000
    total: int = 2048 * MIB
    single: int = 1024 * MIB
    manifest: int = 8 * MIB
    ratio: int = 200
    """How many times its packed size an entry above `ratio_from` may inflate to."""
    ratio_from: int = 10 * MIB
    """Below this a high ratio is harmless: a blank picture packs 1,000-fold."""
    aggregate_ratio_from: int = 256 * MIB
    """From this total on the ratio holds for the archive as a whole."""


def in_words(size: int) -> str:
    """Give a size as people read it: `1,536 bytes`, `48.2 MiB`."""
    if size < MIB:
        return f"{size:,} bytes"
    return f"{size / MIB:,.1f} MiB"
