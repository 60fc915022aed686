"""What all commands share: the register that is meant, the language, options, secrets."""

import json
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resources.words.languages import LANGUAGES, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.store import Store
    from resources.words import Words

PASSPHRASE_VARIABLE, KEY_VARIABLE = "SIJIL_PASSPHRASE", "SIJIL_KEY_PASSPHRASE"  # names of variables


@dataclass(frozen=True, slots=True)
class Context:
    """What all commands share."""

    register: Path
    language: str

    @property
    def words(self) -> "Words":
        from resources.words import words_for

        return words_for(self.language)

    @property
    def has_register(self) -> bool:
        from models.storage.folder import exists, register_folder

        return exists(register_folder(self.register))

    @contextmanager
    def store(self) -> "Iterator[Store]":
        """The open register; a backup is made on closing when anything changed."""
        from jobs.wrong_date import wrong_date
        from models.opening import open_register

        with open_register(self.register, self.secret()) as opened:
            if warning := wrong_date(opened, self.words):
                click.echo(warning, err=True)
            yield opened
            opened.safekeeping.backup_if_due()

    def secret(self) -> str | None:
        """The passphrase from the environment or a prompt, where one is needed."""
        from models.storage import vault
        from models.storage.folder import VAULT_NAME, register_folder

        path = register_folder(self.register) / VAULT_NAME
        if not path.is_file() or vault.load(path).is_open:
            return None
        return ask_secret(self.words)


def ask_secret(words: "Words") -> str | None:
    found = os.environ.get(PASSPHRASE_VARIABLE)
    if found or not sys.stdin.isatty():
        return found
    return str(click.prompt(words.say("Passphrase or recovery code"), hide_input=True))


def print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


pass_context = click.pass_obj
json_option = click.option("--json", "as_json", is_flag=True, help="Print a machine-readable summary.")
language_option = click.option(
    "--language",
    "document_language",
    type=click.Choice(list(LANGUAGES)),
    default=SOURCE,
    help="Language of the document.",
)
output_option = click.option(
    "-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)
