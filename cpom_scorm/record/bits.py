"""The text of a record: its alphabet, checksum and bits. Twin of the player's `bits.js` and `checksum.js`."""

from __future__ import annotations

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS_PER_CHARACTER = 6
CHECKSUM_LENGTH = 4
"""Characters at the end of a record."""

_PLACES = {character: place for place, character in enumerate(ALPHABET)}
_CRC_START, _CRC_POLYNOMIAL, _CRC_OVERFLOW, _CRC_MASK = 0xB704CE, 0x1864CFB, 0x1000000, 0xFFFFFF


def _shifted(byte: int) -> int:
    crc = byte << 16
    for _ in range(8):
        crc <<= 1
        if crc & _CRC_OVERFLOW:
            crc ^= _CRC_POLYNOMIAL
    return crc


_CRC_STEPS = tuple(map(_shifted, range(256)))


class BitReader:
    """Reads numbers of any width, most significant bit first. Past the end there are only zeros."""

    def __init__(self, text: str) -> None:
        places = [_PLACES.get(character) for character in text]
        known = [place for place in places if place is not None]
        is_ours = len(known) == len(places)
        self._bits = "".join(f"{place:06b}" for place in known) if is_ours else ""
        self._at = 0

    def take(self, width: int) -> int:
        """Read an unsigned number of so many bits."""
        bits = self._bits[self._at : self._at + width]
        self._at += width
        return int(bits.ljust(width, "0") or "0", 2)

    @property
    def spare(self) -> int:
        """How many bits are left; negative after reading past the end."""
        return len(self._bits) - self._at


def checksum(text: str) -> str:
    """Give the four characters that end a record which begins with this text: CRC-24 of RFC 4880."""
    crc = _CRC_START
    for byte in text.encode("ascii"):
        crc = (crc << 8 & _CRC_MASK) ^ _CRC_STEPS[crc >> 16 ^ byte]
    return "".join(ALPHABET[crc >> shift & 63] for shift in (18, 12, 6, 0))


def is_whole(record: str) -> bool:
    """Whether a record ends in the checksum of what stands before."""
    body = record[:-CHECKSUM_LENGTH]
    return bool(body) and _PLACES.keys() >= set(record) and body + checksum(body) == record
