"""How the bytes of a zip entry's name become text (PKWARE APPNOTE appendix D)."""

from __future__ import annotations

import struct
import zlib

_UTF8_FLAG = 0x0800
_UNICODE_PATH = 0x7075


def decode_name(raw: bytes, flags: int, extra: dict[int, bytes]) -> tuple[str, bool]:
    """Give the name and whether readers may differ about it.

    Without the UTF-8 flag the bytes mean CP437 to some readers and the local code page to others. We take
    them for UTF-8 where they are, as PHP's zip library in most LMSs does.
    """
    if raw.isascii():
        return raw.decode("ascii"), False
    if flags & _UTF8_FLAG:
        try:
            return raw.decode("utf-8"), False
        except UnicodeDecodeError:
            return raw.decode("cp437"), True
    unicode_path = _unicode_path(raw, extra.get(_UNICODE_PATH, b""))
    if unicode_path is not None:
        return unicode_path, False
    try:
        return raw.decode("utf-8"), True
    except UnicodeDecodeError:
        return raw.decode("cp437"), True


def _unicode_path(raw: bytes, field: bytes) -> str | None:
    """Read the Info-ZIP Unicode Path field; it counts only while its checksum fits the plain name."""
    if len(field) < 6 or field[0] != 1 or struct.unpack_from("<L", field, 1)[0] != zlib.crc32(raw):
        return None
    try:
        return field[5:].decode("utf-8")
    except UnicodeDecodeError:
        return None
