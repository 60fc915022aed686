"""Commands for the keys that sign certificates: hand out, move, trust."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.context import KEY_VARIABLE, Context, json_option, output_option, pass_context, print_json

if TYPE_CHECKING:
    from models.store import Store
    from resources.words import Words


@click.group()
def keys() -> None:
    """Hand out what others need to check certificates; move the signing key."""


def _hand_out(context: Context, output: Path, job: "Callable[[Store, Path, Words], object]") -> None:
    with context.store() as store:
        job(store, output, context.words)
    click.echo(context.words.say("Written: {path}", path=output))


@keys.command("public")
@output_option
@pass_context
def keys_public(context: Context, output: Path) -> None:
    """Write the public keys."""
    from jobs.certificates.verifying import hand_out_keys

    _hand_out(context, output, hand_out_keys)


@keys.command("revoked")
@output_option
@pass_context
def keys_revoked(context: Context, output: Path) -> None:
    """Write the signed list of numbers that are no longer valid."""
    from jobs.certificates.verifying import hand_out_list

    _hand_out(context, output, hand_out_list)


@keys.command("page")
@output_option
@pass_context
def keys_page(context: Context, output: Path) -> None:
    """Write one HTML page that checks certificates in any browser, without internet."""
    from jobs.certificates.verifying import hand_out_page

    _hand_out(context, output, hand_out_page)


def _ask_key_secret(words: "Words") -> str:
    from models.errors import NoSigningKey

    found = os.environ.get(KEY_VARIABLE)
    if not found and sys.stdin.isatty():
        found = str(click.prompt(words.say("Passphrase of the key file"), hide_input=True))
    if not found:
        raise NoSigningKey()
    return found


@keys.command("export")
@output_option
@pass_context
def keys_export(context: Context, output: Path) -> None:
    """Write the signing key, under a passphrase of its own, for another laptop of the same issuer."""
    from jobs.certificates.verifying import hand_out_secret

    secret = _ask_key_secret(context.words)
    _hand_out(context, output, lambda store, path, words: hand_out_secret(store, path, secret))


@keys.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@pass_context
def keys_import(context: Context, file: Path) -> None:
    """Sign with the key in FILE from now on."""
    from jobs.certificates.verifying import take_secret

    secret = _ask_key_secret(context.words)
    with context.store() as store:
        take_secret(store, file, secret)
    click.echo(context.words.say("This laptop signs certificates with that key now."))


@keys.command("list")
@json_option
@pass_context
def keys_list(context: Context, as_json: bool) -> None:
    """The keys on file: fingerprint, whose, and whether they are trusted."""
    from jobs.certificates.signing_keys import known_keys
    from resources.words.codes import code_word

    words = context.words
    with context.store() as store:
        found = known_keys(store)
        issuers = {one.issuer_id: store.issuers.find(one.issuer_id) for one in found}
    if as_json:
        rows = [{"fingerprint": one.fingerprint, "standing": one.standing.value, "own": one.is_own} for one in found]
        print_json(rows)
        return
    for one in found:
        issuer = issuers[one.issuer_id]
        told = (one.fingerprint, words.of(issuer) if issuer else "", code_word(words, "standing", one.standing))
        click.echo("  ".join(filter(None, told)))


@keys.command("trust")
@click.argument("fingerprint")
@pass_context
def keys_trust(context: Context, fingerprint: str) -> None:
    """Believe what the key with this FINGERPRINT signs: somebody compared it."""
    _decide(context, fingerprint, "trusted")


@keys.command("withdraw")
@click.argument("fingerprint")
@click.option("--reason", default="", help="Stands in the history.")
@pass_context
def keys_withdraw(context: Context, fingerprint: str, reason: str) -> None:
    """No longer believe what the key with this FINGERPRINT signs."""
    _decide(context, fingerprint, "withdrawn", reason)


def _decide(context: Context, fingerprint: str, standing: str, reason: str = "") -> None:
    from jobs.certificates.signing_keys import decide_key, key_of
    from models.records.codes import Standing
    from resources.words.codes import code_word

    with context.store() as store:
        decide_key(store, key_of(store, fingerprint).public, Standing(standing), reason)
    click.echo(f"{fingerprint}  {code_word(context.words, 'standing', standing)}")
