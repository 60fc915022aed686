"""Ways to an open register: a new one, one that is there, one from a backup."""

from pathlib import Path

from models.errors import NotARegister, RegisterExists
from models.history.clock import Wall
from models.storage import backups, vault
from models.storage.files import writing_failures
from models.storage.folder import DATABASE_NAME, VAULT_NAME, exists, register_folder
from models.storage.lock import RegisterLock
from models.store import Store
from models.wall_clock import utc_now


def create(path: Path, passphrase: str | None = None, wall: Wall = utc_now) -> tuple[Store, str]:
    """A new register in a folder, and its recovery code (empty without passphrase).

    :raises RegisterExists: when there is one already
    :raises PassphraseTooShort: and nothing is made
    """
    folder = register_folder(path)
    if exists(folder):
        raise RegisterExists(path=str(folder))
    key = vault.new_key()
    made, code = vault.closed_vault(key, passphrase) if passphrase else (vault.open_vault(key), "")
    with writing_failures(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = RegisterLock(folder)
    lock.take()
    try:
        vault.save(made, folder / VAULT_NAME)
        store = Store(folder, key, lock, wall)
    except BaseException:
        lock.release()
        raise
    return store, code


def restore(backup: Path, path: Path, secret: str | None = None) -> Path:
    """Put a backup into an empty place; the folder of the register. It is another device from now on.

    :raises RegisterExists: when there is a register already; nothing is touched
    :raises BackupUnreadable, PassphraseNeeded, WrongPassphrase: as they say
    """
    folder = register_folder(path)
    if exists(folder):
        raise RegisterExists(path=str(folder))
    backups.restore(backup, folder / DATABASE_NAME, folder / VAULT_NAME, secret)
    return folder


def open_register(path: Path, secret: str | None = None, wall: Wall = utc_now) -> Store:
    """Open a register with its passphrase or recovery code.

    :raises NotARegister: when there is none
    :raises RegisterLocked: when another process has it open
    :raises RegisterTooNew, RegisterDamaged, RegisterReadOnly, VaultDamaged: as they say
    :raises PassphraseNeeded, WrongPassphrase, WeakVault: as they say
    """
    folder = register_folder(path)
    if not (folder / DATABASE_NAME).is_file() or not (folder / VAULT_NAME).is_file():
        raise NotARegister(path=str(path))
    lock = RegisterLock(folder)
    lock.take()  # first: whoever cannot have it is not asked for a passphrase
    try:
        key = vault.unlock(vault.load(folder / VAULT_NAME), secret, folder)
        return Store(folder, key, lock, wall)
    except BaseException:
        lock.release()
        raise
