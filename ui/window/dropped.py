"""What is done with a file that somebody drops onto the window: what its kind is for."""

from collections.abc import Callable
from pathlib import Path

from jobs.certificates import designs
from jobs.trainings.training_file import add_training
from models.storage.backup_shelf import SUFFIX
from ui.training.participants.page import LIST_ENDINGS
from ui.window.shell import Shell
from ui.window.where import Where
from ui.workplace import Workplace

CERTIFICATES = {".pdf", ".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp"}
TRAININGS, DESIGNS, BACKUPS = {".json"}, {designs.ENDING}, {SUFFIX}


def take(workplace: Workplace, shell: Shell, path: Path) -> None:
    """
    :raises SijilError: when the file is not what its ending says; nothing is changed
    """
    jobs: list[tuple[set[str], Callable[[Workplace, Shell, Path], None]]] = [
        ({*LIST_ENDINGS}, _import_list),
        (CERTIFICATES, _check),
        (TRAININGS, _add_training),
        (DESIGNS, _take_design),
        (BACKUPS, _restore),
    ]
    for endings, job in jobs:
        if path.suffix.casefold() in endings:
            job(workplace, shell, path)
            return
    say = workplace.words.say
    # U+2068: a Latin name in a right-to-left sentence keeps its own order, ending and all (UAX #9).
    workplace.messages.show(
        say("Nothing is known that could be done with {name}. Nothing was changed.", name=f"\u2068{path.name}\u2069")
    )


def _import_list(workplace: Workplace, shell: Shell, path: Path) -> None:
    """Into the training that is open."""
    training_id = shell.where.training_id
    if not training_id:
        workplace.messages.show(
            workplace.words.say("A nominee list belongs to a training: open it, then drop the list.")
        )
        return
    from ui.training.participants.importing import ImportDialog

    shell.go(Where("trainings", training_id, "participants"))
    ImportDialog(workplace, training_id, path, shell.window()).look()


def _check(workplace: Workplace, shell: Shell, path: Path) -> None:
    from ui.settings.verifying import VerifyDialog

    dialog = VerifyDialog(workplace, shell.window())
    dialog.open()
    dialog.check_file(path)


def _add_training(workplace: Workplace, shell: Shell, path: Path) -> None:
    shell.go(Where("trainings", add_training(workplace.store, path).id))


def _take_design(workplace: Workplace, shell: Shell, path: Path) -> None:
    made = designs.take_in(workplace.store, path)
    name = f"\u2068{made.name}\u2069"
    workplace.messages.tell(workplace.words.say("The design {name} can be used now.", name=name))


def _restore(workplace: Workplace, shell: Shell, path: Path) -> None:
    shell.restore_wanted.emit(path)
