"""What somebody who has the key can read in the files of a register, also in pages that no table uses any more."""

from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.store import Store

# https://www.zetetic.net/sqlcipher/design and https://sqlite.org/fileformat2.html
_PAGE, _SALT, _VECTOR, _TAG = 4096, 16, 16, 64
_LOG_HEADER, _FRAME_HEADER = 32, 24


def content(store: Store) -> bytes:
    """The pages of the database and of its write-ahead log, one after the other."""
    return b"".join(_decrypted(store.key, page, is_first=is_first) for page, is_first in _pages(store))


def _pages(store: Store) -> Iterator[tuple[bytes, bool]]:
    file = store.path.read_bytes()
    for start in range(0, len(file), _PAGE):
        yield file[start : start + _PAGE], start == 0
    log = store.path.with_name(f"{store.path.name}-wal").read_bytes()
    for start in range(_LOG_HEADER, len(log), _FRAME_HEADER + _PAGE):
        number = int.from_bytes(log[start : start + 4], "big")
        yield log[start + _FRAME_HEADER : start + _FRAME_HEADER + _PAGE], number == 1


def _decrypted(key: bytes, page: bytes, *, is_first: bool) -> bytes:
    start, end = _SALT if is_first else 0, _PAGE - _VECTOR - _TAG
    cipher = Cipher(algorithms.AES256(key[:32]), modes.CBC(page[end : end + _VECTOR])).decryptor()
    return cipher.update(page[start:end]) + cipher.finalize()
