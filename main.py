"""The door: no argument opens the window, else one command. Imports lazily, so that each starts fast."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

try:
    import click
except ModuleNotFoundError:
    sys.exit("Sijil is not set up here yet. Please run: python3 build_spec/tasks.py run")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jobs.importing import ImportReport
    from jobs.verifying import Verified
    from models.proposals import Proposal
    from models.store import Store
    from resources.words import Words

VERSION = "0.1.0"
LANGUAGES = ("en", "ar", "ckb")
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
        from models.store import open_register

        with open_register(self.register, self.secret()) as opened:
            yield opened
            opened.backup_if_due()

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


def default_register() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("Sijil", appauthor=False)) / "register"


def print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


pass_context = click.pass_obj
json_option = click.option("--json", "as_json", is_flag=True, help="Print a machine-readable summary.")
language_option = click.option(
    "--language",
    "document_language",
    type=click.Choice(LANGUAGES),
    default="en",
    help="Language of the document.",
)
output_option = click.option(
    "-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)


@click.group(invoke_without_command=True)
@click.version_option(VERSION, prog_name="Sijil")
@click.option(
    "--register",
    type=click.Path(path_type=Path),
    help="The folder of the training records, or its register.db.",
)
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the messages, or of the window.")
@click.option("--self-test", is_flag=True, hidden=True, help="Prove that this copy of the program works.")
@click.pass_context
def cli(context: click.Context, register: Path | None, language: str | None, self_test: bool) -> int:
    """Registers the people who attend trainings. Without a command, the window opens."""
    context.obj = Context(register or default_register(), language or "en")
    if self_test:
        return prove(context.obj.words)
    if context.invoked_subcommand is not None:
        return 0
    if not has_screen():
        click.echo("There is no screen here, so no window can open. The commands work: see --help.", err=True)
        return 1
    try:
        from ui.app import open_window
    except ImportError:
        click.echo("A library for the window is missing. Please run: python3 build_spec/tasks.py run", err=True)
        return 1
    return open_window(register, default_register(), language or "", VERSION)


def has_screen() -> bool:
    """Without one Qt would end the process in the middle of a word."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in wanted)


def prove(words: "Words") -> int:
    """The sample training end to end, and one look at every page of the window."""
    from jobs.selftest import run
    from ui.tour import look_at_every_page

    certificates = run()
    pages = look_at_every_page(VERSION)
    click.echo(words.count("{n} certificate", "{n} certificates", certificates))
    click.echo(words.count("{n} page of the window opened", "{n} pages of the window opened", pages))
    return 0


@cli.command()
@click.option(
    "--open",
    "without_passphrase",
    is_flag=True,
    help="Without a passphrase: whoever has the laptop can read the records.",
)
@pass_context
def init(context: Context, without_passphrase: bool) -> None:
    """Start new training records."""
    from models.store import create

    passphrase = None if without_passphrase else ask_secret(context.words)
    if not passphrase and not without_passphrase:
        from models.errors import PassphraseNeeded

        raise PassphraseNeeded(path=str(context.register))
    opened, code = create(context.register, passphrase)
    opened.close()
    click.echo(context.words.say("New training records are in {path}.", path=context.register))
    if code:
        click.echo(context.words.say("Recovery code – print it and keep it apart from the laptop: {code}", code=code))


@cli.group()
def training() -> None:
    """Add a training."""


@training.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@pass_context
def training_add(context: Context, file: Path) -> None:
    """Add the training that a JSON file describes (docs/training-file.md)."""
    from jobs.planning import add_training

    with context.store() as store:
        added = add_training(store, file)
    click.echo(context.words.say("Added: {code} {title}", code=added.code, title=context.words.of(added, "title")))


@cli.command()
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
                    "title_en": one.title_en,
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


@cli.command()
@click.argument("name", metavar="TRAINING")
@json_option
@pass_context
def show(context: Context, name: str, as_json: bool) -> None:
    """Show a training with its people and sessions."""
    from jobs.exporting import as_data
    from models import roster

    with context.store() as store:
        found = roster.load(store, roster.find_training(store, name).id)
    if as_json:
        print_json(as_data(found))
        return
    click.echo(f"{found.training.code} {context.words.of(found.training, 'title')}")
    for number, one in enumerate(found.attendees, start=1):
        certificate = one.certificate.number if one.certificate else "–"
        click.echo(f"{number}\t{one.participant.name}\t{one.verdict.attended}/{one.verdict.held}\t{certificate}")


@cli.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--training", "name", required=True, help="Code or id of the training.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--accept-likely", is_flag=True, help="Say yes to what is very likely the same person.")
@json_option
@pass_context
def import_(context: Context, file: Path, name: str, dry_run: bool, accept_likely: bool, as_json: bool) -> None:
    """Import a nominee list (xlsx, xls, ods, csv, text)."""
    from jobs.importing import import_list
    from models.roster import find_training

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
    from resources.labels import code

    click.echo(words.count("{n} row", "{n} rows", report.rows))
    click.echo(words.count("{n} new person", "{n} new people", report.people_new))
    click.echo(words.count("{n} person known already", "{n} people known already", report.people_known))
    for one in report.skipped:
        click.echo(words.say("Row {row} was skipped: {reason}", row=one.row, reason=code(words, "skipped", one.reason)))
    if report.proposals:
        click.echo(words.say("Perhaps the same person (the command “proposals” answers):"))
    for proposal in report.proposals:
        _tell_proposal(words, proposal)


def _tell_proposal(words: "Words", one: "Proposal") -> None:
    from resources.labels import code

    if one.second is None:
        click.echo(
            f"  {one.id}  {code(words, 'proposal_kind', one.kind)}: {one.first.name_latin} / {one.first.name_arabic}"
        )
        return
    because = ", ".join(code(words, "agreement", part) for part in one.because)
    click.echo(f"  {one.id}  {one.first.name} = {one.second.name} ({one.likeness} %: {because})")


@cli.command()
@click.argument("name", metavar="TRAINING")
@click.option("--session", "session_name", default="", help="Mark present in this session, by its id.")
@pass_context
def register(context: Context, name: str, session_name: str) -> None:
    """Register people from standard input, one name or phone number per line; each line is answered when saved."""
    from jobs.desk import named, take_in
    from models import roster
    from models.errors import SeveralPeople
    from resources.sentences import sentence

    failed = False
    with context.store() as store:
        training_id = roster.find_training(store, name).id
        for line in filter(str.strip, sys.stdin):
            try:
                match = named(store, roster.load(store, training_id), line)
            except SeveralPeople as problem:
                click.echo(sentence(context.words, "SeveralPeople", problem.values), err=True)
                failed = True
                continue
            take_in(store, training_id, match, session_name)
            print(f"{match.kind.value}\t{match.participant.name}", flush=True)
    if failed:
        sys.exit(1)


@cli.group(invoke_without_command=True)
@json_option
@click.pass_context
def proposals(click_context: click.Context, as_json: bool) -> None:
    """List what waits for your yes; accept or reject it."""
    if click_context.invoked_subcommand:
        return
    from models.proposals import waiting

    context: Context = click_context.obj
    with context.store() as store:
        found = waiting(store)
    if as_json:
        print_json([_proposal_data(one) for one in found])
        return
    for one in found:
        _tell_proposal(context.words, one)


def _answer(context: Context, ids: tuple[str, ...], answer: "Callable[..., None]") -> None:
    from models.proposals import find, waiting

    with context.store() as store:
        found = waiting(store) if "all" in ids else [find(store, one) for one in ids]
        answer(store, *found)
    click.echo(context.words.count("{n} answer saved", "{n} answers saved", len(found)))


@proposals.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@pass_context
def accept(context: Context, ids: tuple[str, ...]) -> None:
    """Say yes (ID may be “all”)."""
    from models.proposals import accept as answer

    _answer(context, ids, answer)


@proposals.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@pass_context
def reject(context: Context, ids: tuple[str, ...]) -> None:
    """Say no (ID may be “all”)."""
    from models.proposals import reject as answer

    _answer(context, ids, answer)


@cli.command()
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
    from jobs.certificates import PrintOrder, print_certificates, print_one_by_one
    from models.paper import Orientation, PaperSize
    from models.roster import find_training

    order = PrintOrder(
        early=early,
        design=design,
        paper=PaperSize(paper) if paper else None,
        orientation=Orientation(orientation) if orientation else None,
    )
    with context.store() as store:
        job = print_one_by_one if each else print_certificates
        found = job(store, find_training(store, name).id, output, order=order)
    count = len(found.certificates)
    click.echo(context.words.count("{n} certificate in {path}", "{n} certificates in {path}", count, path=output))
    if not found.has_codes:
        click.echo(context.words.say("This laptop has no signing key, so there is no code on them."), err=True)


@cli.command("certificate-list")
@click.argument("name", metavar="TRAINING")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help=".pdf, .xlsx, .csv")
@language_option
@click.option("--collection", is_flag=True, help="The list to sign for them instead of the register of numbers.")
@pass_context
def certificate_list(context: Context, name: str, output: Path, document_language: str, collection: bool) -> None:
    """Write the register of certificates: every number and what became of it."""
    _print_paper(context, name, "collection" if collection else "register", output, document_language)


@cli.command()
@click.argument("number")
@click.option("--reason", required=True, help="Stands in the register of certificates.")
@pass_context
def revoke(context: Context, number: str, reason: str) -> None:
    """Revoke a certificate by its number."""
    from jobs import issuing

    with context.store() as store:
        issuing.revoke(store, issuing.certificate_of(store, number).id, reason)
    click.echo(context.words.say("{number} is revoked.", number=number))


@cli.command()
@click.argument("what", metavar="FILE-OR-CODE", nargs=-1, required=True)
@click.option("--keys", multiple=True, type=click.Path(path_type=Path, dir_okay=False), help="A file of public keys.")
@click.option("--revoked", multiple=True, type=click.Path(path_type=Path, dir_okay=False), help="A list of numbers.")
@json_option
@pass_context
def verify(
    context: Context, what: tuple[str, ...], keys: tuple[Path, ...], revoked: tuple[Path, ...], as_json: bool
) -> None:
    """Check certificates: a PDF, a picture, or the text of a code."""
    from jobs import verifying

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
    from models.signing import Claim

    claims = {Claim(claim).name.lower(): value for claim, value in one.claims.items() if claim in list(Claim)}
    shown = {name: value.hex() if isinstance(value, bytes) else value for name, value in claims.items()}
    return {"page": one.page, "validity": one.validity.value, "claims": shown}


def _tell_verified(words: "Words", one: "Verified") -> None:
    from jobs.verifying import FACTS
    from models.signing import Claim
    from resources.labels import code

    click.echo(code(words, "validity", one.validity))
    for name, label in FACTS.items():
        value = one.claims.get(Claim[name.upper()])
        if value:
            click.echo(f"  {words.say(label)}: {value}")


@cli.group()
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
    from jobs.verifying import hand_out_keys

    _hand_out(context, output, hand_out_keys)


@keys.command("revoked")
@output_option
@pass_context
def keys_revoked(context: Context, output: Path) -> None:
    """Write the signed list of numbers that are no longer valid."""
    from jobs.verifying import hand_out_list

    _hand_out(context, output, hand_out_list)


@keys.command("page")
@output_option
@pass_context
def keys_page(context: Context, output: Path) -> None:
    """Write one HTML page that checks certificates in any browser, without internet."""
    from jobs.verifying import hand_out_page

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
    from jobs.verifying import hand_out_secret

    secret = _ask_key_secret(context.words)
    _hand_out(context, output, lambda store, path, words: hand_out_secret(store, path, secret))


@keys.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@pass_context
def keys_import(context: Context, file: Path) -> None:
    """Sign with the key in FILE from now on."""
    from jobs.verifying import take_secret

    secret = _ask_key_secret(context.words)
    with context.store() as store:
        take_secret(store, file, secret)
    click.echo(context.words.say("This laptop signs certificates with that key now."))


@cli.command()
@click.argument("name", metavar="TRAINING")
@output_option
@language_option
@click.option("--names", is_flag=True, help="The name-check sheet instead of the attendance sheet.")
@pass_context
def sheet(context: Context, name: str, output: Path, document_language: str, names: bool) -> None:
    """Print the attendance sheet, or the name-check sheet."""
    _print_paper(context, name, "names" if names else "sheet", output, document_language)


@cli.command()
@click.argument("name", metavar="TRAINING")
@output_option
@language_option
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="As `papers` lists them; repeatable.")
@pass_context
def badges(context: Context, name: str, output: Path, document_language: str, options: tuple[str, ...]) -> None:
    """Print badges or labels."""
    _print_paper(context, name, "badges", output, document_language, options)


@cli.command()
@click.argument("name", metavar="TRAINING")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help=".pdf or .docx")
@language_option
@click.option("--people", is_flag=True, help="With an annex of names: not for publication.")
@pass_context
def report(context: Context, name: str, output: Path, document_language: str, people: bool) -> None:
    """Write the training report."""
    _print_paper(context, name, "report", output, document_language, ("with_people=yes",) if people else ())


@cli.command()
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
    _print_paper(context, name, document, output, document_language, options, recipient, purpose)


@cli.command()
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


def _print_paper(
    context: Context,
    name: str,
    key: str,
    output: Path,
    language: str,
    options: tuple[str, ...] = (),
    recipient: str = "",
    purpose: str = "",
) -> None:
    from jobs.papers.options import read_options
    from jobs.papers.printing import print_paper
    from jobs.papers.registry import kind_of
    from models.roster import find_training
    from resources.words import words_for

    chosen = read_options(kind_of(key).options, options)
    with context.store() as store:
        training_id = find_training(store, name).id
        print_paper(
            store, training_id, key, output, words_for(language), chosen, recipient=recipient, purpose=purpose
        )  # fmt: skip
    click.echo(str(output))


@cli.command()
@click.argument("name", metavar="TRAINING")
@output_option
@language_option
@pass_context
def export(context: Context, name: str, output: Path, document_language: str) -> None:
    """Write the participants to xlsx, csv or json."""
    from jobs.exporting import export as write
    from models.roster import find_training
    from resources.words import words_for

    with context.store() as store:
        count = write(store, find_training(store, name).id, output, words_for(document_language))
    click.echo(context.words.count("{n} person in {path}", "{n} people in {path}", count, path=output))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)
@pass_context
def backup(context: Context, folder: Path | None) -> None:
    """Make a verified backup, in the records' own folder or another one."""
    with context.store() as store:
        made = store.backup(folder)
    click.echo(context.words.say("Verified backup: {path}", path=made))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@pass_context
def restore(context: Context, file: Path) -> None:
    """Put a backup into an empty place (--register)."""
    from models.errors import PassphraseNeeded
    from models.store import restore as put_back

    try:
        made = put_back(file, context.register)
    except PassphraseNeeded:
        made = put_back(file, context.register, ask_secret(context.words))
    click.echo(context.words.say("The training records are in {path}.", path=made))


@cli.command()
@json_option
@pass_context
def check(context: Context, as_json: bool) -> None:
    """Name every problem; nothing is repaired silently."""
    from models.checks import check as look
    from resources.labels import code

    with context.store() as store:
        found = look(store)
    if as_json:
        print_json([{"kind": one.kind.value, "detail": one.detail, "is_advice": one.kind.is_advice} for one in found])
    else:
        for one in found:
            click.echo(f"{code(context.words, 'problem', one.kind)} {one.detail}".strip())
        if not found:
            click.echo(context.words.say("Everything is as it should be."))
    if any(not one.kind.is_advice for one in found):
        sys.exit(1)


@cli.command()
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


def main() -> int:
    """Run one command; errors that are nobody's bug become one sentence."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a Windows console may be cp1252
    from models.errors import SijilError
    from resources.sentences import sentence
    from resources.words import WordsMissing, words_for

    try:
        code = cli(standalone_mode=False)
    except SijilError as problem:
        language = next((b for a, b in zip(sys.argv, sys.argv[1:], strict=False) if a == "--language"), "en")
        words = words_for(language if language in LANGUAGES else "en")
        click.echo(sentence(words, type(problem).__name__, problem.values), err=True)
        return 1
    except WordsMissing:
        click.echo("The translations are missing. Please run: python3 build_spec/tasks.py setup", err=True)
        return 1
    except click.ClickException as problem:
        problem.show()
        return 2
    except click.exceptions.Abort:
        return 1
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    sys.exit(main())
