"""The sessions of a training as a calendar file (iCalendar, RFC 5545)."""

from datetime import datetime
from pathlib import Path

from jobs.trainings.place import venue_and_place
from models.records import Training
from models.storage.files import write_whole
from models.store import Store
from models.training.roster import sessions_of
from models.wall_clock import moment_at
from resources.words import Words


def save_calendar(store: Store, training_id: str, path: Path, words: Words) -> int:
    """How many sessions were written.

    :raises DiskFull, NotWritable: and no half-written file stays
    """
    training = store.trainings.get(training_id)
    held = [one for one in sessions_of(store, training_id) if not one.cancelled and one.day and one.start]
    title, place = words.of(training, "title"), venue_and_place(training, words)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sijil//Sijil//EN"]
    for one in held:
        topic = words.of(one, "title")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.id}@sijil",
            f"DTSTAMP:{stamp(training, one.begins)}",
            f"DTSTART:{stamp(training, one.begins)}",
            f"DTEND:{stamp(training, one.finishes)}",
            f"SUMMARY:{_escaped(f'{title}: {topic}' if topic else title)}",
            f"LOCATION:{_escaped(place)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    write_whole(path, "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8"))
    return len(held)


def stamp(training: Training, local: datetime | None) -> str:
    """A time at the training, as calendars write it; empty for none."""
    return f"{moment_at(training.zone, local.date(), local.time()):%Y%m%dT%H%M%SZ}" if local else ""


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """At most 75 bytes a line, as the standard asks; no letter is cut in two."""
    made, used = "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > 75:
            made, used = f"{made}\r\n ", 1
        made, used = made + letter, used + size
    return made
