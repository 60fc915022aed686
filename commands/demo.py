"""The command that shows everything at once."""

import os
import sys
from pathlib import Path

import click

from commands.context import Context, pass_context


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@pass_context
def demo(context: Context, folder: Path) -> None:
    """Run the sample training end to end and write everything to FOLDER."""
    from jobs.demo import REGISTER_NAME, run

    words = context.words
    summary = run(folder, lambda text: click.echo(f"… {words.say(text)}"))
    click.echo("")
    click.echo(words.count("{n} row in four lists", "{n} rows in four lists", summary.rows))
    click.echo(words.count("{n} person", "{n} people", summary.people))
    click.echo(
        words.say(
            "{officials} officials, {ngo} NGO staff; {women} women, {men} men; {institutions} institutions",
            officials=summary.officials,
            ngo=summary.ngo_staff,
            women=summary.women,
            men=summary.men,
            institutions=summary.institutions,
        )
    )
    click.echo(
        words.count(
            "{n} person nominated twice: found, proposed, and accepted by this demo",
            "{n} people nominated twice: found, proposed, and accepted by this demo",
            summary.nominated_twice,
        )
    )
    click.echo(words.say("Names made by rule were confirmed by this demo; in real work a person does that."))
    click.echo(words.count("{n} certificate", "{n} certificates", summary.certificates))
    click.echo("")
    click.echo(words.say("Everything is in {path}", path=folder))
    click.echo(
        words.say(
            "To open the window on it: {command}",
            command=f'{window_command()} --register "{folder / REGISTER_NAME}"',
        )
    )


def window_command() -> str:
    """What to type to open the window, from a built program or from the source."""
    if getattr(sys, "frozen", False):
        return f'"{Path(sys.executable).with_name("Sijil")}"'
    return f"{'py -3' if os.name == 'nt' else 'python3'} build_spec/tasks.py run"
