"""The words of stored codes and of fields. A test finds the ones that are missing."""

import re
from enum import StrEnum

from resources.words import N_, Words

# kind of code -> code -> words
CODES: dict[str, dict[str, str]] = {
    "sex": {"": N_("Not said"), "F": N_("Woman"), "M": N_("Man"), "X": N_("Other")},
    "name_language": {"": N_("Not known"), "ar": N_("Arabic"), "ckb": N_("Sorani Kurdish")},
    "role": {
        "participant": N_("Participant"),
        "trainer": N_("Trainer"),
        "observer": N_("Observer"),
        "interpreter": N_("Interpreter"),
        "organiser": N_("Organiser"),
        "guest": N_("Guest"),
    },
    "enrolment_state": {
        "nominated": N_("Nominated"),
        "confirmed": N_("Confirmed"),
        "declined": N_("Declined"),
        "reserve": N_("On the reserve list"),
        "replaced": N_("Replaced by a deputy"),
        "came": N_("Came"),
    },
    "mark_state": {
        "": N_("Not marked"),
        "present": N_("Present"),
        "late": N_("Late"),
        "excused": N_("On leave"),
        "absent": N_("Absent"),
    },
    "institution_kind": {
        "": N_("Kind not known"),
        "ministry": N_("Ministry"),
        "governorate": N_("Governorate"),
        "directorate": N_("Directorate"),
        "commission": N_("Commission"),
        "centre": N_("Government centre"),
        "district": N_("District or municipality"),
        "university": N_("University"),
        "ngo": N_("NGO"),
        "un": N_("United Nations"),
        "company": N_("Company"),
        "other": N_("Other institution"),
    },
    "score_kind": {"pre": N_("Test before the training"), "post": N_("Test after the training")},
    "certificate_state": {"issued": N_("Issued"), "reissued": N_("Reissued"), "revoked": N_("Revoked")},
    "sameness": {
        "proposed": N_("Perhaps the same person"),
        "same": N_("The same person"),
        "different": N_("Different people"),
    },
    "proposal_kind": {"same_person": N_("Perhaps the same person"), "name": N_("Name made by rule")},
    "agreement": {
        "phone": N_("same phone"),
        "email": N_("same e-mail"),
        "name": N_("similar name"),
        "birth_year": N_("same year of birth"),
    },
    "skipped": {
        "total": N_("a total"),
        "no_name": N_("no name"),
        "note": N_("a note"),
        "header": N_("a header again"),
    },
    "column": {
        "number": N_("No."),
        "title": N_("Title or rank"),
        "name": N_("Name"),
        "first": N_("First name"),
        "father": N_("Father's name"),
        "grandfather": N_("Grandfather's name"),
        "family": N_("Family name"),
        "sex": N_("Sex"),
        "birth_year": N_("Year of birth"),
        "phone": N_("Phone"),
        "email": N_("E-mail"),
        "institution": N_("Institution"),
        "position": N_("Position"),
        "governorate": N_("Governorate represented"),
        "signature": N_("Signature"),
        "note": N_("Note"),
    },
    "action": {
        "register": N_("registration"),
        "mark": N_("attendance mark"),
        "edit": N_("edit"),
        "import": N_("import of a list"),
        "accept": N_("confirmation"),
        "reject": N_("rejection"),
        "plan": N_("change of the plan"),
        "certificates": N_("issue of certificates"),
        "settle": N_("choice between two answers"),
        "sample": N_("sample training"),
        "revoke": N_("revocation of a certificate"),
    },
    "problem": {
        "pages": N_("The file is damaged."),
        "change_altered": N_("An entry of the history was altered."),
        "row_differs": N_("A record differs from its history."),
        "without_parent": N_("Records wait for others that are not here yet."),
        "conflict": N_("Two answers: somebody has to choose."),
        "newer_version": N_("Records come from a newer version; they are kept."),
        "no_backup": N_("There is no backup yet."),
        "synced": N_(
            "A cloud service copies this folder elsewhere, which can damage the records: move them to another folder."
        ),
        "no_passphrase": N_("The training records have no passphrase: whoever has the laptop can read them."),
    },
}

# kind of record -> field -> words
FIELDS: dict[str, dict[str, str]] = {
    "programme": {
        "code": N_("Code"),
        "title_en": N_("Title in English"),
        "title_ar": N_("Title in Arabic"),
        "title_ckb": N_("Title in Sorani"),
        "contract_number": N_("Contract number"),
        "donor_en": N_("Donor in English"),
        "donor_ar": N_("Donor in Arabic"),
        "donor_ckb": N_("Donor in Sorani"),
        "partners": N_("Partners"),
        "funding_en": N_("Funding statement in English"),
        "funding_ar": N_("Funding statement in Arabic"),
        "funding_ckb": N_("Funding statement in Sorani"),
        "emblem_id": N_("Emblem of the donor"),
        "issuer_id": N_("Issuer"),
        "rule_sessions": N_("Sessions needed for a certificate"),
        "rule_score": N_("Test result needed (per cent)"),
        "rule_excused_counts": N_("Leave counts as attendance"),
    },
    "training": {
        "programme_id": N_("Programme"),
        "code": N_("Code"),
        "title_en": N_("Title in English"),
        "title_ar": N_("Title in Arabic"),
        "title_ckb": N_("Title in Sorani"),
        "venue_en": N_("Venue in English"),
        "venue_ar": N_("Venue in Arabic"),
        "venue_ckb": N_("Venue in Sorani"),
        "place": N_("Governorate"),
        "start": N_("First day"),
        "end": N_("Last day"),
        "hours": N_("Hours"),
        "capacity": N_("Capacity"),
        "zone": N_("Time zone"),
        "signatory_ids": N_("Signatories"),
        "headcount_women": N_("Women, counted only"),
        "headcount_men": N_("Men, counted only"),
    },
    "session": {
        "training_id": N_("Training"),
        "day": N_("Day"),
        "start": N_("Begins"),
        "end": N_("Ends"),
        "title_en": N_("Topic in English"),
        "title_ar": N_("Topic in Arabic"),
        "title_ckb": N_("Topic in Sorani"),
        "cancelled": N_("Cancelled"),
        "trainer_ids": N_("Trainers"),
    },
    "institution": {
        "name_en": N_("Name in English"),
        "name_ar": N_("Name in Arabic"),
        "name_ckb": N_("Name in Sorani"),
        "kind": N_("Kind"),
        "parent_id": N_("Belongs to"),
        "reference": N_("Reference"),
        "incomplete": N_("To be completed"),
    },
    "participant": {
        "title": N_("Title or rank"),
        "name_latin": N_("Name in Latin letters"),
        "name_arabic": N_("Name in Arabic letters"),
        "fourth_latin": N_("Fourth name in Latin letters"),
        "fourth_arabic": N_("Fourth name in Arabic letters"),
        "latin_proposed": N_("Latin name made by rule"),
        "arabic_proposed": N_("Arabic name made by rule"),
        "name_language": N_("Language of the name"),
        "sex": N_("Sex"),
        "birth_year": N_("Year of birth"),
        "phone": N_("Phone"),
        "email": N_("E-mail"),
    },
    "enrolment": {
        "participant_id": N_("Person"),
        "training_id": N_("Training"),
        "state": N_("State"),
        "role": N_("Role"),
        "institution_id": N_("Institution"),
        "position": N_("Position"),
        "governorate": N_("Governorate represented"),
        "replaced_by": N_("Deputy"),
        "note": N_("Note"),
    },
    "mark": {"enrolment_id": N_("Person"), "session_id": N_("Session"), "state": N_("Attendance")},
    "score": {"enrolment_id": N_("Person"), "kind": N_("Test"), "points": N_("Result (per cent)")},
    "certificate": {
        "enrolment_id": N_("Person"),
        "number": N_("Certificate number"),
        "state": N_("State"),
        "issued_on": N_("Issued on"),
        "name_latin": N_("Name in Latin letters"),
        "name_arabic": N_("Name in Arabic letters"),
        "second_language": N_("Second language"),
        "reason": N_("Reason"),
        "proof": N_("Text of the QR code"),
    },
    "issuer": {
        "name_en": N_("Name in English"),
        "name_ar": N_("Name in Arabic"),
        "name_ckb": N_("Name in Sorani"),
        "logo_id": N_("Logo"),
    },
    "signatory": {
        "issuer_id": N_("Issuer"),
        "name_latin": N_("Name in Latin letters"),
        "name_arabic": N_("Name in Arabic letters"),
        "position_en": N_("Position in English"),
        "position_ar": N_("Position in Arabic"),
        "position_ckb": N_("Position in Sorani"),
    },
    "picture": {"png": N_("Picture")},
    "device": {"label": N_("Name of this laptop"), "letter": N_("Letter of this desk")},
    "same_person": {
        "first_id": N_("First entry"),
        "second_id": N_("Second entry"),
        "answer": N_("Answer"),
        "likeness": N_("Likeness (per cent)"),
        "because": N_("What agrees"),
    },
}
REMOVED = N_("Removed")


def kind_of(enum: type[StrEnum]) -> str:
    """EnrolmentState -> enrolment_state: the key of its codes."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", enum.__name__).lower()


def code(words: Words, kind: str, value: str) -> str:
    """The words of a stored choice; a choice of a newer version is shown as it is."""
    found = CODES[kind].get(value)
    return words.say(found) if found else value


def field(words: Words, kind: str, name: str) -> str:
    return words.say(REMOVED if name == "removed" else FIELDS[kind][name])
