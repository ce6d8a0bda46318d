"""Opens a zip without trusting it: every difference between what it says and what it holds is a fault."""

from __future__ import annotations

import zlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpom_scorm.package.archive import rules, zip_entries
from cpom_scorm.package.archive.faults import Fault
from cpom_scorm.package.archive.limits import Limits, in_words
from cpom_scorm.package.archive.zip_directory import (
    ByteSource,
    DamagedZipError,
    TooManyEntriesError,
    ZipDirectory,
    ZipRecord,
    read_directory,
)
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.model import Entry
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_REMAKE = "make the zip again instead of changing it in place"


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in an archive or folder."""

    entries: dict[str, Entry] = field(default_factory=dict)
    """Entries that cannot be read are here with empty content, so that their names are known."""
    faults: tuple[Fault, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether there is a package to judge."""
        return not any(fault.is_end for fault in self.faults)


def read_zip(path: Path, limits: Limits) -> Contents:
    """Read a zip's structures and check every entry. Raises OSError only."""
    with path.open("rb") as stream:
        source = ByteSource(stream, path.stat().st_size)
        try:
            directory = read_directory(source, limits.entries)
        except DamagedZipError as error:
            return _refused(Fault(rules.ZIP_DAMAGED, error.problem, error.remedy, is_end=True))
        except TooManyEntriesError:
            message = f"the zip holds more than {limits.entries:,} entries"
            return _refused(Fault(rules.TOO_LARGE, message, is_end=True))
        return _read_entries(path, source, directory, limits)


def _refused(*faults: Fault) -> Contents:
    return Contents(faults=faults)


def _read_entries(path: Path, source: ByteSource, directory: ZipDirectory, limits: Limits) -> Contents:
    declared = [*_declared_faults(directory.records, limits)]
    if declared:
        return _refused(*declared)
    headers = [zip_entries.read_local_header(source, record, directory.start) for record in directory.records]
    places = [
        (record.offset, header.data_end, record.name)
        for record, header in zip(directory.records, headers, strict=True)
        if isinstance(header, zip_entries.LocalHeader)
    ]
    shared = zip_entries.overlapping(places)
    if shared:
        message = f"the entries {quoted(shared[0])} and {quoted(shared[1])} overlap in the zip"
        return _refused(Fault(rules.TOO_LARGE, message, _REMAKE, is_end=True))
    faults = [*_archive_faults(source, directory, places, headers)]
    entries: dict[str, Entry] = {}
    for record, header in zip(directory.records, headers, strict=True):
        found = [*_entry_faults(source, record, header, limits)]
        faults += found
        if not record.name or record.name.endswith("/"):
            continue
        readable = isinstance(header, zip_entries.LocalHeader) and not any(
            fault.rule in UNREADABLE for fault in found
        )
        start = header.data_start if readable and isinstance(header, zip_entries.LocalHeader) else None
        if record.name not in entries:
            entries[record.name] = _entry(path, record, start)
    faults += _duplicate_faults(directory.records)
    return Contents(entries, tuple(faults))


UNREADABLE = (
    rules.ENCRYPTED, rules.CONTENT_DIFFERS, rules.TOO_LARGE, rules.NOT_A_FILE, rules.METHOD_UNUSUAL,
    rules.ZIP_DAMAGED, rules.NAME_TWICE,
)  # fmt: skip


def _entry(path: Path, record: ZipRecord, data_start: int | None) -> Entry:
    return Entry(record.name, record.size, record.compressed_size, _reader(path, record, data_start))


def _reader(path: Path, record: ZipRecord, data_start: int | None) -> Callable[[], Iterator[bytes]]:
    """Read on demand and in pieces: a package of 2 GiB takes no more memory than what is asked for."""

    def read() -> Iterator[bytes]:
        if data_start is None:
            return
        with suppress(OSError, zlib.error), path.open("rb") as stream:
            source = ByteSource(stream, path.stat().st_size)
            yield from zip_entries.inflated(source, record, data_start)

    return read


def _declared_faults(records: tuple[ZipRecord, ...], limits: Limits) -> Iterator[Fault]:
    """Find what is too large by its own words; nothing is inflated then."""
    total = sum(record.size for record in records)
    packed = sum(record.compressed_size for record in records)
    largest = max(records, key=lambda record: record.size, default=None)
    if total > limits.total:
        message = f"the package inflates to {in_words(total)}; the limit is {in_words(limits.total)}"
    elif largest is not None and largest.size > limits.single:
        size, limit = in_words(largest.size), in_words(limits.single)
        message = f"{quoted(largest.name)} inflates to {size}; the limit is {limit}"
    elif total > limits.aggregate_ratio_from and total > limits.ratio * packed:
        message = f"the package inflates from {in_words(packed)} to {in_words(total)}"
    elif any(record.name == MANIFEST_NAME and record.size > limits.manifest for record in records):
        message = f"the manifest is larger than {in_words(limits.manifest)}"
    else:
        return
    yield Fault(rules.TOO_LARGE, message, is_end=True)


def _archive_faults(
    source: ByteSource,
    directory: ZipDirectory,
    places: list[tuple[int, int, str]],
    headers: list[zip_entries.LocalHeader | zip_entries.HeaderProblem],
) -> Iterator[Fault]:
    before = min((record.offset for record in directory.records), default=directory.start)
    complete = len(places) == len(directory.records)
    if complete and zip_entries.unlisted_header(source, places, directory.start):
        message = "the zip holds an entry that its central directory does not list"
        yield Fault(rules.ZIP_DAMAGED, message, _REMAKE)
    elif before:
        message = f"{before:,} bytes stand before the zip"
        yield Fault(rules.ZIP_DAMAGED, message, "make a plain zip", weight=Severity.WARNING)
    if directory.trailing:
        message = f"{directory.trailing:,} bytes stand after the zip"
        yield Fault(rules.ZIP_DAMAGED, message, "make a plain zip", weight=Severity.WARNING)
    local = any(isinstance(header, zip_entries.LocalHeader) and header.uses_zip64 for header in headers)
    if (directory.uses_zip64 or local) and source.size < 0xFFFFFFFF and len(directory.records) < 0xFFFF:
        yield Fault(rules.ZIP64, "the zip uses zip64 structures that its size does not need")


def _entry_faults(
    source: ByteSource,
    record: ZipRecord,
    header: zip_entries.LocalHeader | zip_entries.HeaderProblem,
    limits: Limits,
) -> Iterator[Fault]:
    name = record.name
    if record.has_doubtful_name:
        help_text = "use ASCII file names, or a program that sets the UTF-8 flag"
        yield Fault(rules.NAME_DOUBTFUL, f"the name {quoted(name)} is not marked as UTF-8", help_text, name)
    kind = zip_entries.special_kind(record.mode)
    if not name or (name.endswith("/") and record.size):
        message = f"the folder {quoted(name)} has content" if name else "an entry has no name"
        yield Fault(rules.ZIP_DAMAGED, message, _REMAKE)
    elif kind:
        yield Fault(rules.NOT_A_FILE, f"{quoted(name)} is {kind}", "put the file itself in its place", name)
    elif isinstance(header, zip_entries.HeaderProblem):
        rule = rules.NAME_TWICE if header.is_name else rules.ZIP_DAMAGED
        yield Fault(rule, f"the entry {quoted(name)} {header.text}", _REMAKE, name)
    elif zip_entries.is_encrypted(record):
        yield Fault(rules.ENCRYPTED, f"{quoted(name)} is encrypted", "make the zip without a password", name)
    elif record.method not in (zip_entries.STORED, zip_entries.DEFLATED):
        method = zip_entries.METHOD_NAMES.get(record.method, f"method {record.method}")
        yield Fault(
            rules.METHOD_UNUSUAL,
            f"{quoted(name)} is compressed with {method}",
            "make the zip with the deflate method",
            name,
            weight_if_needed=Severity.ERROR,
        )
    elif record.size > limits.ratio_from and record.size > limits.ratio * record.compressed_size:
        sizes = f"from {in_words(record.compressed_size)} to {in_words(record.size)}"
        yield Fault(rules.TOO_LARGE, f"{quoted(name)} inflates {sizes}", entry=name)
    elif problem := zip_entries.content_problem(source, record, header.data_start):
        yield Fault(
            rules.CONTENT_DIFFERS, f"{quoted(name)} {problem}", "copy the zip again, or make it again", name
        )


def _duplicate_faults(records: tuple[ZipRecord, ...]) -> Iterator[Fault]:
    counts = Counter(record.name for record in records)
    for name, count in counts.items():
        if count > 1:
            yield Fault(
                rules.NAME_TWICE,
                f"{count} entries are called {quoted(name)}",
                "make a new zip instead of adding to an old one",
                name,
                weight=Severity.WARNING,
                weight_if_needed=Severity.ERROR,
            )
