"""What a build made, one paragraph for each package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.reporters.measures import counted, size_text
from cpom_scorm.reporters.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.reporters.terminal import Paint


def summary(packages: Iterable[BuiltPackage], paths: Iterable[Path], paint: Paint) -> str:
    """Render size, files, SCOs, worst-case record, sha256 and content digest of each package."""
    return "".join(_package(package, path, paint) for package, path in zip(packages, paths, strict=True))


def _package(package: BuiltPackage, path: Path, paint: Paint) -> str:
    facts = (
        package.edition.title,
        size_text(len(package.archive)),
        counted(len(package.files), "file"),
        counted(package.sco_count, "SCO"),
    )
    record = f"at most {package.record_bytes:,} of {package.record_limit:,} bytes"
    if package.save_bytes is not None:
        record += f"; one save sends at most about {size_text(package.save_bytes)}"
    outside = [f"  web       {printable(origin)}, as course.yaml allows" for origin in package.external]
    lines = (
        f"{paint('bold', printable(path.as_posix()))}  {', '.join(facts)}",
        f"  progress  {record}",
        *outside,
        paint("dim", f"  sha256    {package.sha256}"),
        paint("dim", f"  content   {package.digest}"),
    )
    return "\n".join(lines) + "\n"
