"""Commands for trainings: add one, list them, show one."""

from pathlib import Path
from typing import Any

import click

from commands.context import Context, json_option, pass_context, print_json


@click.group()
def training() -> None:
    """Add a training."""


@training.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@pass_context
def training_add(context: Context, file: Path) -> None:
    """Add the training that a JSON file describes (docs/training-file.md)."""
    from jobs.trainings.training_file import add_training

    with context.store() as store:
        added = add_training(store, file)
    click.echo(context.words.say("Added: {code} {title}", code=added.code, title=context.words.of(added, "title")))


@click.command()
@json_option
@pass_context
def trainings(context: Context, as_json: bool) -> None:
    """List the trainings."""
    with context.store() as store:
        found = store.trainings.all()
    if as_json:
        print_json(
            [
                {
                    "id": one.id,
                    "code": one.code,
                    "title_en": one.title["en"],
                    "start": _iso(one.start),
                    "end": _iso(one.end),
                }
                for one in found
            ]
        )
        return
    for one in found:
        click.echo(f"{one.code}\t{context.words.of(one, 'title')}\t{_iso(one.start) or ''}")


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


@click.command()
@click.argument("name", metavar="TRAINING")
@json_option
@pass_context
def show(context: Context, name: str, as_json: bool) -> None:
    """Show a training with its people and sessions."""
    from jobs.certificates.verdict_words import rule_words
    from jobs.lists.exporting import as_data
    from models.training import roster

    with context.store() as store:
        found = roster.load(store, roster.find_training(store, name).id)
    if as_json:
        print_json(as_data(found))
        return
    click.echo(f"{found.training.code} {context.words.of(found.training, 'title')}")
    click.echo(rule_words(found, context.words))
    for number, one in enumerate(found.attendees, start=1):
        certificate = one.certificate.number if one.certificate else "–"
        click.echo(f"{number}\t{one.participant.name}\t{one.verdict.attended}/{one.verdict.held}\t{certificate}")
