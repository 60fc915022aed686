"""Commands for everything else on paper."""

import sys
from pathlib import Path

import click

from commands.context import Context, language_option, output_option, pass_context


@click.command()
@click.argument("name", metavar="TRAINING")
@output_option
@language_option
@click.option("--names", is_flag=True, help="The name-check sheet instead of the attendance sheet.")
@pass_context
def sheet(context: Context, name: str, output: Path, document_language: str, names: bool) -> None:
    """Print the attendance sheet, or the name-check sheet."""
    print_one_paper(context, name, "names" if names else "sheet", output, document_language)


@click.command()
@click.argument("name", metavar="TRAINING")
@output_option
@language_option
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="As `papers` lists them; repeatable.")
@pass_context
def badges(context: Context, name: str, output: Path, document_language: str, options: tuple[str, ...]) -> None:
    """Print badges or labels."""
    print_one_paper(context, name, "badges", output, document_language, options)


@click.command()
@click.argument("name", metavar="TRAINING")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help=".pdf or .docx")
@language_option
@click.option("--people", is_flag=True, help="With an annex of names: not for publication.")
@pass_context
def report(context: Context, name: str, output: Path, document_language: str, people: bool) -> None:
    """Write the training report."""
    print_one_paper(context, name, "report", output, document_language, ("with_people=yes",) if people else ())


@click.command()
@click.argument("name", metavar="TRAINING")
@click.argument("document")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help=".pdf, or .xlsx …")
@language_option
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="As the window offers them; repeatable.")
@click.option("--to", "recipient", default="", help="Who is given it; it is remembered.")
@click.option("--for", "purpose", default="", help="What for; it is remembered.")
@pass_context
def paper(
    context: Context,
    name: str,
    document: str,
    output: Path,
    document_language: str,
    options: tuple[str, ...],
    recipient: str,
    purpose: str,
) -> None:
    """Print DOCUMENT, one of those that `papers` lists."""
    print_one_paper(context, name, document, output, document_language, options, recipient, purpose)


@click.command()
@pass_context
def papers(context: Context) -> None:
    """List the documents that `paper` prints, with their options."""
    from jobs.papers.options import described
    from jobs.papers.registry import KINDS

    for kind in KINDS:
        others = "".join(f" {ending}" for ending in kind.others)
        click.echo(f"{kind.key:14} {context.words.say(kind.label)} (.pdf{others})")
        for line in described(kind.options):
            click.echo(f"{'':14}   {line}")


def print_one_paper(
    context: Context,
    name: str,
    key: str,
    output: Path,
    language: str,
    options: tuple[str, ...] = (),
    recipient: str = "",
    purpose: str = "",
) -> None:
    from jobs.certificates.left_out import left_out_words
    from jobs.papers.options import read_options
    from jobs.papers.printing import print_paper
    from jobs.papers.registry import kind_of
    from models.training.roster import find_training
    from resources.words import words_for

    chosen = read_options(kind_of(key).options, options)
    with context.store() as store:
        training_id = find_training(store, name).id
        outcome = print_paper(
            store, training_id, key, output, words_for(language), chosen, recipient=recipient, purpose=purpose
        )  # fmt: skip
    click.echo(str(output))
    for line in left_out_words(outcome.left_out, context.words):
        click.echo(line, err=True)
    if outcome.left_out:
        sys.exit(1)
