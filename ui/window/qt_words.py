"""Qt's own buttons and menus in our languages. Qt ships no Sorani, so it asks our catalogue."""

from PySide6.QtCore import QCoreApplication, QTranslator

from resources.words import N_, Words

# What Qt calls it -> our text. Ampersands of Qt's texts are left out on both sides.
TEXTS = {
    "OK": N_("OK"),
    "Open": N_("Open"),
    "Save": N_("Save"),
    "Close": N_("Close"),
    "Cancel": N_("Cancel"),
    "Yes": N_("Yes"),
    "No": N_("No"),
    "Undo": N_("Undo"),
    "Redo": N_("Redo"),
    "Cut": N_("Cut"),
    "Clear": N_("Clear"),
    "Scroll Left": N_("Further left"),
    "Scroll Right": N_("Further right"),
    "Copy": N_("Copy"),
    "Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "Choose": N_("Choose"),
    "Look in:": N_("Look in:"),
    "Directory:": N_("Folder:"),
    "File name:": N_("File name:"),
    "Files of type:": N_("Files of type:"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Parent Directory": N_("Parent folder"),
    "Create New Folder": N_("Create new folder"),
    "New Folder": N_("New folder"),
    "List View": N_("As a list"),
    "Detail View": N_("With details"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Type"),
    "Kind": N_("Kind"),
    "Date Modified": N_("Changed on"),
    "Recent Places": N_("Recent places"),
    "Computer": N_("Computer"),
    "Remove": N_("Remove"),
    "Rename": N_("Rename"),
    "Show hidden files": N_("Show hidden files"),
    "All Files (*)": N_("All files (*)"),
    "Find Directory": N_("Choose a folder"),
    "Step up": N_("More"),
    "Step down": N_("Less"),
    "Show Details...": N_("Show details"),
    "Hide Details...": N_("Hide details"),
    "%1 already exists.\nDo you want to replace it?": N_("%1 is there already.\nReplace it?"),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_("%1\nThere is no such file."),
}


class QtWords(QTranslator):
    """Answers Qt from the catalogue; what it does not know stays as Qt wrote it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        text = TEXTS.get(source.replace("&", ""))
        return self._words.say(text) if text else source

    def isEmpty(self) -> bool:
        return False


_made: dict[str, QtWords] = {}


def speak(app: QCoreApplication, words: Words) -> None:
    """From now on Qt speaks this language.

    What was made once is kept for good: while Qt asks a translator it holds a lock that the end of any translator
    waits for, and Python may look for garbage, and find an old one, in the middle of the answer.
    """
    for known in _made.values():
        app.removeTranslator(known)
    if words.language not in _made:
        _made[words.language] = QtWords(words)
    app.installTranslator(_made[words.language])
