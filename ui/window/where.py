"""A place in the window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the window, to come back to after it was built anew."""

    section: str = "trainings"
    training_id: str = ""
    tab: str = ""
    person_id: str = ""
