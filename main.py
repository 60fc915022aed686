"""The door: no argument opens the window, else one command. Imports lazily, so that each starts fast."""

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

try:
    import click
except ModuleNotFoundError:
    sys.exit("Sijil is not set up here yet. Please run: python3 build_spec/tasks.py run")

from resources.words.languages import LANGUAGES, SOURCE

if TYPE_CHECKING:
    from resources.words import Words

VERSION = "0.1.0"
# Command -> its module in commands, and its function there.
COMMANDS = {
    "backup": ("safety", "backup"),
    "badges": ("papers", "badges"),
    "certificate-list": ("certificates", "certificate_list"),
    "certificates": ("certificates", "certificates"),
    "check": ("safety", "check"),
    "demo": ("demo", "demo"),
    "export": ("people", "export"),
    "import": ("people", "import_"),
    "init": ("safety", "init"),
    "keys": ("keys", "keys"),
    "paper": ("papers", "paper"),
    "papers": ("papers", "papers"),
    "proposals": ("people", "proposals"),
    "register": ("people", "register"),
    "report": ("papers", "report"),
    "restore": ("safety", "restore"),
    "revoke": ("certificates", "revoke"),
    "sheet": ("papers", "sheet"),
    "show": ("trainings", "show"),
    "training": ("trainings", "training"),
    "trainings": ("trainings", "trainings"),
    "verify": ("certificates", "verify"),
}


class Commands(click.Group):
    """Loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        found: click.Command = getattr(importlib.import_module(f"commands.{module}"), function)
        return found


def default_register() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("Sijil", appauthor=False)) / "register"


@click.group(cls=Commands, invoke_without_command=True)
@click.version_option(VERSION, prog_name="Sijil")
@click.option(
    "--register",
    type=click.Path(path_type=Path),
    help="The folder of the training records, or its register.db.",
)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="Language of the messages, or of the window.")
@click.option("--self-test", is_flag=True, hidden=True, help="Prove that this copy of the program works.")
@click.pass_context
def cli(context: click.Context, register: Path | None, language: str | None, self_test: bool) -> int:
    """Registers the people who attend trainings. Without a command, the window opens."""
    from commands.context import Context

    context.obj = Context(register or default_register(), language or SOURCE)
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


def main() -> int:
    """Run one command; errors that are nobody's bug become one sentence."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a Windows console may be cp1252
    from models.errors import SijilError
    from resources.words import WordsMissing, words_for
    from resources.words.sentences import sentence

    try:
        code = cli(standalone_mode=False)
    except SijilError as problem:
        language = next((b for a, b in zip(sys.argv, sys.argv[1:], strict=False) if a == "--language"), SOURCE)
        words = words_for(language if language in LANGUAGES else SOURCE)
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
