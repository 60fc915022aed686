"""Registers and trainings that tests start from."""

import os
import shutil
import socket
from datetime import date
from pathlib import Path

import pytest

import resources
from models import opening
from models.records import Programme, Rule, Session, Training
from models.store import Store
from models.texts import Text

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = resources.path("sample")
LISTS = ("ministries.xlsx", "governorates-ar.xlsx", "coordination-ckb.xlsx", "ngos-cp1256.csv")


def pytest_configure() -> None:
    """No window is shown. No printer of this machine is asked; ``tests/ui/printers/test_printing.py`` has its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        os.environ["CUPS_SERVER"] = f"127.0.0.1:{free.getsockname()[1]}"


def tool(*names: str) -> str:
    """A program of the system that a test needs: set-up installs it where it may, and CI never goes without."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None and not os.environ.get("CI"):
        pytest.skip(f"NOT TESTED HERE: {names[0]} is not installed")
    assert found, f"{names[0]} is missing in CI"
    return found


@pytest.fixture
def store(tmp_path: Path):
    opened, _ = opening.create(tmp_path / "register")
    with opened:
        yield opened


@pytest.fixture
def training(store: Store) -> Training:
    """Two days, four sessions; three of them earn a certificate."""
    programme = Programme(id="p1", title=Text(en="Programme"), rules=(Rule("sessions", 3),))
    title = Text(en="Training")
    training = Training(id="t1", programme_id="p1", code="T-1", title=title, start=date(2015, 9, 13), hours=12)
    sessions = [
        Session(
            id=f"s{n}", training_id="t1", day=date(2015, 9, 13 + n // 2), start=("09:00", "13:00")[n % 2], end="17:00"
        )
        for n in range(4)
    ]
    with store.step() as step:
        step.add(programme, training, *sessions)
    return training
