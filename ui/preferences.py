"""What this laptop remembers between two days of work. Nothing about people.

Adding one: its name and default in ``DEFAULTS``.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from models.storage.folder import exists
from resources.words import LANGUAGES, SOURCE
from ui.looks.sizes import TEXT_SIZES

_MOST_RECENT = 6
DEFAULTS = {
    "language": "",  # empty: as the desktop speaks
    "appearance": "system",
    "text_size": "100",  # per cent
    "register": "",  # the folder opened last
    "recent": "",  # folders opened before, as JSON
    "who": "",  # who works at this desk
    "who_day": "",  # when that was said last
    "tour": "",  # "seen" after the first run
    "second_backups": "",  # a folder on another disk
    "last_folder": "",  # where files were chosen last
    "paper_options": "",  # document -> what was chosen last, as JSON
    "printer": "",  # chosen last
    "printer_corrections": "",  # printer -> millimetres and per cent, as JSON
}


class Preferences:
    """One small file of plain text."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, name: str) -> str:
        return str(self._settings.value(name, DEFAULTS[name]))

    def set(self, name: str, value: str) -> None:
        if name not in DEFAULTS:
            raise KeyError(name)
        self._settings.setValue(name, value)

    @property
    def language(self) -> str:
        """The chosen language, else the desktop's, else English."""
        chosen = self.get("language")
        return chosen if chosen in LANGUAGES else system_language()

    def note_opened(self, folder: Path) -> None:
        """The folder of training records that was just opened."""
        import json  # the first page is painted without it

        known = [str(folder), *(str(one) for one in self.recent if one != folder)]
        self.set("register", str(folder))
        self.set("recent", json.dumps(known[:_MOST_RECENT]))

    @property
    def second_backups(self) -> Path | None:
        """Where backups are also kept, perhaps on a stick that is not plugged in now."""
        said = self.get("second_backups")
        return Path(said) if said else None

    @property
    def recent(self) -> list[Path]:
        """Training records opened last, the latest first; those that are gone are left out."""
        if not self.get("recent"):
            return []
        import json

        try:
            known = json.loads(self.get("recent"))
        except ValueError:
            return []
        return [Path(one) for one in known if isinstance(one, str) and exists(Path(one))]

    @property
    def text_size(self) -> int:
        """Per cent of the usual size of the letters."""
        written = self.get("text_size")
        return int(written) if written in map(str, TEXT_SIZES) else 100

    @property
    def geometry(self) -> QByteArray:
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)


def system_language() -> str:
    """The desktop's, if it is one of ours; whoever has a Kurdish desktop of another spelling reads Sorani."""
    wanted = QLocale.system().language()
    found = (one.code for one in LANGUAGES.values() if QLocale(one.locale).language() == wanted)
    return next(found, "ckb" if wanted == QLocale.Language.Kurdish else SOURCE)
