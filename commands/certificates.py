"""Commands for certificates: print, list, revoke, prove, check."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.context import (
    Context,
    json_option,
    language_option,
    pass_context,
    print_json,
)
from commands.papers import print_one_paper

if TYPE_CHECKING:
    from jobs.certificates.verifying import Verified
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
    from jobs.certificates.outcome_words import outcome_words
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
    for line in outcome_words(found, context.words):
        click.echo(line, err=True)
    if found.left_out:
        sys.exit(1)


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
    from jobs.certificates.afterwards import certificate_of
    from jobs.certificates.afterwards import revoke as end

    with context.store() as store:
        end(store, certificate_of(store, number).id, reason)
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
