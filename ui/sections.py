"""Puts the sections of the main view together."""

from functools import partial

from ui.people.conflicts import ConflictsDialog
from ui.people.section import PeopleSection
from ui.settings import SettingsSection
from ui.shell import Shell
from ui.training.section import TrainingsSection
from ui.workplace import Workplace


def build_shell(workplace: Workplace, version: str) -> tuple[Shell, SettingsSection]:
    """The main view, and the section that asks for things only the program can do."""
    say = workplace.words.say
    settings = SettingsSection(workplace, version)
    shell = Shell(
        workplace,
        {
            "trainings": (say("Trainings"), TrainingsSection(workplace)),
            "people": (say("People"), PeopleSection(workplace)),
            "settings": (say("Settings"), settings),
        },
    )
    shell.status.conflicts_wanted.connect(partial(_choose_answers, workplace, shell))
    shell.status.passphrase_wanted.connect(settings.ask_passphrase)
    settings.protected.connect(shell.status.show_protection)
    return shell, settings


def _choose_answers(workplace: Workplace, shell: Shell) -> None:
    ConflictsDialog(workplace, shell.window()).open()
