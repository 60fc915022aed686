"""What a built program proves about itself before it is handed out."""

import tempfile
from contextlib import suppress
from pathlib import Path

from jobs import demo
from jobs.papers.printing import print_paper
from jobs.papers.registry import KINDS
from models import opening
from models.errors import NothingToPrint
from resources.words import words_for


def run() -> int:
    """The sample training end to end in a folder that is thrown away; how many certificates it printed."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        summary = demo.run(folder, lambda text: None)
        with opening.open_register(folder / demo.REGISTER_NAME) as opened:
            opened.safekeeping.backup(folder / "backups")
            training = opened.trainings.all()[0]
            for kind in KINDS:
                for ending in (".pdf", *kind.others):
                    with suppress(NothingToPrint):  # the sample has no rates of payment
                        print_paper(opened, training.id, kind.key, folder / f"{kind.key}{ending}", words_for("ckb"))
        return summary.certificates
