"""Settings: who works here, looks, issuer, safety of the records, about."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jobs.certificates.verifying import hand_out_keys, hand_out_list, hand_out_page
from jobs.trainings.planning import name_issuer, set_logo
from models.checks import check
from models.records import Device, Issuer
from models.records.certificates import png_bytes
from models.store import Store
from resources.words import LANGUAGES, Words
from resources.words.codes import code_word
from ui.background import Progress
from ui.looks.sizes import TEXT_SIZES, px
from ui.looks.theme import APPEARANCES
from ui.messages import PICTURE_FILES
from ui.opening.others import OtherRecords
from ui.settings.about import AboutDialog
from ui.settings.safety import PassphraseDialog, RestoreDialog
from ui.settings.verifying import VerifyDialog
from ui.widgets import parts
from ui.widgets.editors import ChoiceEditor, TextEditor
from ui.widgets.forms import Form, form_over
from ui.window.shell import Section
from ui.workplace import Workplace

_ISSUER = ("name_en", "name_ar", "name_ckb")
_LOGO_HEIGHT = 56


class SettingsSection(Section):
    KINDS: ClassVar[frozenset[str]] = frozenset({"issuer", "device", "picture"})

    language_wanted = Signal(str)
    appearance_wanted = Signal(str)
    text_size_wanted = Signal(int)
    other_wanted = Signal(Path)
    sample_wanted = Signal()
    protected = Signal()
    """A passphrase was set."""

    def __init__(self, workplace: Workplace, version: str) -> None:
        super().__init__(workplace)
        self._version = version
        self._issuer: Form[Issuer] = form_over(workplace, self.store.issuers, _ISSUER)
        self._device: Form[Device] = form_over(workplace, self.store.devices, ("label",))
        self._logo = parts.label("")
        self._protection = parts.label("", wrap=True)
        self._set_passphrase = parts.button("", workplace.theme, "lock")
        self._second = parts.label("", "muted", wrap=True)
        content = parts.column(
            parts.label(self.words.say("Settings"), "title"),
            self._build_desk(),
            self._build_looks(),
            self._build_issuer(),
            self._build_proof(),
            self._build_protection(),
            self._build_backups(),
            self._build_records(),
            None,
            spacing=14,
        )
        content.setMaximumWidth(px(860))
        margins = QWidget()
        inside = QVBoxLayout(margins)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.scrolled(margins))

    def _build_desk(self) -> QFrame:
        say = self.words.say
        who = TextEditor()
        who.setAccessibleName(say("Who works at this desk today?"))
        who.show_value(self.workplace.preferences.get("who"))
        who.setMaximumWidth(px(460))
        who.committed.connect(lambda: self._on_who(who.value()))
        caption = parts.label(say("Who works at this desk today?"))
        caption.setBuddy(who)
        hint = parts.label(say("The name stands in the history of changes; it is no log-in."), "muted", wrap=True)
        return parts.card(parts.label(say("This desk"), "heading"), caption, who, hint, self._device)

    def _build_looks(self) -> QFrame:
        say = self.words.say
        language = ChoiceEditor([(one, LANGUAGES[one].name) for one in LANGUAGES])
        language.setAccessibleName(say("Language"))
        language.show_value(self.words.language)
        language.committed.connect(lambda: self.language_wanted.emit(language.value()))
        texts = {
            "system": say("As the desktop"),
            "light": say("Light"),
            "dark": say("Dark"),
            "contrast": say("High contrast"),
        }
        appearance = ChoiceEditor([(one, texts[one]) for one in APPEARANCES])
        appearance.setAccessibleName(say("Appearance"))
        appearance.show_value(self.workplace.preferences.get("appearance"))
        appearance.committed.connect(lambda: self.appearance_wanted.emit(appearance.value()))
        sizes = [(one, self.words.number(f"{one} %")) for one in TEXT_SIZES]
        text_size = ChoiceEditor(sizes)
        text_size.setAccessibleName(say("Size of the letters"))
        text_size.setToolTip("Ctrl++ / Ctrl+− / Ctrl+0")
        text_size.show_value(self.workplace.theme.text_size)
        text_size.committed.connect(lambda: self.text_size_wanted.emit(text_size.value()))
        choices = (language, appearance, text_size)
        return parts.card(
            parts.label(say("Language and appearance"), "heading"),
            parts.row(*(parts.column(parts.caption(one), one, spacing=2) for one in choices), None, spacing=16),
        )

    def _build_issuer(self) -> QFrame:
        say = self.words.say
        choose = parts.button(say("Choose a logo…"), self.workplace.theme, "file")
        choose.clicked.connect(self._on_logo)
        return parts.card(
            parts.label(say("Who issues the certificates"), "heading"),
            self._issuer,
            parts.row(self._logo, choose, None, spacing=14),
        )

    def _build_proof(self) -> QFrame:
        say = self.words.say
        check_one = parts.button(say("Check a certificate…"), self.workplace.theme, "check")
        check_one.clicked.connect(lambda: VerifyDialog(self.workplace, self.window()).open())
        page = parts.button(say("Page that checks certificates…"), style="quiet")
        keys = parts.button(say("Public keys…"), style="quiet")
        numbers = parts.button(say("List of revoked numbers…"), style="quiet")
        page.clicked.connect(partial(self._hand_out, hand_out_page, "check-certificates.html", "HTML (*.html)"))
        keys.clicked.connect(partial(self._hand_out, hand_out_keys, "sijil-keys.json", "JSON (*.json)"))
        numbers.clicked.connect(partial(self._hand_out, hand_out_list, "sijil-revoked.txt", "Text (*.txt)"))
        text = say(
            "Whoever gets the page can check your certificates in any browser, without internet; "
            "a newer list of revoked numbers can be given later."
        )
        return parts.card(
            parts.label(say("Checking certificates"), "heading"),
            parts.label(text, "muted", wrap=True),
            parts.flow(check_one, page, keys, numbers),
        )

    def _hand_out(self, job: Callable[[Store, Path, Words], object], name: str, kinds: str) -> None:
        """A file for those who check certificates."""
        path = self.workplace.messages.file_to_write(self.words.say("Checking certificates"), name, kinds)
        if path is not None:
            job(self.store, path, self.words)
            self.workplace.messages.tell(self.words.say("Written: {path}", path=path.name))

    def _build_protection(self) -> QFrame:
        self._set_passphrase.clicked.connect(self._on_passphrase)
        return parts.card(
            parts.label(self.words.say("Passphrase"), "heading"),
            self._protection,
            parts.row(self._set_passphrase, None),
        )

    def _build_backups(self) -> QFrame:
        say, theme = self.words.say, self.workplace.theme
        now = parts.button(say("Back up now"), theme, "backup")
        elsewhere = parts.button(say("Back up to another disk…"), theme, "export")
        always = parts.button(say("Also keep backups in…"), style="quiet")
        restore = parts.button(say("Restore a backup…"), style="quiet")
        now.clicked.connect(partial(self.back_up, None))
        elsewhere.clicked.connect(self._on_elsewhere)
        always.clicked.connect(self._on_always)
        restore.clicked.connect(self._on_restore)
        text = parts.label(
            say(
                "A verified backup is made on closing and every 30 minutes when something changed, "
                "and before every import."
            ),
            "muted",
            wrap=True,
        )
        return parts.card(
            parts.label(say("Backups"), "heading"), text, self._second, parts.flow(now, elsewhere, always, restore)
        )

    def _build_records(self) -> QFrame:
        say = self.words.say
        place = parts.label(str(self.store.folder), "muted", wrap=True)
        place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        examine = parts.button(say("Check the records"), self.workplace.theme, "check")
        folder = parts.button(say("Show the folder"), style="quiet")
        other = OtherRecords(say("Open other records…"), self.words, self.workplace.messages, self.store.folder)
        sample = parts.button(say("Open the sample training"), style="quiet")
        about = parts.button(say("About Sijil"), style="quiet")
        examine.clicked.connect(self._on_check)
        folder.clicked.connect(self._on_folder)
        other.wanted.connect(self.other_wanted)
        sample.clicked.connect(self.sample_wanted)
        about.clicked.connect(self._on_about)
        return parts.card(
            parts.label(say("Training records"), "heading"),
            place,
            parts.flow(examine, folder, other),
            parts.flow(sample, about),
        )

    def reload(self) -> None:
        say = self.words.say
        issuers = self.store.issuers.all()
        if not issuers:
            issuers = [name_issuer(self.store, "", self.words.language)]
        self._issuer.show_record(issuers[-1])
        self._device.show_record(self.store.device())
        self._show_logo(issuers[-1])
        has = self.store.has_passphrase
        self._protection.setText(
            say("The records are encrypted; they open with your passphrase or the recovery code.")
            if has
            else say("There is no passphrase: whoever has this laptop can read the records.")
        )
        self._set_passphrase.setText(say("Choose a new passphrase…") if has else say("Set a passphrase…"))
        second = self.workplace.preferences.get("second_backups")
        self._second.setText(say("Backups are also kept in {path}.", path=f"\u2066{second}\u2069") if second else "")
        self._second.setVisible(bool(second))

    def _show_logo(self, issuer: Issuer) -> None:
        picture = self.store.pictures.find(issuer.logo_id) if issuer.logo_id else None
        shown = QPixmap()
        if picture is not None and shown.loadFromData(png_bytes(picture)):
            self._logo.setAccessibleName(self.words.say("Logo"))
            self._logo.setPixmap(shown.scaledToHeight(_LOGO_HEIGHT, Qt.TransformationMode.SmoothTransformation))
        else:
            self._logo.setAccessibleName("")
            self._logo.setText(self.words.say("No logo yet"))

    # What somebody does

    def _on_who(self, name: str) -> None:
        self.workplace.work_as(name)

    def _on_logo(self) -> None:
        file = self.workplace.messages.file_to_open(self.words.say("Choose a logo"), PICTURE_FILES)
        if file is not None:
            set_logo(self.store, self.store.issuers.all()[-1], file)

    def _on_passphrase(self) -> None:
        PassphraseDialog(self.workplace, self._on_protected, self.window()).open()

    def _on_protected(self) -> None:
        self.reload()
        self.protected.emit()

    def back_up(self, folder: Path | None = None) -> None:
        self.workplace.background.run(
            self, partial(_backup, folder), self._on_backed_up, self.words.say("Making a backup…")
        )

    def _on_backed_up(self, made: Path) -> None:
        self.workplace.changed.emit({})
        self.workplace.messages.tell(self.words.say("Verified backup: {path}", path=f"\u2066{made.name}\u2069"))

    def _on_elsewhere(self) -> None:
        folder = self.workplace.messages.folder(self.words.say("Back up to which folder?"))
        if folder is not None:
            self.back_up(folder)

    def _on_always(self) -> None:
        folder = self.workplace.messages.folder(self.words.say("Also keep backups in which folder?"))
        if folder is not None:
            self.workplace.preferences.set("second_backups", str(folder))
            self.reload()
            self.back_up(folder)

    def _on_restore(self) -> None:
        """Beside these records, which stay as they are; it opens at once if it needs no passphrase."""
        say = self.words.say
        file = self.workplace.messages.file_to_open(say("Choose a backup"), f"{say('Backups')} (*.sijilbackup)")
        if file is not None:
            RestoreDialog(self.workplace, file, self.other_wanted.emit, self.window()).start()

    def _on_check(self) -> None:
        self.workplace.background.run(self, _check, self._on_checked, self.words.say("Checking the records…"))

    def _on_checked(self, found: list[tuple[str, str]]) -> None:
        if not found:
            self.workplace.messages.show(self.words.say("Everything is as it should be."), is_good=True)
            return
        lines = [f"{code_word(self.words, 'problem', kind)} {detail}".strip() for kind, detail in found]
        self.workplace.messages.show("\n".join(lines))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.store.folder)))

    def _on_about(self) -> None:
        AboutDialog(self.words, self.workplace.theme, self._version, self.window()).open()


def _backup(folder: Path | None, store: Store, progress: Progress) -> Path:
    return store.backup(folder)


def _check(store: Store, progress: Progress) -> list[tuple[str, str]]:
    return [(one.kind.value, one.detail) for one in check(store)]
