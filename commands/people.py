"""Commands for people: lists in, questions, the desk, tables out."""

import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.context import Context, json_option, language_option, output_option, pass_context, print_json

if TYPE_CHECKING:
    from jobs.lists.importing import ImportReport
    from models.people.proposals import Proposal
    from resources.words import Words


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--training", "name", required=True, help="Code or id of the training.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--accept-likely", is_flag=True, help="Say yes to what is very likely the same person.")
@json_option
@pass_context
def import_(context: Context, file: Path, name: str, dry_run: bool, accept_likely: bool, as_json: bool) -> None:
    """Import a nominee list (xlsx, xls, ods, csv, text)."""
    from jobs.lists.importing import import_list
    from models.training.roster import find_training

    with context.store() as store:
        found = find_training(store, name)
        report = import_list(store, file, found.id, dry_run=dry_run, accept_likely=accept_likely)
    if as_json:
        print_json(_report_data(report))
    else:
        _tell_import(context.words, report)


def _report_data(report: "ImportReport") -> dict[str, Any]:
    return {
        "rows": report.rows,
        "people_new": report.people_new,
        "people_known": report.people_known,
        "proposals": [_proposal_data(one) for one in report.proposals],
        "skipped_rows": [asdict(one) for one in report.skipped],
        "unclear_cells": [asdict(one) for one in report.unclear],
        "cleaned_rows": report.cleaned,
        "columns": report.columns,
    }


def _proposal_data(one: "Proposal") -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "first": {
            "id": one.first.id,
            "name_latin": one.first.name_latin,
            "name_arabic": one.first.name_arabic,
        },
        "second": {
            "id": one.second.id,
            "name_latin": one.second.name_latin,
            "name_arabic": one.second.name_arabic,
        }
        if one.second
        else None,
        "likeness": one.likeness,
        "because": list(one.because),
    }


def _tell_import(words: "Words", report: "ImportReport") -> None:
    from jobs.lists.unclear_words import unclear_lines
    from resources.words.codes import code_word

    click.echo(words.count("{n} row", "{n} rows", report.rows))
    click.echo(words.count("{n} new person", "{n} new people", report.people_new))
    click.echo(words.count("{n} person known already", "{n} people known already", report.people_known))
    if report.cleaned:
        rows = words.listed(map(words.number, report.cleaned))
        click.echo(words.say("Signs that nobody can see were removed from rows: {rows}", rows=rows))
    for one in report.skipped:
        reason = code_word(words, "skipped", one.reason)
        click.echo(words.say("Row {row} was skipped: {reason}", row=one.row, reason=reason))
    for line in unclear_lines(report, words):
        click.echo(line)
    if report.proposals:
        click.echo(words.say("Perhaps the same person (the command “proposals” answers):"))
    for proposal in report.proposals:
        _tell_proposal(words, proposal)


def _tell_proposal(words: "Words", one: "Proposal") -> None:
    from resources.words.codes import code_word

    if one.second is None:
        kind = code_word(words, "proposal_kind", one.kind)
        click.echo(f"  {one.id}  {kind}: {one.first.name_latin} / {one.first.name_arabic}")
        return
    because = words.listed(code_word(words, "agreement", part) for part in one.because)
    click.echo(f"  {one.id}  {one.first.name} = {one.second.name} ({one.likeness} %: {because})")


@click.command()
@click.argument("name", metavar="TRAINING")
@click.option("--session", "session_name", default="", help="Mark present in this session, by its id.")
@click.option("--new", "is_new", is_flag=True, help="Whoever is not on file is new, also beside similar names.")
@pass_context
def register(context: Context, name: str, session_name: str, is_new: bool) -> None:
    """Register people from standard input, one name or phone number per line; each line is answered when saved."""
    from jobs.desk.finding import named, take_in
    from jobs.desk.newcomers import alike
    from models.errors import AlikeOnFile, NotWholeName, SeveralPeople
    from models.training import roster
    from resources.words.sentences import sentence

    failed = False
    with context.store() as store:
        training_id = roster.find_training(store, name).id
        for line in filter(str.strip, sys.stdin):
            found = roster.load(store, training_id)
            session = next((one for one in found.sessions if one.id == session_name), None)
            try:
                match = named(store, found, line, session)
                seen = [one.id for one in alike(store, match.participant)] if is_new else []
                take_in(store, training_id, match, session_name, seen=seen)
            except (SeveralPeople, AlikeOnFile, NotWholeName) as problem:
                click.echo(sentence(context.words, type(problem).__name__, problem.values), err=True)
                failed = True
                continue
            print(f"{match.kind.value}\t{match.participant.name}", flush=True)
    if failed:
        sys.exit(1)


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def proposals(click_context: click.Context, as_json: bool) -> None:
    """List what waits for your yes; accept or reject it."""
    if click_context.invoked_subcommand:
        return
    from models.people.proposals import waiting

    context: Context = click_context.obj
    with context.store() as store:
        found = waiting(store)
    if as_json:
        print_json([_proposal_data(one) for one in found])
        return
    for one in found:
        _tell_proposal(context.words, one)


def _answer(context: Context, ids: tuple[str, ...], answer: "Callable[..., None]") -> None:
    from models.people.proposals import find, waiting

    with context.store() as store:
        found = waiting(store) if "all" in ids else [find(store, one) for one in ids]
        answer(store, *found)
    click.echo(context.words.count("{n} answer saved", "{n} answers saved", len(found)))


@proposals.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@pass_context
def accept(context: Context, ids: tuple[str, ...]) -> None:
    """Say yes (ID may be “all”)."""
    from models.people.proposals import accept as answer

    _answer(context, ids, answer)


@proposals.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@pass_context
def reject(context: Context, ids: tuple[str, ...]) -> None:
    """Say no (ID may be “all”)."""
    from models.people.proposals import reject as answer

    _answer(context, ids, answer)


@click.command()
@click.argument("name", metavar="TRAINING")
@output_option
@language_option
@pass_context
def export(context: Context, name: str, output: Path, document_language: str) -> None:
    """Write the participants to xlsx, csv or json."""
    from jobs.lists.exporting import export as write
    from models.training.roster import find_training, load
    from resources.words import words_for

    with context.store() as store:
        count = write(store, load(store, find_training(store, name).id), output, words_for(document_language))
    click.echo(context.words.count("{n} person in {path}", "{n} people in {path}", count, path=output))
