"""Section 1, the archive. Written from the catalogue alone."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.corpus.edits import (
    add,
    around,
    chain,
    entries,
    entry,
    manifest,
    note,
    refuse,
    remove,
    rename,
    swap,
    warn,
)  # fmt: skip
from tests.corpus.model import FIRST, FOURTH, MANIFEST, Files, zipped
from tests.raw_zip import FULL, RawEntry, RawZip, deflated, end64, entries_of, zip64_extra

if TYPE_CHECKING:
    from tests.corpus.edits import Edit

_BOMB = 40 * 1024 * 1024
_PAGE = "flags.html"


def _cut(files: Files) -> bytes:
    return zipped(files)[:-40]


def _broken_end(files: Files) -> bytes:
    return zipped(files).replace(b"PK\x05\x06", b"PK\x05\x09")


def _broken_local(files: Files) -> bytes:
    return zipped(files).replace(b"PK\x03\x04", b"PK\x03\x09", 1)


def _listed(name: str) -> Edit:
    return swap('<file href="shared/style.css"/>', f'<file href="shared/style.css"/><file href="{name}"/>')


def _manifest_in_zip(files: Files) -> bytes:
    return zipped({"course.zip": zipped(files)})


def _zip64(files: Files) -> bytes:
    raw = RawZip(entries_of(files)).to_bytes()
    start, size = raw.index(b"PK\x01\x02"), raw.index(b"PK\x05\x06") - raw.index(b"PK\x01\x02")
    return RawZip(entries_of(files), end64=end64(len(files), size, start, start + size)).to_bytes()


def _zip64_sizes(files: Files) -> bytes:
    def long(raw: RawEntry) -> RawEntry:
        extra = zip64_extra(len(raw.data), len(deflated(raw.data)))
        return RawEntry(raw.name, raw.data, size=FULL, compressed_size=FULL, extra=extra, local_extra=extra)

    return RawZip(
        tuple(long(raw) if raw.name == _PAGE.encode() else raw for raw in entries_of(files))
    ).to_bytes()


def _overlapping(files: Files) -> bytes:
    first = RawEntry(b"extra-one.txt", b"text\n" * 200)
    honest = RawZip((first, *entries_of(files)))
    return RawZip(
        (*honest.entries, RawEntry(b"extra-two.txt", b"text\n" * 200, offset=0, local_name=b"extra-one.txt"))
    ).to_bytes()


def _same_name(name: str, data: bytes) -> Edit:
    return entries(RawEntry(name.encode(), data))


def _bomb(files: Files) -> bytes:
    data = bytes(_BOMB)
    bomb = RawEntry(b"shared/noise.bin", packed=deflated(data), size=_BOMB, crc=zlib.crc32(data))
    return RawZip((*entries_of(files), bomb)).to_bytes()


def _names(*names: str) -> Edit:
    return add(dict.fromkeys(names, b"text\n"))


_WRITTEN = (
    refuse("PKG-001", "cut-short", _cut),
    refuse("PKG-001", "no-end-record", _broken_end),
    refuse("PKG-001", "no-local-header", _broken_local),
    refuse("PKG-001", "not-a-zip", lambda files: files[MANIFEST]),
    refuse("PKG-001", "empty-file", lambda _files: b""),
    refuse("PKG-001", "directory-elsewhere", around(directory_shift=-9)),
    refuse("PKG-001", "more-entries-announced", around(count=900)),
    warn("PKG-001", "bytes-in-front", lambda files: _shifted(files)),
    refuse("PKG-002", "no-manifest", remove(MANIFEST)),
    refuse("PKG-002", "aicc-instead", chain(remove(MANIFEST), add({"course.crs": b"[Course]\n",
        "course.au": b"x\n"}))),
    refuse("PKG-002", "cmi5-instead", chain(remove(MANIFEST), add({"cmi5.xml": b"<courseStructure/>"}))),
    refuse("PKG-003", "in-a-folder", rename(lambda name: f"harbour/{name}")),
    refuse("PKG-003", "in-two-folders", rename(lambda name: f"a/b/{name}")),
    refuse("PKG-004", "upper-case", rename(lambda name: name.replace(MANIFEST, "IMSMANIFEST.XML"))),
    refuse("PKG-004", "camel-case", rename(lambda name: name.replace(MANIFEST, "imsManifest.xml"))),
    refuse("PKG-005", "empty-manifest", manifest(lambda _data: b"")),
    refuse("PKG-005", "blank-manifest", manifest(lambda _data: b" \n ")),
    refuse("PKG-010", "climbing", _names("../outside.html")),
    refuse("PKG-010", "climbing-inside", _names("shared/../../outside.html")),
    refuse("PKG-010", "climbing-by-percent", _names("%2e%2e/outside.html")),
    refuse("PKG-010", "climbing-by-back-slash", entries(RawEntry(b"..\\outside.html"))),
    refuse("PKG-011", "absolute", _names("/etc/outside.html")),
    refuse("PKG-011", "drive", _names("C:/outside.html")),
    refuse("PKG-011", "network-share", entries(RawEntry(b"\\\\server\\share\\outside.html"))),
    refuse("PKG-012", "back-slash", entries(RawEntry(b"shared\\more.css"))),
    refuse("PKG-013", "two-manifests", _same_name(MANIFEST, b"<manifest/>")),
    refuse("PKG-013", "two-launch-files", _same_name(_PAGE, b"<p>another</p>")),
    warn("PKG-013", "two-of-an-unlisted-file", entries(RawEntry(b"read.me", b"a"), RawEntry(b"read.me",
        b"b"))),
    refuse("PKG-013", "other-name-in-header", entry(_PAGE, local_name=b"other.html")),
    warn("PKG-014", "case-twins", chain(_listed("shared/Style.css"), _names("shared/Style.css"))),
    warn("PKG-014", "unicode-twins", chain(
        _listed("shared/caf%C3%A9.css"), _listed("shared/cafe%CC%81.css"),
        _names("shared/caf\u00e9.css", "shared/cafe\u0301.css"),
    )),
    refuse("PKG-015", "encrypted", entry(_PAGE, flags=1)),
    refuse("PKG-016", "wrong-checksum", entry(_PAGE, crc=12345)),
    refuse("PKG-016", "wrong-size", entry(_PAGE, size=3)),
    refuse("PKG-016", "damaged-content", entry(_PAGE, packed=b"\xff\xff\xff")),
    refuse("PKG-016", "damaged-asset", entry("shared/session.js", crc=1)),
    refuse("PKG-017", "ratio", chain(_listed("shared/noise.bin"), _bomb)),
    refuse("PKG-017", "overlap", _overlapping),
    refuse("PKG-018", "link", entries(RawEntry(b"shared/link.css", b"/etc/passwd", mode=0o120777))),
    refuse("PKG-018", "device", entries(RawEntry(b"shared/device", b"", mode=0o020666))),
    refuse("PKG-018", "pipe", entries(RawEntry(b"shared/pipe", b"", mode=0o010666))),
    refuse("PKG-019", "bzip2-manifest", entry(MANIFEST, method=12, packed=b"BZh9")),
    refuse("PKG-019", "lzma-launch", entry(_PAGE, method=14, packed=b"x")),
    warn("PKG-019", "zstd-asset", entry("shared/style.css", method=93, packed=b"x")),
    warn("PKG-019", "deflate64-asset", entry("shared/style.css", method=9, packed=b"x")),
    warn("PKG-020", "colon", chain(_listed("shared/a%3Ab.css"), _names("shared/a:b.css"))),
    warn("PKG-020", "question-mark", chain(_listed("shared/why%3F.css"), _names("shared/why?.css"))),
    warn("PKG-020", "reserved-name", chain(_listed("shared/aux.css"), _names("shared/aux.css"))),
    warn("PKG-020", "trailing-dot", chain(_listed("shared/notes."), _names("shared/notes."))),
    # SEC-01 of runtime.md is stricter than the catalogue here: a control character in a name is an error.
    refuse("PKG-020", "control-character", chain(_listed("shared/a%07.css"), _names("shared/a\x07.css"))),
    warn("PKG-020", "long-path", chain(_listed(f"shared/{'a' * 230}.css"),
        _names(f"shared/{'a' * 230}.css"))),
    warn("PKG-020", "hash", chain(_listed("shared/a%23b.css"), _names("shared/a#b.css"))),
    warn("PKG-020", "percent", chain(_listed("shared/a%25b.css"), _names("shared/a%b.css"))),
    warn("PKG-020", "plus", chain(_listed("shared/a+b.css"), _names("shared/a+b.css"))),
    refuse("PKG-021", "zip-in-zip", _manifest_in_zip),
    warn("PKG-022", "code-page-name", chain(
        _listed("shared/%C3%BCber.css"), entries(RawEntry("shared/\u00fcber.css".encode("cp437"), b"p { }")),
    )),
    warn("PKG-023", "long-end-record", _zip64),
    warn("PKG-023", "long-sizes", _zip64_sizes),
    note("PKG-024", "mac-leftovers", _names("__MACOSX/._flags.html", ".DS_Store")),
    note("PKG-024", "thumbs", _names("shared/Thumbs.db")),
    note("PKG-024", "git", _names(".git/config")),
    note("PKG-024", "source-map", _names("shared/session.js.map")),
    warn("PKG-030", "unlisted-file", _names("shared/unlisted.png")),
    warn("PKG-030", "unlisted-folder", _names("old/a.html", "old/b.html", "old/c.html")),
    note("PKG-031", "used-but-unlisted", chain(
        add({"shared/ship.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}),
        swap("<p>", '<img src="shared/ship.svg" alt="A ship"><p>', _PAGE),
    )),
    warn("PKG-032", "missing-picture", swap("<p>", '<img src="shared/gone.svg" alt=""><p>', _PAGE)),
    warn("PKG-032", "missing-style", swap("shared/style.css", "shared/styles.css", _PAGE)),
    warn("PKG-032", "other-case", swap("shared/style.css", "Shared/style.css", _PAGE)),
    warn("PKG-032", "missing-in-css", add({"shared/style.css": b"body { background: url(gone.png) }"})),
    warn("PKG-033", "script-from-elsewhere", swap("</head>",
        '<script src="https://cdn.example.org/a.js"></script></head>', _PAGE)),
    warn("PKG-033", "script-over-http", swap("</head>",
        '<script src="http://cdn.example.org/a.js"></script></head>', _PAGE)),
)  # fmt: skip
# An archive is read alike whatever the edition, so two of them tell enough.
DEFECTS = tuple(replace(defect, editions=(FIRST, FOURTH)) for defect in _WRITTEN)


def _shifted(files: Files) -> bytes:
    front = b"MZ" + bytes(300)
    return RawZip(entries_of(files), before=front).to_bytes()
