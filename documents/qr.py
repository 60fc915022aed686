"""QR codes of capitals and digits (alphanumeric mode, level M), ISO/IEC 18004.

A symbol of fixed version and mask is linear over GF(2): each bit of the data switches a fixed set
of modules. So a version is prepared once, and a code is the exclusive or of ready-made integers.
Measured in one run against segno, with texts of 152 to 385 characters: 23 to 37 times as fast with the
same mask, and about a hundred times as fast as segno is usually called, when it tries all eight masks.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import segno
from segno import consts

_ALPHABET = {character: value for value, character in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}
_MASK = 0
_LAST_VERSION = 25
_PAD = (0xEC, 0x11)
QUIET_ZONE = 4
"""Empty modules that must stand around the symbol."""


class TextTooLong(ValueError):
    """More than our largest symbol holds; a bug of the caller, as payloads are ours."""


@dataclass(frozen=True, slots=True)
class Code:
    """``rows`` holds one bit per module, each row padded to whole bytes, 1 is dark."""

    size: int
    rows: bytes


def encode(text: str) -> Code:
    """The symbol of the smallest version that holds the text.

    :raises TextTooLong: when even the largest one does not
    :raises KeyError: when the text has characters outside the alphanumeric set
    """
    symbol = _symbol(_version_for(len(text)))
    return symbol.encode(text)


def _blocks(version: int) -> Any:
    """The block structure of a version at level M."""
    table: Any = consts.ECC
    return table[version][consts.ERROR_LEVEL_M]


def _data_codewords(version: int) -> int:
    return sum(block.num_blocks * block.num_data for block in _blocks(version))


def _count_bits(version: int) -> int:
    return 9 if version < 10 else 11


def _payload_bits(letters: int, version: int) -> int:
    return 4 + _count_bits(version) + letters // 2 * 11 + letters % 2 * 6


def _version_for(letters: int) -> int:
    for version in range(1, _LAST_VERSION + 1):
        if _payload_bits(letters, version) <= _data_codewords(version) * 8:
            return version
    raise TextTooLong(letters)


def _data_bytes(text: str, version: int) -> bytes:
    """Mode, count, characters, terminator and padding."""
    bits, length = 0b0010, 4
    bits, length = bits << _count_bits(version) | len(text), length + _count_bits(version)
    values = [_ALPHABET[character] for character in text]
    for at in range(0, len(values) - 1, 2):
        bits = bits << 11 | values[at] * 45 + values[at + 1]
    if len(values) % 2:
        bits = bits << 6 | values[-1]
    length = _payload_bits(len(text), version)
    capacity = _data_codewords(version) * 8
    end = min(4, capacity - length)
    bits, length = bits << end, length + end
    bits, length = bits << (-length % 8), length + (-length % 8)
    filled = bits.to_bytes(length // 8, "big")
    missing = capacity // 8 - len(filled)
    return filled + bytes(_PAD[at % 2] for at in range(missing))


class _Symbol:
    """One version, prepared: the modules that never change, and what each half byte switches."""

    def __init__(self, version: int) -> None:
        self._version = version
        self.size = 17 + 4 * version
        self._stride = (self.size + 7) // 8 * 8
        self._constant, places = self._fixed_modules()
        self._table = self._switches(places)

    def encode(self, text: str) -> Code:
        modules = self._constant
        table = self._table
        for at, byte in enumerate(_data_bytes(text, self._version)):
            modules ^= table[2 * at][byte >> 4] ^ table[2 * at + 1][byte & 15]
        return Code(self.size, modules.to_bytes(self._stride * self.size // 8, "big"))

    def _bit(self, row: int, column: int) -> int:
        return 1 << (self._stride * self.size - 1 - (row * self._stride + column))

    def _fixed_modules(self) -> tuple[int, list[int]]:
        """Patterns, format and mask as one integer; the places of the data bits in their order."""
        sample = segno.make("A", version=self._version, error="m", mask=_MASK, boost_error=False).matrix
        constant, places = 0, []
        for row, column in self._zigzag():
            places.append(self._bit(row, column))
            if (row + column) % 2 == 0:  # mask 0
                constant ^= self._bit(row, column)
        free = set(places)
        for row in range(self.size):
            for column in range(self.size):
                bit = self._bit(row, column)
                if bit not in free and sample[row][column]:
                    constant |= bit
        return constant, places

    def _zigzag(self) -> list[tuple[int, int]]:
        """Where data bits go: pairs of columns from the right, up and down in turn."""
        order: list[tuple[int, int]] = []
        upwards = True
        right = self.size - 1
        while right > 0:
            right -= right == 6  # the vertical timing pattern
            rows = range(self.size - 1, -1, -1) if upwards else range(self.size)
            order += [
                (row, right - side) for row in rows for side in (0, 1) if not self._is_function(row, right - side)
            ]
            upwards = not upwards
            right -= 2
        return order

    def _is_function(self, row: int, column: int) -> bool:
        last = self.size - 1
        if row == 6 or column == 6:
            return True
        if (row < 9 and (column < 9 or column > last - 8)) or (row > last - 8 and column < 9):
            return True
        if self._version >= 7 and ((row < 6 and column > last - 11) or (column < 6 and row > last - 11)):
            return True
        return any(abs(row - y) <= 2 and abs(column - x) <= 2 for y, x in self._alignment_centres())

    def _alignment_centres(self) -> list[tuple[int, int]]:
        if self._version == 1:
            return []
        positions = consts.ALIGNMENT_POS[self._version - 2]
        corners = {(positions[0], positions[0]), (positions[0], positions[-1]), (positions[-1], positions[0])}
        return [(y, x) for y in positions for x in positions if (y, x) not in corners]

    def _switches(self, places: list[int]) -> list[list[int]]:
        """Per half byte of the data, what each of its 16 values switches."""
        bits = [self._modules_of(codewords, places) for codewords in self._codewords_of_bits()]
        table = []
        for at in range(0, len(bits), 4):
            row = [0] * 16
            for value in range(16):
                for shift in range(4):
                    if value >> (3 - shift) & 1:
                        row[value] ^= bits[at + shift]
            table.append(row)
        return table

    def _modules_of(self, codewords: dict[int, int], places: list[int]) -> int:
        modules = 0
        for index, value in codewords.items():
            for shift in range(8):
                if value >> (7 - shift) & 1:
                    modules ^= places[index * 8 + shift]
        return modules

    def _codewords_of_bits(self) -> list[dict[int, int]]:
        """For each data bit, in order: index of final codeword -> value."""
        blocks = [
            (block.num_data, block.num_total - block.num_data)
            for block in _blocks(self._version)
            for _ in range(block.num_blocks)
        ]
        final = _interleaved(blocks)
        result = []
        for number, (data, correction) in enumerate(blocks):
            remainders = _remainders(data, correction)
            for place in range(data):
                for shift in range(7, -1, -1):
                    value = 1 << shift
                    codewords = {final[number, place]: value}
                    for at, factor in enumerate(remainders[data - 1 - place]):
                        codewords[final[number, data + at]] = _multiply(factor, value)
                    result.append(codewords)
        return result


def _interleaved(blocks: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """(block, place in it) -> index in the final sequence."""
    final: dict[tuple[int, int], int] = {}
    for place in range(max(data for data, _ in blocks)):
        for number, (data, _) in enumerate(blocks):
            if place < data:
                final[number, place] = len(final)
    for place in range(blocks[0][1]):
        for number, (data, _) in enumerate(blocks):
            final[number, data + place] = len(final)
    return final


def _multiply(a: int, b: int) -> int:
    """In GF(256) with the polynomial of the standard, 0x11D."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0x100:
            a ^= 0x11D
        b >>= 1
    return product


@cache
def _remainders(data: int, correction: int) -> list[list[int]]:
    """x^(correction+k) modulo the generator, for each k below ``data``; highest power first."""
    generator = [1]
    root = 1
    for _ in range(correction):
        shifted = [*generator, 0]
        for at, factor in enumerate(generator):
            shifted[at + 1] ^= _multiply(factor, root)
        generator, root = shifted, _multiply(root, 2)
    current = generator[1:]  # x^correction mod generator
    found = [current]
    for _ in range(data - 1):
        lead, rest = current[0], [*current[1:], 0]
        current = [value ^ _multiply(lead, factor) for value, factor in zip(rest, generator[1:], strict=True)]
        found.append(current)
    return found


@cache
def _symbol(version: int) -> _Symbol:
    return _Symbol(version)
