"""What a built program proves about itself before it is handed out."""

import tempfile
from pathlib import Path

from jobs import demo
from models import store as stores


def run() -> int:
    """The sample training end to end in a folder that is thrown away; how many certificates it printed."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        summary = demo.run(folder, lambda text: None)
        with stores.open_register(folder / demo.REGISTER_NAME) as opened:
            opened.backup(folder / "backups")
        return summary.certificates
