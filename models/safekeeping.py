"""Safekeeping: the passphrase and the backups of an open register."""

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from models.errors import PassphraseNeeded, WrongPassphrase
from models.records.devices import desk_letters
from models.storage import backups, vault
from models.storage.backup_shelf import Backup, Maker, listed
from models.storage.backups import GoOn, on_and_on
from models.storage.folder import BACKUPS_NAME, VAULT_NAME
from models.storage.local import Local


class Safekeeping:
    def __init__(self, db: Database, folder: Path, key: bytes) -> None:
        self._db = db
        self._key = key
        self._vault = folder / VAULT_NAME
        self._folder = folder
        self.backups_folder = folder / BACKUPS_NAME

    @property
    def _local(self) -> Local:
        return Local(self._db.conn)

    @property
    def _maker(self) -> Maker:
        device = self._local.get("device") or "0" * 8
        return Maker(register=self._folder.name, letters=desk_letters(device), device=device)

    def backup(self, folder: Path | None = None, whether_to_go_on: GoOn = on_and_on) -> Path:
        """A verified backup, in the register's own folder or elsewhere.

        :raises DiskFull, NotWritable, BackupNotVerified: and no half-written backup stays
        """
        place = folder or self.backups_folder
        made = backups.make(self._db, self._vault, self._key, place, self._maker, whether_to_go_on)
        if folder is not None:
            self._local.set(_kept_in(folder), str(backups.change_count(self._db)))
        return made

    def is_backup_due(self, folder: Path | None = None) -> bool:
        """Whether anything changed since this laptop's last backup in a folder, also one that is not there now."""
        if folder is not None and not folder.is_dir():
            return self._local.get(_kept_in(folder)) != str(backups.change_count(self._db))
        return backups.is_due(self._db, folder or self.backups_folder, self._maker)

    def backup_if_due(self, folder: Path | None = None, whether_to_go_on: GoOn = on_and_on) -> Path | None:
        return self.backup(folder, whether_to_go_on) if self.is_backup_due(folder) else None

    @property
    def backups(self) -> list[Backup]:
        """Those of this laptop in the register's own folder, the oldest first."""
        return listed(self.backups_folder, self._maker)

    @property
    def last_backup(self) -> datetime | None:
        """When the newest of them was made (UTC)."""
        return self.backups[-1].moment if self.backups else None

    @property
    def has_passphrase(self) -> bool:
        return not vault.load(self._vault).is_open

    def is_secret(self, secret: str) -> bool:
        """Whether this is the passphrase, or the recovery code."""
        try:
            vault.unlock(vault.load(self._vault), secret, self._folder)
        except (WrongPassphrase, PassphraseNeeded):
            return False
        return True

    def set_passphrase(self, passphrase: str) -> str:
        """Protect the register; the new recovery code, which is shown once.

        :raises PassphraseTooShort: and nothing is changed
        """
        closed, code = vault.closed_vault(self._key, passphrase)
        vault.save(closed, self._vault)
        return code


def _kept_in(folder: Path) -> str:
    return f"backed up in {folder}"
