"""The licences of everything that the program is made of, from the descriptions of the installed packages.

Written at set-up to ``resources/third-party-notices.txt``, where About and the built folder find it.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "third-party-notices.txt"
_RULE = "=" * 78
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
# In the lock, but never shipped: sqlite-utils asks for it and does not need it.
NOT_SHIPPED = {"pip"}

QT = """Qt, and PySide6 and Shiboken6 (Qt for Python), are used under the GNU Lesser General Public License,
version 3. They are the unmodified libraries as published by The Qt Company; they lie beside the program
as separate files, and you may replace them by your own builds. Their source is published at
https://download.qt.io. The text of the licence is at https://www.gnu.org/licenses/lgpl-3.0.html."""
FONTS = """Noto Sans Arabic (The Noto Project Authors) and Vollkorn (The Vollkorn Project Authors) are used under
the SIL Open Font License, version 1.1; its text lies beside the fonts."""


def locked_names(path: Path) -> list[str]:
    """The packages of a compiled list of requirements."""
    return re.findall(r"^([A-Za-z0-9_.-]+)==", path.read_text(encoding="utf-8"), re.MULTILINE)


def licence_name(found: Distribution) -> str:
    """What the package itself says."""

    def said(key: str) -> list[str]:
        return [str(value) for value in found.metadata.get_all(key) or []]

    kinds = [one.rpartition(" :: ")[2] for one in said("Classifier") if one.startswith("License ::")]
    first_line = "".join(said("License")).partition("\n")[0]
    return "".join(said("License-Expression")) or ", ".join(kinds) or first_line or "see its text"


def licence_texts(found: Distribution) -> list[str]:
    """The texts that the package carries."""
    files = [file for file in found.files or [] if ".dist-info" in str(file) and _LICENCE_FILE.search(str(file))]
    return [Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip() for file in sorted(files)]


def section(name: str) -> str:
    """One package: name, version, licence, texts; empty when it is not installed on this system."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return ""
    head = f"{found.metadata['Name']} {found.version}\n{licence_name(found)}"
    return "\n\n".join([_RULE, head, *licence_texts(found)])


def notices() -> str:
    names = [name for name in locked_names(ROOT / "requirements" / "runtime.txt") if name not in NOT_SHIPPED]
    return "\n\n".join(filter(None, [QT, FONTS, *map(section, names)])) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    TARGET.write_text(notices(), encoding="utf-8")
