"""The recovery code on paper."""

from pathlib import Path

from documents import recovery_code
from models.storage.files import whole_file
from models.store import Store
from models.wall_clock import today_here
from resources.words import Words


def print_recovery_code(store: Store, code: str, path: Path, words: Words) -> None:
    """The page that opens the records when the passphrase is forgotten."""
    issuers = store.issuers.all()
    owner = words.of(issuers[-1]) if issuers else ""
    made = today_here()
    with whole_file(path) as part, part.open("wb") as stream:
        recovery_code.render(stream, code, owner, made, words)
