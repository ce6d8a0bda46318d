"""Archives made to harm a reader, each with the one rule that must catch it (SEC-01 to SEC-04).

Every builder writes one zip. Apart from its one lie the package inside is right.
"""

from __future__ import annotations

import bz2
import lzma
import stat
import struct
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.builders import base_files
from tests.hostile_manifests import MANIFESTS
from tests.raw_zip import (
    DEFLATED,
    STORED,
    RawEntry,
    RawZip,
    changed,
    deflated,
    end64,
    entries_of,
    zip64_extra,
)
from tests.unusual_zips import UNUSUAL, film, listing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MIB = 1024 * 1024


@dataclass(frozen=True)
class Hostile:
    """A hostile archive and what must be said of it."""

    rule_id: str
    make: Callable[[], bytes]
    severity: str = "error"


def base_zip(**lies: object) -> bytes:
    """Give the base package with lies about the zip as a whole."""
    return RawZip(entries_of(base_files()), **lies).to_bytes()  # type: ignore[arg-type]


def with_lie(name: str = "styles.css", **lies: object) -> bytes:
    """Give the base package with lies about one entry."""
    return RawZip(changed(base_files(), name, **lies)).to_bytes()


def with_entry(name: str | bytes, data: bytes = b"text\n", **lies: object) -> bytes:
    """Give the base package with one more entry that nothing lists."""
    raw = name.encode() if isinstance(name, str) else name
    return RawZip((*entries_of(base_files()), RawEntry(raw, data, **lies))).to_bytes()  # type: ignore[arg-type]


def with_names(*names: str) -> bytes:
    """Give the base package with more files, all listed."""
    return RawZip(entries_of(listing(*names))).to_bytes()


def with_manifest(text: bytes) -> bytes:
    """Give a package with this manifest."""
    return RawZip(entries_of({**base_files(), "imsmanifest.xml": text})).to_bytes()


def severity_of(rule_id: str) -> str:
    """Give the weight of the few rules of manifests that do not refuse."""
    return "warning" if rule_id.startswith("MAN-017") else "error"


def with_large(name: str) -> bytes:
    """Give the base package with 300 MB in place of a file, packed just less than what is refused."""
    block = b"".join(b"<!--%06d%s-->" % (number * 7919 % 999_983, b"a" * 1800) for number in range(600))
    packer, crc, count = zlib.compressobj(9, zlib.DEFLATED, -15), 0, 300_000_000 // len(block)
    packed = []
    for _ in range(count):
        packed.append(packer.compress(block))
        crc = zlib.crc32(block, crc)
    packed.append(packer.flush())
    return with_lie(name, packed=b"".join(packed), size=count * len(block), crc=crc)


def _two_end_records() -> bytes:
    return base_zip(comment=base_zip()[-22:])


def _overlapping() -> bytes:
    """Two entries, the first of which contains the second with its header."""
    inner = RawEntry(b"inner.html", b"text", method=STORED)
    outer = RawEntry(b"outer.html", inner.local(), method=STORED)
    first = len(outer.local()) - len(inner.local())
    start = sum(len(entry.local()) for entry in entries_of(base_files()))
    directory_entry = replace(inner, offset=start + first)
    entries = entries_of(base_files())
    whole = RawZip((*entries, outer))
    central, offset = [], 0
    for entry in (*entries, outer):
        central.append(entry.central(offset))
        offset += len(entry.local())
    central.append(directory_entry.central(0))
    return replace(whole, directory=b"".join(central), count=len(central)).to_bytes()


def _bomb(size: int, count: int = 1) -> bytes:
    packed = deflated(bytes(size))
    names = [f"blank-{number}.bmp" for number in range(count)]
    blank = RawEntry(b"", packed=packed, size=size, crc=zlib.crc32(bytes(size)))
    honest = {name: data for name, data in listing(*names).items() if name not in names}
    bombs = tuple(replace(blank, name=name.encode()) for name in names)
    return RawZip((*entries_of(honest), *bombs)).to_bytes()


def _many_entries() -> bytes:
    return RawZip(tuple(RawEntry(b"%d.txt" % number, method=STORED) for number in range(20_001))).to_bytes()


def _ten_million() -> bytes:
    honest = base_zip()
    size = len(honest) - 22
    full = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return honest[:-22] + end64(10_000_000, 460_000_000, 0, size) + full


def _zip64_without_need() -> bytes:
    files = base_files()
    size = len(files["styles.css"])
    packed = len(deflated(files["styles.css"]))
    return with_lie(local_extra=zip64_extra(size, packed))


def _special(kind: int) -> Callable[[], bytes]:
    return lambda: with_lie(data=b"/etc/passwd", method=STORED, mode=kind | 0o777)


def _xml(declarations: str, text: str = "") -> Callable[[], bytes]:
    return lambda: with_manifest(
        f'<?xml version="1.0"?>\n<!DOCTYPE manifest {declarations}>\n<manifest>{text}</manifest>\n'.encode()
    )


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

HOSTILE: dict[str, Hostile] = {
    # PKG-001: what the parts of the zip say about each other
    "text-file": Hostile("PKG-001", lambda: b"<html>Please log in</html>" * 40),
    "empty-file": Hostile("PKG-001", lambda: b""),
    "cut-short": Hostile("PKG-001", lambda: base_zip()[:-400]),
    "cut-in-comment": Hostile("PKG-001", lambda: base_zip(comment=b"half", comment_length=9)),
    "counts-too-many": Hostile("PKG-001", lambda: base_zip(count=99)),
    "two-end-records": Hostile("PKG-001", _two_end_records),
    "several-disks": Hostile("PKG-001", lambda: base_zip(disk=1)),
    "directory-elsewhere": Hostile("PKG-001", lambda: base_zip(directory_shift=5000)),
    "directory-damaged": Hostile("PKG-001", lambda: base_zip(directory=b"PK\x01\x02" + bytes(60), count=1)),
    "header-missing": Hostile("PKG-001", lambda: with_lie(offset=11)),
    "header-other-size": Hostile("PKG-001", lambda: with_lie(local_size=7)),
    "header-other-method": Hostile("PKG-001", lambda: with_lie(local_method=STORED)),
    "entry-into-directory": Hostile("PKG-001", lambda: with_lie(compressed_size=10**6, size=10**6)),
    "unlisted-entry": Hostile("PKG-001", lambda: with_entry("ghost.html", is_listed=False)),
    "nameless-entry": Hostile("PKG-001", lambda: with_entry(b"")),
    "folder-with-content": Hostile("PKG-001", lambda: with_entry("folder/", b"payload")),
    "locator-to-nowhere": Hostile("PKG-001", lambda: base_zip(end64=end64(1, 1, 1, 10**9)[56:])),
    "contradicting-ends": Hostile("PKG-001", lambda: base_zip(end64=end64(1, 46, 0, 0))),
    "bytes-before": Hostile("PKG-001", lambda: base_zip(before=b"MZ" * 500), "warning"),
    "bytes-before-unshifted": Hostile("PKG-001", lambda: b"MZ" * 500 + base_zip(), "warning"),
    "bytes-after": Hostile("PKG-001", lambda: base_zip(after=b"\0" * 100), "warning"),
    # PKG-010 to PKG-012, PKG-014, PKG-020: names
    "climbs": Hostile("PKG-010", lambda: with_entry("../../../tmp/escaped.html")),
    "climbs-from-folder": Hostile("PKG-010", lambda: with_entry("media/../../escaped.html")),
    "climbs-by-backslash": Hostile("PKG-010", lambda: with_entry("media\\..\\..\\escaped.html")),
    "climbs-by-percent": Hostile("PKG-010", lambda: with_entry("%2e%2e/escaped.html")),
    "climbs-by-double-percent": Hostile("PKG-010", lambda: with_entry("%252e%252e%252fescaped.html")),
    "absolute": Hostile("PKG-011", lambda: with_entry("/var/escaped.html")),
    "absolute-drive": Hostile("PKG-011", lambda: with_entry("C:\\escaped.html")),
    "absolute-network": Hostile("PKG-011", lambda: with_entry("\\\\server\\share\\escaped.html")),
    "backslash": Hostile("PKG-012", lambda: with_entry("media\\escaped.html")),
    "case-twins": Hostile("PKG-014", lambda: with_names("notes.html", "Notes.html"), "warning"),
    "unicode-twins": Hostile("PKG-014", lambda: _unicode_twins(), "warning"),
    "file-and-folder": Hostile("PKG-014", lambda: with_names("notes", "notes/page.html")),
    "null-in-name": Hostile("PKG-020", lambda: with_entry(b"evil.html\0.txt")),
    "escape-in-name": Hostile("PKG-020", lambda: with_entry(b"\x1b[2Jevil.html")),
    "device-name": Hostile("PKG-020", lambda: with_names("con.html"), "warning"),
    "too-deep": Hostile("PKG-020", lambda: with_names("a/" * 25 + "page.html"), "warning"),
    "manifest-twin": Hostile("PKG-004", lambda: with_entry("IMSMANIFEST.XML")),
    # PKG-013, PKG-015, PKG-016: entries that are not what they seem
    "manifest-twice": Hostile("PKG-013", lambda: with_entry("imsmanifest.xml", b"<manifest/>")),
    "page-twice": Hostile("PKG-013", lambda: with_entry("index.html", b"<p>another</p>")),
    "unlisted-twice": Hostile("PKG-013", lambda: _unlisted_twice(), "warning"),
    "name-differs": Hostile("PKG-013", lambda: with_lie(local_name=b"player.css")),
    "encrypted": Hostile("PKG-015", lambda: with_lie(flags=1)),
    "directory-masked": Hostile("PKG-015", lambda: with_lie(flags=0x2000)),
    "checksum-wrong": Hostile("PKG-016", lambda: with_lie(crc=1)),
    "holds-more": Hostile("PKG-016", lambda: with_lie(data=b"a" * 9 * MIB, size=10)),
    "holds-less": Hostile("PKG-016", lambda: with_lie(size=10**6)),
    "deflate-damaged": Hostile("PKG-016", lambda: with_lie(packed=b"\x07" * 40)),
    "deflate-cut": Hostile("PKG-016", lambda: with_lie(packed=deflated(b"abc" * 999)[:-9], size=2997)),
    "data-after-deflate": Hostile("PKG-016", lambda: with_lie(packed=deflated(b"x") + b"hidden", size=1)),
    # PKG-017: too much
    "bomb-flat": Hostile("PKG-017", lambda: _bomb(20 * MIB)),
    "bomb-of-many": Hostile("PKG-017", lambda: _bomb(9 * MIB, 30)),
    "bomb-overlapping": Hostile("PKG-017", _overlapping),
    "declares-three-gib": Hostile(
        "PKG-017", lambda: with_lie(size=0xFFFFFFFF, extra=zip64_extra(3 * 1024 * MIB))
    ),
    "declares-huge-entry": Hostile("PKG-017", lambda: with_lie(size=1500 * MIB)),
    "manifest-huge": Hostile("PKG-017", lambda: with_lie("imsmanifest.xml", size=9 * MIB)),
    "many-entries": Hostile("PKG-017", _many_entries),
    "ten-million-entries": Hostile("PKG-017", _ten_million),
    # PKG-018, PKG-019, PKG-022, PKG-023: kinds, methods, flags
    "symbolic-link": Hostile("PKG-018", _special(stat.S_IFLNK)),
    "device": Hostile("PKG-018", _special(stat.S_IFCHR)),
    "pipe": Hostile("PKG-018", _special(stat.S_IFIFO)),
    "method-bzip2": Hostile(
        "PKG-019", lambda: with_lie("index.html", method=12, packed=bz2.compress(b"page"), size=4)
    ),
    "method-lzma": Hostile(
        "PKG-019", lambda: with_lie(method=14, packed=lzma.compress(b"x"), size=1), "warning"
    ),
    "manifest-deflate64": Hostile(
        "PKG-019", lambda: with_lie("imsmanifest.xml", method=9, packed=b"?", size=1)
    ),
    "name-doubtful": Hostile("PKG-022", lambda: _doubtful_name(), "warning"),
    "zip64-without-need": Hostile("PKG-023", _zip64_without_need, "warning"),
    "film-too-large": Hostile("LMS-010", lambda: film(51_000_000), "warning"),
    "zip-in-zip": Hostile("PKG-021", lambda: RawZip((RawEntry(b"course.zip", base_zip()),)).to_bytes()),
    # XML-00n: the manifest as a weapon
    "entity": Hostile("XML-003", _xml('[<!ENTITY name "text">]', "&name;")),
    "entity-bomb": Hostile("XML-003", _xml(f'[<!ENTITY l0 "ha">{_LAUGHS}]', "&l9;")),
    "entity-of-file": Hostile("XML-004", _xml('[<!ENTITY x SYSTEM "file:///etc/passwd">]', "&x;")),
    "entity-parameter": Hostile("XML-004", _xml('[<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]')),
    "dtd-from-network": Hostile("XML-004", _xml('SYSTEM "http://127.0.0.1:9/manifest.dtd"')),
    **{
        f"manifest-{name}": Hostile(rule, lambda make=make: with_manifest(make()), severity_of(rule))
        for name, (rule, make) in MANIFESTS.items()
    },
    "nested-deep": Hostile("XML-006", lambda: with_manifest(b"<a>" * 100_000 + b"</a>" * 100_000)),
}


def _unicode_twins() -> bytes:
    names = ("caf\u00e9.html", "cafe\u0301.html")
    files = listing(*names)
    entries = tuple(
        replace(entry, flags=0 if entry.name.isascii() else 0x0800) for entry in entries_of(files)
    )
    return RawZip(entries).to_bytes()


def _doubtful_name() -> bytes:
    return RawZip(entries_of(listing("\u00fcbung.html"))).to_bytes()


def _unlisted_twice() -> bytes:
    twin = RawEntry(b"imsmd_rootv1p2p1.xsd", b"<schema/>", DEFLATED)
    return RawZip((*entries_of(base_files()), twin, twin)).to_bytes()


def _writer(make: Callable[[], bytes]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(make())

    return write


BUILDERS: dict[str, Callable[[Path], None]] = {
    **{name: _writer(hostile.make) for name, hostile in HOSTILE.items()},
    **{name: _writer(make) for name, make in UNUSUAL.items()},
}
"""For `archive.txt` of rule fixtures."""
