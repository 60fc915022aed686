"""Commands for certificates: print, list, revoke, prove, check."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.context import (
    KEY_VARIABLE,
    Context,
    json_option,
    language_option,
    output_option,
    pass_context,
    print_json,
)
from commands.papers import print_one_paper

if TYPE_CHECKING:
    from jobs.certificates.verifying import Verified
    from models.store import Store
    from resources.words import Words


@click.command()
@click.argument("name", metavar="TRAINING")
@click.option("-o", "output", type=click.Path(path_type=Path), required=True, help="The PDF, or with --each a folder.")
@click.option("--each", is_flag=True, help="One PDF per person, named by the number.")
@click.option("--early", is_flag=True, help="Also for those who will have earned it if they stay to the end.")
@click.option("--design", default="", help="formal, modern, plain, side-by-side, trilingual, or one of your own.")
@click.option("--paper", type=click.Choice(("A4", "Letter")), help="Instead of the training's own.")
@click.option("--orientation", type=click.Choice(("landscape", "portrait")), help="Instead of the training's own.")
@pass_context
def certificates(
    context: Context, name: str, output: Path, each: bool, early: bool, design: str, paper: str, orientation: str
) -> None:
    """Issue the certificates that are earned and print all of them."""
    from jobs.certificates.printing import PrintOrder, print_certificates, print_one_by_one
    from jobs.certificates.verdict_words import not_known_words
    from models.paper import Orientation, PaperSize
    from models.training.roster import find_training

    order = PrintOrder(
        early=early,
        design=design,
        paper=PaperSize(paper) if paper else None,
        orientation=Orientation(orientation) if orientation else None,
    )
    with context.store() as store:
        training = find_training(store, name)
        programme = store.programmes.find(training.programme_id)
        for line in not_known_words(programme.rules if programme else (), context.words):
            click.echo(line, err=True)
        job = print_one_by_one if each else print_certificates
        found = job(store, training.id, output, order=order)
    count = len(found.certificates)
    click.echo(context.words.count("{n} certificate in {path}", "{n} certificates in {path}", count, path=output))
    if not found.has_codes:
        click.echo(context.words.say("This laptop has no signing key, so there is no code on them."), err=True)


@click.command("certificate-list")
@click.argument("name", metavar="TRAINING")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help=".pdf, .xlsx, .csv")
@language_option
@click.option("--collection", is_flag=True, help="The list to sign for them instead of the register of numbers.")
@pass_context
def certificate_list(context: Context, name: str, output: Path, document_language: str, collection: bool) -> None:
    """Write the register of certificates: every number and what became of it."""
    print_one_paper(context, name, "collection" if collection else "register", output, document_language)


@click.command()
@click.argument("number")
@click.option("--reason", required=True, help="Stands in the register of certificates.")
@pass_context
def revoke(context: Context, number: str, reason: str) -> None:
    """Revoke a certificate by its number."""
    from jobs.certificates import issuing

    with context.store() as store:
        issuing.revoke(store, issuing.certificate_of(store, number).id, reason)
    click.echo(context.words.say("{number} is revoked.", number=number))


@click.command()
@click.argument("what", metavar="FILE-OR-CODE", nargs=-1, required=True)
@click.option("--keys", multiple=True, type=click.Path(path_type=Path, dir_okay=False), help="A file of public keys.")
@click.option("--revoked", multiple=True, type=click.Path(path_type=Path, dir_okay=False), help="A list of numbers.")
@json_option
@pass_context
def verify(
    context: Context, what: tuple[str, ...], keys: tuple[Path, ...], revoked: tuple[Path, ...], as_json: bool
) -> None:
    """Check certificates: a PDF, a picture, or the text of a code."""
    from jobs.certificates import verifying

    if keys and not context.has_register:
        trust = verifying.trust_of(None, keys, revoked)
    else:
        with context.store() as store:
            trust = verifying.trust_of(store, keys, revoked)
    found = [one for each in what for one in verifying.verify(each, trust)]
    if as_json:
        print_json([_verified_data(one) for one in found])
    for one in [] if as_json else found:
        _tell_verified(context.words, one)
    if any(one.validity != "valid" for one in found):
        sys.exit(1)


def _verified_data(one: "Verified") -> dict[str, Any]:
    from models.certificates.proof_codes import Claim

    claims = {Claim(claim).name.lower(): value for claim, value in one.claims.items() if claim in list(Claim)}
    shown = {name: value.hex() if isinstance(value, bytes) else value for name, value in claims.items()}
    return {"page": one.page, "validity": one.validity.value, "claims": shown}


def _tell_verified(words: "Words", one: "Verified") -> None:
    from jobs.certificates.verifying import FACTS
    from models.certificates.proof_codes import Claim
    from resources.words.codes import code_word

    click.echo(code_word(words, "validity", one.validity))
    for name, label in FACTS.items():
        value = one.claims.get(Claim[name.upper()])
        if value:
            click.echo(f"  {words.say(label)}: {value}")


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
