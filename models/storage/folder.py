"""What lies in the folder of a register. Light: asked before anything is opened."""

from itertools import count
from pathlib import Path

DATABASE_NAME, VAULT_NAME, BACKUPS_NAME = "register.db", "vault.json", "backups"

_SYNCED_BY = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "owncloud", "mega", "pcloud")


def register_folder(path: Path) -> Path:
    """A register is named by its folder or by its ``register.db``."""
    return path.parent if path.name == DATABASE_NAME else path


def exists(path: Path) -> bool:
    return (register_folder(path) / DATABASE_NAME).exists()


def free_folder_beside(path: Path) -> Path:
    """A folder name not yet used, for a register that is to be restored beside another."""
    folder = register_folder(path)
    return next(found for n in count(2) if not (found := folder.with_name(f"{folder.name}-{n}")).exists())


def free_place(path: Path) -> Path:
    """This folder if nothing is in it, else one beside it."""
    folder = register_folder(path)
    return folder if not folder.exists() or not any(folder.iterdir()) else free_folder_beside(folder)


def is_synced(folder: Path) -> bool:
    """Whether a cloud service copies this folder while it is in use, judged by the names of its parents."""
    return any(part.casefold().startswith(_SYNCED_BY) for part in folder.resolve().parts)
