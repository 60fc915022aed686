"""The words of stored choices. A test finds the ones that are missing."""

import re
from enum import StrEnum

from resources.words import N_, Words

# kind of code -> code -> words
CODES: dict[str, dict[str, str]] = {
    "sex": {"": N_("Not said"), "F": N_("Woman"), "M": N_("Man"), "X": N_("Other")},
    "consent": {"": N_("Not asked"), "yes": N_("Yes"), "no": N_("No")},
    "erasure_state": {"open": N_("Waits for a decision"), "done": N_("Erased"), "refused": N_("Refused")},
    "standing": {"": N_("Not decided"), "trusted": N_("Trusted"), "withdrawn": N_("Withdrawn")},
    "device_role": {"desk": N_("Training desk"), "head_office": N_("Head office")},
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
    "mark_letter": {
        # Translators: one letter in a cell, for present
        "present": N_("P"),
        # Translators: one letter in a cell, for late
        "late": N_("L"),
        # Translators: one letter in a cell, for on leave (excused)
        "excused": N_("E"),
        # Translators: one letter in a cell, for absent
        "absent": N_("A"),
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
    "certificate_state": {
        "prepared": N_("Prepared"),
        "printed": N_("Printed"),
        "handed_over": N_("Handed over"),
        "replaced": N_("Replaced by a new one"),
        "revoked": N_("Revoked"),
        "void": N_("Void"),
    },
    "certificate_kind": {
        "attendance": N_("Attendance"),
        "completion": N_("Completion"),
        "trainer": N_("Trainer"),
        "appreciation": N_("Appreciation"),
    },
    "proof_profile": {"named": N_("The name"), "pseudonymous": N_("A secret mark instead of the name")},
    "paper_size": {"A4": N_("A4"), "Letter": N_("Letter")},
    "orientation": {"landscape": N_("Landscape"), "portrait": N_("Portrait")},
    "question": {
        "content": N_("The content"),
        "trainers": N_("The trainers"),
        "methods": N_("The way of teaching"),
        "materials": N_("The materials"),
        "organisation": N_("The organisation"),
        "use": N_("Of use for my work"),
    },
    "gap": {
        "name_latin": N_("name in Latin letters"),
        "name_arabic": N_("name in Arabic letters"),
        "sex": N_("sex"),
        "institution": N_("institution"),
        "governorate": N_("governorate"),
        "contact": N_("phone or e-mail"),
    },
    "person_column": {
        "name": N_("Name"),
        "other_name": N_("Name in the other script"),
        "institution": N_("Institution"),
        "position": N_("Position"),
        "phone": N_("Phone"),
        "email": N_("E-mail"),
        "sex": N_("Sex"),
        "signature": N_("Signature"),
    },
    "badge_format": {
        "a6": N_("A6, four on A4"),
        "90x54": N_("90 × 54 mm, ten on A4"),
        "85x54": N_("85 × 54 mm, ten on A4"),
        "L7160": N_("Avery L7160, 21 on A4"),
        "L7163": N_("Avery L7163, 14 on A4"),
        "5160": N_("Avery 5160, 30 on Letter"),
        "5395": N_("Avery 5395, eight on Letter"),
    },
    "sheet_span": {"days": N_("One set of pages per day"), "whole": N_("The whole training on one")},
    "face_name": {"text": N_("Plain letters"), "serif": N_("Serif letters"), "modern": N_("Modern letters")},
    "text_align": {
        "start": N_("Where the language begins"),
        "centre": N_("In the middle"),
        "end": N_("Where the language ends"),
        "left": N_("On the left"),
        "right": N_("On the right"),
    },
    "text_place": {"top": N_("At the top"), "middle": N_("In the middle"), "bottom": N_("At the bottom")},
    "frame_style": {
        "line": N_("Line"),
        "double": N_("Double line"),
        "guilloche": N_("Engraved band"),
        "fill": N_("Filled"),
    },
    "picture_source": {
        "logo": N_("Logo"),
        "emblem": N_("Emblem of the donor"),
        "signature_1": N_("First signature"),
        "signature_2": N_("Second signature"),
        "stamp": N_("Stamp"),
        "own": N_("A picture of this design"),
    },
    "text_language": {"1": N_("English"), "2": N_("Second language"), "3": N_("Third language")},
    "element_kind": {
        "text": N_("Text"),
        "picture": N_("Logo, signature or stamp"),
        "own_picture": N_("Picture from a file…"),
        "line": N_("Line"),
        "frame": N_("Frame"),
        "code": N_("QR code"),
    },
    "sides": {
        "one": N_("One side"),
        "long_edge": N_("Both, turned over the long edge"),
        "short_edge": N_("Both, turned over the short edge"),
    },
    "print_target": {
        "pdf": N_("A PDF file"),
        "each": N_("One PDF per person"),
        "shop": N_("A PDF for the copy shop, with cutting marks"),
    },
    "trial": {
        "arabic": N_("Example, Arabic"),
        "sorani": N_("Example, Sorani"),
        "longest_arabic": N_("Longest name, Arabic"),
        "longest_sorani": N_("Longest name, Sorani"),
    },
    "validity": {
        "valid": N_("This certificate is genuine."),
        "revoked": N_("This certificate was genuine, but it is no longer valid."),
        "unknown_key": N_("This certificate was signed by somebody whose key is not known here."),
        "altered": N_("This certificate is false: its text does not fit its signature."),
        "not_ours": N_("This is not the code of a certificate, or it was not read completely."),
    },
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
        "too_long": N_("a text that is too long"),
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
        "hand_over": N_("handing over"),
        "exception": N_("exception"),
        "design": N_("change of a design"),
        "scan": N_("signed sheet"),
        "score": N_("test result"),
        "feedback": N_("feedback form"),
        "join": N_("joining two entries"),
        "separate": N_("taking entries apart"),
        "request": N_("request for erasure"),
        "sign": N_("signature"),
        "settle": N_("choice between two answers"),
        "sample": N_("sample training"),
        "revoke": N_("revocation of a certificate"),
        "undo": N_("undoing"),
        "key": N_("decision about a key"),
    },
    "unclear": {
        "hijri": N_("a year of the Hijri calendar; please ask for the year of birth"),
        "birth": N_("no year of birth that can be read"),
        "value": N_("nothing that this column can hold"),
    },
    "problem": {
        "pages": N_("The file is damaged."),
        "change_altered": N_("An entry of the history was altered."),
        "row_differs": N_("A record differs from its history."),
        "without_parent": N_("Records wait for others that are not here yet."),
        "blob_altered": N_("The content of a picture or a signature was altered."),
        "blob_unnamed": N_("A picture or a signature lies here that no record has."),
        "blob_missing": N_("The content of a picture or a signature is not on this laptop yet."),
        "conflict": N_("Two answers: somebody has to choose."),
        "number_twice": N_("A certificate number was given twice: revoke one of the two."),
        "certificate_twice": N_("A person has two valid certificates: end one of them."),
        "newer_version": N_("Records come from a newer version; they are kept."),
        "session_outside": N_("A session lies outside the days of its training."),
        "no_backup": N_("There is no backup yet."),
        "synced": N_(
            "A cloud service copies this folder elsewhere, which can damage the records: move them to another folder."
        ),
        "no_passphrase": N_("The training records have no passphrase: whoever has the laptop can read them."),
    },
}


def kind_of(enum: type[StrEnum]) -> str:
    """EnrolmentState -> enrolment_state: the key of its codes."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", enum.__name__).lower()


def code_word(words: Words, kind: str, value: str) -> str:
    """The words of a stored choice; a choice of a newer version is shown as it is."""
    found = CODES[kind].get(value)
    return words.say(found) if found else value
