"""Plain files that the program reads: fonts, translations, places, institutions, names, the sample training."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Where a resource lies, from source and in the built folder alike."""
    return _HERE.joinpath(*parts)


def guide(*parts: str) -> Path:
    """Where a part of the guide lies: a language, a page, a picture; in English where nobody wrote it yet."""
    own = _HERE.parent.joinpath("docs", "guide", *parts)
    return own if own.exists() or not parts else _HERE.parent.joinpath("docs", "guide", "en", *parts[1:])
