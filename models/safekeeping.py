"""Safekeeping: the passphrase and the backups of an open register."""

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from models.errors import PassphraseNeeded, WrongPassphrase
from models.storage import backups, vault
from models.storage.folder import BACKUPS_NAME, VAULT_NAME


class Safekeeping:
    def __init__(self, db: Database, folder: Path, key: bytes) -> None:
        self._db = db
        self._key = key
        self._vault = folder / VAULT_NAME
        self._folder = folder
        self.backups_folder = folder / BACKUPS_NAME

    def backup(self, folder: Path | None = None) -> Path:
        """A verified backup, in the register's own folder or elsewhere.

        :raises DiskFull, NotWritable, BackupNotVerified: and no half-written backup stays
        """
        return backups.make(self._db, self._vault, self._key, folder or self.backups_folder)

    def backup_if_due(self) -> Path | None:
        """A backup when anything changed since the last one."""
        return self.backup() if backups.is_due(self._db, self.backups_folder) else None

    @property
    def last_backup(self) -> datetime | None:
        """When the newest backup in the register's own folder was made (UTC)."""
        found = backups.listed(self.backups_folder)
        return backups.taken_at(found[-1]) if found else None

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
