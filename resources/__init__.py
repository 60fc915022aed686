"""Plain files that the program reads: fonts, translations, places, institutions, names, the sample training."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Where a resource lies, from source and in the built folder alike."""
    return _HERE.joinpath(*parts)


def guide(*parts: str) -> Path:
    """Where a part of the guide lies: a language, a page, a picture."""
    return _HERE.parent.joinpath("docs", "guide", *parts)
