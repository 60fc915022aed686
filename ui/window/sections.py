"""Puts the sections of the main view together; each is built when it is first shown."""

import gc
import importlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from resources.words import LANGUAGES
from ui.training.section import TrainingsSection
from ui.window.shell import Section, Shell
from ui.window.where import Where
from ui.workplace import Workplace

# Each takes a moment that nobody notices; together they would be felt.
_LATER = ("rapidfuzz", "jobs.desk.finding", "uharfbuzz", "reportlab.pdfgen.canvas", "documents.page", "documents.grid",
          "documents.qr", "exchange.word", "jobs.papers.sheets", "jobs.papers.reports", "jobs.papers.registry",
          "pypdfium2", "jobs.certificates.printing", "ui.printers.dialog", "ui.training.participants.importing",
          "ui.kiosk.kiosk", "ui.people.section", "ui.training.view", "ui.settings.section",
          "ui.designs.gallery")  # fmt: skip
_BETWEEN = 120  # milliseconds


def build_shell(workplace: Workplace, version: str) -> Shell:
    """The main view. What only the program can do, its signals ask for."""
    say = workplace.words.say
    shell = Shell(workplace)
    shell.add_section("trainings", say("Trainings"), partial(TrainingsSection, workplace))
    shell.add_section("people", say("People"), partial(_people, workplace))
    shell.add_section("settings", say("Settings"), partial(_settings, workplace, shell, version))
    shell.status.conflicts_wanted.connect(partial(_choose_answers, workplace, shell))
    shell.status.passphrase_wanted.connect(partial(_ask_passphrase, workplace, shell))
    shell.dropped.connect(partial(_take_dropped, workplace, shell))
    shell.add_goal(say("Check a certificate…"), partial(_check, workplace, shell))
    shell.add_goal(f"{say('Guide')} (F1)", shell.help_wanted.emit)
    shell.add_goal(say("Short tour"), shell.tour_wanted.emit)
    shell.add_goal(say("Back up now"), partial(_back_up, shell))
    for folder in workplace.preferences.recent:
        if folder != workplace.store.folder:
            text = say("Open: {name}", name=f"\u2068{folder.parent.name}/{folder.name}\u2069")
            shell.add_goal(text, partial(shell.other_wanted.emit, folder))
    for code, language in LANGUAGES.items():
        shell.add_goal(language.name, partial(shell.language_wanted.emit, code))
    return shell


def warm_up(shell: Shell, modules: Sequence[str] = _LATER) -> None:
    """Load what is behind the other pages, one after the other, while nobody waits for anything."""
    if modules:
        importlib.import_module(modules[0])
        QTimer.singleShot(_BETWEEN, shell, partial(warm_up, shell, modules[1:]))
    else:
        gc.freeze()  # what is loaded stays; looking through it for garbage would be felt as a stall


def _take_dropped(workplace: Workplace, shell: Shell, path: Path) -> None:
    from ui.window.dropped import take

    take(workplace, shell, path)


def _check(workplace: Workplace, shell: Shell) -> None:
    from ui.settings.verifying import VerifyDialog

    VerifyDialog(workplace, shell.window()).open()


def _back_up(shell: Shell) -> None:
    from ui.settings.section import SettingsSection

    shell.go(Where("settings"))
    page = shell.findChild(SettingsSection)
    assert isinstance(page, SettingsSection)
    page.backups.back_up()


def _people(workplace: Workplace) -> Section:
    from ui.people.section import PeopleSection

    return PeopleSection(workplace)


def _settings(workplace: Workplace, shell: Shell, version: str) -> Section:
    from ui.settings.section import SettingsSection

    settings = SettingsSection(workplace, version)
    settings.language_wanted.connect(shell.language_wanted)
    settings.appearance_wanted.connect(shell.appearance_wanted)
    settings.text_size_wanted.connect(shell.text_size_wanted)
    settings.other_wanted.connect(shell.other_wanted)
    settings.restore_wanted.connect(shell.restore_wanted)
    settings.sample_wanted.connect(shell.sample_wanted)
    settings.protected.connect(shell.status.show_protection)
    return settings


def _choose_answers(workplace: Workplace, shell: Shell) -> None:
    from ui.people.conflicts import ConflictsDialog

    ConflictsDialog(workplace, shell.window()).open()


def _ask_passphrase(workplace: Workplace, shell: Shell) -> None:
    from ui.settings.safety import PassphraseDialog

    PassphraseDialog(workplace, shell.status.show_protection, shell.window()).open()
