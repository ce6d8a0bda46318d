"""Playing what was just built, before it is written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cpom_scorm.cli.terminal import Unusable, paint_for, say, say_progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.play.playing import Played

PROVE_SECONDS = 1800
"""How long one package may take: a course of an hour is played in some minutes."""


def proved(packages: Iterable[BuiltPackage], *, quiet: bool) -> bool:
    """Play each package with everything right and everything wrong; say what was found.

    False when one of them has an error.
    """
    from cpom_scorm.reporters import as_text
    from cpom_scorm.reporters.terminal import printable

    is_good = True
    for package in packages:
        if not quiet:
            say_progress(f"playing {package.name}")
        played = _played(package)
        say_progress("")
        say(as_text.report_text(played.report, paint_for(sys.stderr)), err=True, nl=False)
        if not quiet:
            word = "plays" if played.valid else "does not play"
            counts = as_text.counts_text(played.report)
            say(f"{printable(package.name)}: {word}, {counts}", err=True)
        is_good = is_good and played.valid
    return is_good


def _played(package: BuiltPackage) -> Played:
    from cpom_scorm.package.model import Package
    from cpom_scorm.play.browser import NoBrowser
    from cpom_scorm.play.playing import PlayOptions, play_package

    try:
        built = Package.from_files(package.files, package.name)
        return play_package(built, PlayOptions(seconds=PROVE_SECONDS))
    except NoBrowser as why:
        raise Unusable(f"nothing was written, as nothing can be played: {why}") from why
