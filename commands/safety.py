"""Commands for training records as a whole: begin, back up, restore, check."""

import sys
from pathlib import Path

import click

from commands.context import Context, ask_secret, json_option, pass_context, print_json


@click.command()
@click.option(
    "--open",
    "without_passphrase",
    is_flag=True,
    help="Without a passphrase: whoever has the laptop can read the records.",
)
@pass_context
def init(context: Context, without_passphrase: bool) -> None:
    """Start new training records."""
    from models.opening import create

    passphrase = None if without_passphrase else ask_secret(context.words)
    if not passphrase and not without_passphrase:
        from models.errors import PassphraseNeeded

        raise PassphraseNeeded(path=str(context.register))
    opened, code = create(context.register, passphrase)
    opened.close()
    click.echo(context.words.say("New training records are in {path}.", path=context.register))
    if code:
        click.echo(context.words.say("Recovery code – print it and keep it apart from the laptop: {code}", code=code))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)
@pass_context
def backup(context: Context, folder: Path | None) -> None:
    """Make a verified backup, in the records' own folder or another one."""
    with context.store() as store:
        made = store.safekeeping.backup(folder)
    click.echo(context.words.say("Verified backup: {path}", path=made))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@pass_context
def restore(context: Context, file: Path) -> None:
    """Put a backup into an empty place (--register)."""
    from models.errors import PassphraseNeeded
    from models.opening import restore as put_back

    try:
        made = put_back(file, context.register)
    except PassphraseNeeded:
        made = put_back(file, context.register, ask_secret(context.words))
    click.echo(context.words.say("The training records are in {path}.", path=made))


@click.command()
@json_option
@pass_context
def check(context: Context, as_json: bool) -> None:
    """Name every problem; nothing is repaired silently."""
    from models.checks import check as look
    from resources.words.codes import code_word

    with context.store() as store:
        found = look(store)
    if as_json:
        print_json([{"kind": one.kind.value, "detail": one.detail, "is_advice": one.kind.is_advice} for one in found])
    else:
        for one in found:
            click.echo(f"{code_word(context.words, 'problem', one.kind)} {one.detail}".strip())
        if not found:
            click.echo(context.words.say("Everything is as it should be."))
    if any(not one.kind.is_advice for one in found):
        sys.exit(1)
