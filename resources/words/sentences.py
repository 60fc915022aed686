"""What we tell people when something cannot be done: what happened, what is safe, what to do."""

from collections.abc import Mapping

from resources.words import N_, Words

# name of the error -> sentence
SENTENCES: dict[str, str] = {
    "MissingGlyph": N_("No font can draw the letter “{letter}”. Nothing was printed; please correct the text."),
    "NobodyPrintable": N_(
        "Nothing was printed, and no number was given. A letter that no font can draw, or a name that is too long: "
        "{people}. Please correct it."
    ),
    "TextTooLong": N_("This text is too long. Letters at most: {most}. Nothing was saved; please shorten it."),
    "RecordErased": N_("This record was erased on request and cannot be changed any more."),
    "ChangeUnreadable": N_(
        "An entry from elsewhere is damaged or was altered. It was not taken in; nothing here changed."
    ),
    "TooMuchToKeep": N_("This text is far too long to be kept. Nothing was saved; please shorten it and try again."),
    "BlobMissing": N_(
        "A picture that belongs here is not on this laptop yet. Nothing was printed; choose the picture again, "
        "or take in the records of the laptop that has it."
    ),
    "NothingToRelease": N_("Nobody of this training is on this laptop. Nothing was changed."),
    "RecordMissing": N_("This record is no longer there. Everything else is as it was."),
    "NotARegister": N_("There are no training records in {path}. Choose another folder, or start new ones."),
    "RegisterExists": N_("There are training records in {path} already; they were not touched. Choose another folder."),
    "RegisterLocked": N_(
        "The training records in {path} are open already: on the computer {holder}. "
        "Go on in that window, or close it and try again."
    ),
    "RegisterTooNew": N_(
        "The training records in {path} were written by a newer version of Sijil. "
        "Nothing was changed; please install the newer version."
    ),
    "RegisterDamaged": N_(
        "The training records in {path} cannot be read. The file was not changed; restore the latest backup."
    ),
    "RegisterReadOnly": N_("The training records in {path} may not be written. Nothing was changed; check the rights."),
    "DiskFull": N_("The disk is full: {path} was not written. What was saved before is safe; free some space."),
    "NotWritable": N_("{path} cannot be written. What was there is untouched; choose another place or close the file."),
    "NotReadable": N_("{path} cannot be read. Check that it is there and that you may read it."),
    "VaultDamaged": N_("The key file {path} cannot be read. The records are untouched; restore it from a backup."),
    "WeakVault": N_("The key file {path} was weakened by somebody. It was not used; restore it from a backup."),
    "PassphraseNeeded": N_("The training records in {path} open only with their passphrase or recovery code."),
    "WrongPassphrase": N_("This is neither the passphrase nor the recovery code. Nothing was opened; try again."),
    "PassphraseTooShort": N_("The passphrase is too short. Characters at least: {least}."),
    "BackupUnreadable": N_("{path} is not a backup of training records, or it is damaged. Choose another one."),
    "BackupNotVerified": N_(
        "The backup {path} could not be read back and was removed. Your records are safe; try another disk."
    ),
    "OverriddenSince": N_("This cannot be undone: somebody has changed the same since. Nothing was changed."),
    "NothingToUndo": N_("There is nothing to undo."),
    "NumberPatternInvalid": N_(
        "“{pattern}” makes no certificate numbers; it was not saved. Write {{n}} where the number goes, once; "
        "{{training}}, {{programme}}, {{year}} and {{desk}} may stand beside it."
    ),
    "NotEarned": N_(
        "{name} has not earned a certificate, so nothing was noted. Keep the sheet back, or make an exception first."
    ),
    "AlreadyHandedOver": N_("The certificate {number} was handed over and stays valid; it can only be revoked."),
    "CertificateEnded": N_(
        "The certificate {number} is not valid any more: it was revoked, replaced or made void. Nothing was changed; "
        "the register of certificates says why."
    ),
    "AlreadyExcepted": N_("{by} made an exception for this person before. Nothing was changed; take that back first."),
    "NotHandedOver": N_(
        "The certificate {number} was not handed over yet. Just print it again: the number stays the same."
    ),
    "NoSigningKey": N_(
        "This laptop has no key that signs certificates. Nothing was written; take in the key file of the office first."
    ),
    "UnknownKey": N_("No key on file has the fingerprint {fingerprint}. Nothing was changed; please compare it again."),
    "MayNotDecide": N_("Head office decides about keys and laptops here. Nothing was changed; please ask there."),
    "KeyFileInvalid": N_("{path} holds no key or list of ours, or it is damaged. Nothing was changed."),
    "NoCodeFound": N_(
        "There is no readable code of a certificate in {path}. Try a sharper picture, straight and in good light."
    ),
    "UnknownCertificate": N_("No certificate here has the number “{number}”. Nothing was changed; check the number."),
    "UnknownDesign": N_("There is no certificate design called “{design}”. Nothing was printed; choose another one."),
    "DesignInvalid": N_("This certificate design is not right at “{where}”. Nothing was changed."),
    "UnknownValue": N_("“{name}” in braces stands for nothing. The text was not saved; choose a value from the list."),
    "PagesUnclear": N_("“{pages}” names no pages here. Nothing was printed; write for example 1-3, 7."),
    "PrinterGone": N_(
        "The printer “{printer}” takes nothing. What was not printed is not noted as printed; "
        "check the printer, or choose another one."
    ),
    "UnknownPaper": N_("There is no document called “{document}”. Nothing was written."),
    "UnknownOption": N_("“{option}” is no option of this document. Nothing was written; “papers” lists them."),
    "TimesBeyondTheDay": N_("The session at {time} would cross midnight. No time was changed; choose fewer minutes."),
    "RatingUnclear": N_("Please type figures from 1 to 5, 0 for no answer. How many: {count}. Nothing was saved yet."),
    "NumberStays": N_("A certificate that has its number cannot be undone; it can be revoked."),
    "ListUnreadable": N_(
        "{path} is not a list that can be read (Excel, OpenDocument or text), or it is damaged. Nothing was imported."
    ),
    "ListTooLarge": N_("{path} is larger than any list of people. Nothing was imported."),
    "ListEmpty": N_("{path} is empty. Nothing was imported."),
    "NoNameColumn": N_(
        "No row in {path} has the headings of a list of people. Nothing was imported; "
        "add a row of headings with “Name”."
    ),
    "UnknownTraining": N_("There is no training called “{training}”. The command “trainings” lists them."),
    "SeveralPeople": N_(
        "More than one person is called “{name}”. Nobody was registered; give the phone number instead."
    ),
    "AlikeOnFile": N_(
        "“{name}” may be {other}, who is on file. Nobody was registered; choose who is meant, or say that it is "
        "somebody new."
    ),
    "NotWholeName": N_("“{name}” is no whole name. Nobody was registered; type at least two names."),
    "EndsBeforeStart": N_(
        "The last day {end} comes before the first day {start}. It was not saved; please correct it."
    ),
    "AnsweredMeanwhile": N_(
        "Somebody else has answered this meanwhile. Your answer was not saved; look at what holds now."
    ),
    "ChangedMeanwhile": N_(
        "Somebody else has changed this meanwhile. Nothing was saved; look at what is there now, and decide again."
    ),
    "FromNewerVersion": N_(
        "This was written by a newer version of Sijil and cannot be changed here. "
        "Nothing was changed; please install the newer version."
    ),
    "UnknownProposal": N_("Nothing called “{proposal}” waits for an answer. The command “proposals” lists what does."),
    "TrainingFileInvalid": N_("The training file {path} is not right at “{where}”. Nothing was added."),
    "UnknownFormat": N_("No table can be written to a file that ends in “{ending}”; use xlsx, csv or json."),
    "PictureUnsuitable": N_(
        "{path} is no picture that can be used (PNG, JPEG, WebP), or it is damaged. "
        "Nothing was changed; choose another one."
    ),
    "NothingToPrint": N_("There is nobody to print for yet. Nothing was written."),
}


def sentence(words: Words, error: str, values: Mapping[str, object]) -> str:
    """The sentence of an error class, by its name; numbers in the digits of its language."""
    said = {name: words.number(value) if isinstance(value, int) else value for name, value in values.items()}
    return words.say(SENTENCES[error], **said)
