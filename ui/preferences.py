"""What this laptop remembers between two days of work. Nothing about people.

Adding one: its name and default in ``DEFAULTS``.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from resources.words import LANGUAGES

DEFAULTS = {
    "language": "",  # empty: as the desktop speaks
    "appearance": "system",
    "register": "",  # the folder opened last
    "who": "",  # who works at this desk
    "who_day": "",  # when that was said last
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

    @property
    def geometry(self) -> QByteArray:
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)


def system_language() -> str:
    language = QLocale.system().language()
    if language == QLocale.Language.Arabic:
        return "ar"
    return "ckb" if language in {QLocale.Language.Kurdish, QLocale.Language.CentralKurdish} else "en"
