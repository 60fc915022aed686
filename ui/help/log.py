"""What the program notes about itself, and the report of a crash. Neither holds a word that a person typed."""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion

import resources

_ROOT = resources.path().parent
_MOST_BYTES, _FILES = 256 << 10, 3

logger = logging.getLogger("sijil")


def start(folder: Path) -> None:
    """Write into a folder; a laptop that cannot write a log works all the same."""
    from logging.handlers import RotatingFileHandler

    logger.setLevel(logging.INFO)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "sijil.log", maxBytes=_MOST_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        logger.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)


def report(version: str, error: type[BaseException], trace: TracebackType | None) -> str:
    """Class and places of an error, without its message and without values: both may hold names."""
    import platform

    lines = [
        f"Sijil {version}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}",
        "",
        error.__name__,
    ]
    lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join(lines)


def _place(file: str) -> str:
    """A file without the folders of its owner."""
    path = Path(file)
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])
