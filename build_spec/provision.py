"""What a fresh machine needs before any chore can run. Standard library only.

Each step is skipped when its inputs have not changed since it last succeeded:
their digest is kept in ``.venv/sijil-<step>.stamp``.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
FONTS = ROOT / "resources" / "fonts"
TRANSLATIONS = ROOT / "resources" / "translations"
OLDEST_PYTHON = (3, 11)

# Name in resources/fonts -> (name in the wheel, sha256).
FONT_FILES = {
    "NotoSansArabic-Regular.ttf": (
        "Noto-Sans-Arabic_v33_regular.ttf",
        "252629ca0e87b6233851249b8cbf7b43445211a8caf199f1b306a19202251508",
    ),
    "NotoSansArabic-Bold.ttf": (
        "Noto-Sans-Arabic_v33_bold.ttf",
        "a86a704ff8b315082f4859b04c2f8f746f4cefb14553ef10505f143e0d4829d3",
    ),
    "Vollkorn-Regular.ttf": (
        "Vollkorn_v30_regular.ttf",
        "6e0965132bc4558e3e5480ae46f0e41b6d78196fcdac384cb70326cf7e63813a",
    ),
    "Vollkorn-Bold.ttf": (
        "Vollkorn_v30_bold.ttf",
        "92db76e715bfe978a1788aa73a05e2b81f80f5406a802602191484f0ceb3c0fc",
    ),
    "Montserrat-Regular.ttf": (
        "Montserrat_v31_regular.ttf",
        "ef9cf99f0175bef530b88934bd904fcf56f773cec6fd4dfb8ccaf7ce2bbd395e",
    ),
    "Montserrat-Bold.ttf": (
        "Montserrat_v31_bold.ttf",
        "7fa93d7daa5c2f881a6727229c211782de6b76008fbd6346b3d7664e8fc83f43",
    ),
    "NotoSans-Regular.ttf": (
        "Noto-Sans_v42_regular.ttf",
        "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614",
    ),
    "NotoSans-Bold.ttf": (
        "Noto-Sans_v42_bold.ttf",
        "13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431",
    ),
    "NotoSansArmenian-Regular.ttf": (
        "Noto-Sans-Armenian_v47_regular.ttf",
        "678a89f5dafb25b71ba5c323b428a579e4e664e9dc8c35b9f1d327d82fc9e5ba",
    ),
    "NotoSansArmenian-Bold.ttf": (
        "Noto-Sans-Armenian_v47_bold.ttf",
        "beaf0d8d52a118d108a9e4502d3f3fbbcd0ed78e26bcc00d9d80932c342b934a",
    ),
    "OFL.txt": (
        "SIL Open Font License.txt",
        "dff6cc9983814a1a56dae607c7c8c66821b9768e55c0dd0714369324965e22e6",
    ),
}

# Shared library -> the Debian package that has it. Qt loads them at run time.
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
# The same for a window on a screen (X11).
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
# File that the tests read or run -> Debian package.
TEST_FILES = {
    "/usr/share/unicode/BidiTest.txt": "unicode-data",
    "/usr/bin/zbarimg": "zbar-tools",
    "/usr/bin/chromium": "chromium",
    "/usr/bin/pdftotext": "poppler-utils",
    "/usr/bin/qpdf": "qpdf",
    "/usr/sbin/cupsd": "cups-daemon",
    "/usr/sbin/lpadmin": "cups-client",
    "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd": "cups-filters",
}


class SetupFailed(Exception):
    """One sentence for the person at the keyboard."""


def say(text: str) -> None:
    print(f"[sijil] {text}", flush=True)


def python() -> Path:
    """The interpreter of the project's own environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(*command: str | Path, env: dict[str, str] | None = None) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False).returncode


def digest(*paths: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def is_done(step: str, stamp: str) -> bool:
    path = VENV / f"sijil-{step}.stamp"
    return path.is_file() and path.read_text(encoding="ascii") == stamp


def mark_done(step: str, stamp: str) -> None:
    (VENV / f"sijil-{step}.stamp").write_text(stamp, encoding="ascii")


def ensure_environment() -> None:
    """Make ``.venv``, or remake it when it is broken or of another Python."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise SetupFailed(f"Sijil needs Python {wanted} or newer; this is {sys.version.split()[0]}.")
    stamp = f"{sys.version_info[0]}.{sys.version_info[1]} {ROOT}"
    if python().is_file() and is_done("venv", stamp):
        return
    say("making the environment in .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    if not can_make_environments():
        install_packages(["python3-venv"])
    if run(sys.executable, "-m", "venv", VENV) != 0:
        raise SetupFailed("The environment could not be made: see the lines above.")
    mark_done("venv", stamp)


def can_make_environments() -> bool:
    """Debian ships Python without ensurepip unless python3-venv is installed."""
    return run(sys.executable, "-c", "import ensurepip, venv") == 0


def ensure_requirements(name: str) -> None:
    """Install ``requirements/<name>.txt``; every file is checked against its hash."""
    path = ROOT / "requirements" / f"{name}.txt"
    stamp = digest(path)
    if is_done(name, stamp):
        return
    say(f"installing requirements/{name}.txt (once; this takes a minute)")
    code = run(
        python(), "-m", "pip", "install", "-qq", "--disable-pip-version-check",
        "--require-hashes", "--only-binary", ":all:", "-r", path,
    )  # fmt: skip
    if code != 0:
        raise SetupFailed("The packages could not be installed: see the lines above; is there a network?")
    mark_done(name, stamp)


def ensure_fonts() -> None:
    """Fetch the fonts and check the sum of every file."""
    stamp = digest(ROOT / "requirements" / "fonts.txt", Path(__file__))
    if is_done("fonts", stamp) and all((FONTS / name).is_file() for name in FONT_FILES):
        return
    say("fetching the fonts (once)")
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        code = run(
            python(), "-m", "pip", "download", "-qq", "--disable-pip-version-check", "--no-deps",
            "--require-hashes", "--dest", folder, "-r", ROOT / "requirements" / "fonts.txt",
        )  # fmt: skip
        if code != 0:
            raise SetupFailed("The fonts could not be fetched: see the lines above; is there a network?")
        (wheel,) = Path(folder).glob("*.whl")
        unpack_fonts(wheel)
    mark_done("fonts", stamp)


def unpack_fonts(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        members = {Path(name).name: name for name in archive.namelist()}
        for name, (original, expected) in FONT_FILES.items():
            content = archive.read(members[original])
            if hashlib.sha256(content).hexdigest() != expected:
                raise SetupFailed(f"The font {name} is not the one we know; nothing was installed.")
            (FONTS / name).write_bytes(content)


def ensure_translations() -> None:
    """Compile the ``.po`` files that changed."""
    sources = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/sijil.po"))
    stamp = digest(*sources) if sources else ""
    if is_done("translations", stamp) and all(path.with_suffix(".mo").is_file() for path in sources):
        return
    code = run(
        python(), "-m", "babel.messages.frontend", "--quiet", "compile",
        "--domain", "sijil", "--directory", TRANSLATIONS,
    )  # fmt: skip
    if code != 0:
        raise SetupFailed("The translations could not be compiled: see the lines above.")
    mark_done("translations", stamp)


def ensure_notices() -> None:
    """Write the licences of what is installed."""
    stamp = digest(ROOT / "requirements" / "runtime.txt", ROOT / "build_spec" / "notices.py")
    if is_done("notices", stamp) and (ROOT / "resources" / "third-party-notices.txt").is_file():
        return
    if run(python(), "-m", "build_spec.notices") != 0:
        raise SetupFailed("The licences of the parts could not be collected: see the lines above.")
    mark_done("notices", stamp)


def missing_packages(libraries: dict[str, str], files: dict[str, str]) -> list[str]:
    """The Debian packages that this machine lacks; none elsewhere than on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    missing = {package for name, package in libraries.items() if not can_load(name)}
    missing |= {package for name, package in files.items() if not Path(name).is_file()}
    return sorted(missing)


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install system packages where we may, else name them exactly.

    :raises SetupFailed: when they are missing and cannot be installed from here
    """
    if not packages:
        return
    by_hand = f"sudo apt-get install {' '.join(packages)}"
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if not may_install:
        raise SetupFailed(f"System libraries are missing. Please run: {by_hand}")
    say(f"installing system packages: {' '.join(packages)}")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq", env=env)
    if run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, env=env) != 0:
        raise SetupFailed(f"System packages could not be installed. Please run: {by_hand}")


def set_up(*, developer: bool = False, window: bool = False) -> None:
    """Bring this machine to where ``main.py`` runs, and, if asked for, the tests or the window."""
    ensure_environment()
    ensure_requirements("dev" if developer else "runtime")
    ensure_fonts()
    ensure_translations()
    ensure_notices()
    if developer:
        install_packages(missing_packages(OFFSCREEN_LIBRARIES, TEST_FILES))
    elif window:
        install_packages(missing_packages(OFFSCREEN_LIBRARIES | WINDOW_LIBRARIES, {}))
