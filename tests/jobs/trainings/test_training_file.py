"""A training out of a file."""

import json
from pathlib import Path

import pytest

from jobs.trainings.training_file import add_training
from models import errors
from models.records import Rule


@pytest.mark.parametrize(
    ("rules", "where"),
    [
        ([{"kind": "sessions", "treshold": 6}], "programme.rules.0.treshold"),
        ([{"kind": "score", "threshold": 60}, {"kind": "sesions", "threshold": 6}], "programme.rules.1.kind"),
        ([{"kind": "sessions"}], "programme.rules.0.threshold"),
        ([{"kind": "sessions", "threshold": -1}], "programme.rules.0.threshold"),
        ([{"kind": "score", "threshold": 101}], "programme.rules.0.threshold"),
        ([{"kind": "sessions", "threshold": "six"}], "programme.rules.0.threshold"),
        (["sessions"], "programme.rules"),
        ({"sessions": 6}, "programme.rules"),
    ],
)
def test_a_slip_in_the_rules_of_a_training_file_is_named_and_nothing_is_added(store, tmp_path: Path, rules, where: str):
    file = tmp_path / "training.json"
    file.write_text(json.dumps({"training": {"code": "T-9"}, "programme": {"rules": rules}}))
    with pytest.raises(errors.TrainingFileInvalid) as found:
        add_training(store, file)
    assert found.value.values["where"] == where
    assert store.programmes.all() == []


def test_a_training_file_says_when_a_certificate_is_earned(store, tmp_path: Path):
    file = tmp_path / "training.json"
    rules = [{"kind": "sessions_or_leave", "threshold": 6}, {"kind": "score", "threshold": 60}]
    file.write_text(json.dumps({"training": {"code": "T-9"}, "programme": {"rules": rules}}))
    programme = store.programmes.get(add_training(store, file).programme_id)
    assert programme.rules == (Rule("sessions_or_leave", 6), Rule("score", 60))
