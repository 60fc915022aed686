"""What can go wrong through nobody's bug. An error carries values; its sentence: ``resources/words/sentences.py``."""


class SijilError(Exception):
    """The parent of all. ``values`` fill the placeholders of the sentence."""

    def __init__(self, **values: object) -> None:
        super().__init__(", ".join(f"{name}={value!r}" for name, value in values.items()))
        self.values = values


class MissingGlyph(SijilError):
    """No font has this ``letter``."""


class NobodyPrintable(SijilError):
    """Something of everybody that was to be printed cannot be: ``people`` names them, and the letters."""


class TextTooLong(SijilError):
    """A text has more letters than the ``most`` that its field takes."""


class RecordErased(SijilError):
    """A record was erased on somebody's request and cannot be written any more."""


class ChangeUnreadable(SijilError):
    """An entry of a history that came from elsewhere is not written as the format demands (``reason``)."""


class TooMuchToKeep(SijilError):
    """More was typed or pasted into one record than an entry of the history holds."""


class BlobMissing(SijilError):
    """The content of a picture (``digest``) has not come to this laptop yet."""


class NothingToRelease(SijilError):
    """Nobody of the training is on this laptop."""


class RecordMissing(SijilError):
    """There is no record of this ``kind`` with this ``id``."""


class NotARegister(SijilError):
    """There is no register at ``path``."""


class RegisterExists(SijilError):
    """There is a register at ``path`` already."""


class RegisterLocked(SijilError):
    """Another program (``holder``) has the register at ``path`` open."""


class RegisterTooNew(SijilError):
    """The register at ``path`` was written by a newer version."""


class RegisterDamaged(SijilError):
    """The register at ``path`` cannot be read."""


class RegisterReadOnly(SijilError):
    """The register at ``path`` may not be written."""


class DiskFull(SijilError):
    """No room left where ``path`` lies."""


class NotWritable(SijilError):
    """``path`` cannot be written."""


class NotReadable(SijilError):
    """``path`` cannot be read."""


class VaultDamaged(SijilError):
    """The key file at ``path`` cannot be read."""


class WeakVault(SijilError):
    """The key file at ``path`` asks for less protection than we accept."""


class PassphraseNeeded(SijilError):
    """The register at ``path`` opens only with a passphrase."""


class WrongPassphrase(SijilError):
    """Neither passphrase nor recovery code."""


class PassphraseTooShort(SijilError):
    """Fewer than ``least`` characters."""


class BackupUnreadable(SijilError):
    """``path`` is no backup of ours, or a damaged one."""


class BackupNotVerified(SijilError):
    """The backup just written to ``path`` could not be read back."""


class OverriddenSince(SijilError):
    """A later change stands in the way of undoing."""


class NothingToUndo(SijilError):
    """This device changed nothing since the register was opened."""


class NumberStays(SijilError):
    """An issued certificate number cannot be undone, only revoked."""


class ListUnreadable(SijilError):
    """The file at ``path`` is no list that we can read."""


class ListTooLarge(SijilError):
    """The list at ``path`` is beyond what we read."""


class ListEmpty(SijilError):
    """The file at ``path`` holds no rows."""


class NoNameColumn(SijilError):
    """No row of the list at ``path`` names a column of names."""


class UnknownTraining(SijilError):
    """No training is called ``training``."""


class SeveralPeople(SijilError):
    """More than one person is called ``name``."""


class AlikeOnFile(SijilError):
    """Somebody on file (``other``) may be the new person ``name``, and was not shown beside them."""


class NotWholeName(SijilError):
    """``name`` is one word or a part of one."""


class EndsBeforeStart(SijilError):
    """A training would end (``end``) before it starts (``start``)."""


class AnsweredMeanwhile(SijilError):
    """A question was answered by somebody else since it was shown."""


class ChangedMeanwhile(SijilError):
    """What somebody wanted to change is another by now than they saw."""


class FromNewerVersion(SijilError):
    """What somebody wanted to change a part of is not understood here."""


class UnknownProposal(SijilError):
    """No proposal is called ``proposal``."""


class TrainingFileInvalid(SijilError):
    """The training file at ``path`` is wrong at ``where``."""


class UnknownFormat(SijilError):
    """No table can be written to a file that ends in ``ending``."""


class NothingToPrint(SijilError):
    """There is nobody for whom to print."""


class PictureUnsuitable(SijilError):
    """The file at ``path`` is no picture, a damaged one, or beyond all measure."""


class NumberPatternInvalid(SijilError):
    """``pattern`` makes no certificate numbers."""


class NotEarned(SijilError):
    """``name`` has not earned a certificate, and nobody made an exception."""


class AlreadyHandedOver(SijilError):
    """The certificate ``number`` was handed over: it can be reissued or revoked."""


class CertificateEnded(SijilError):
    """The certificate ``number`` was revoked, replaced or made void before."""


class AlreadyExcepted(SijilError):
    """``by`` let this person have a certificate before."""


class NotHandedOver(SijilError):
    """The certificate ``number`` was not handed over yet: it can simply be printed again."""


class NoSigningKey(SijilError):
    """This laptop has no key that signs certificates."""


class UnknownKey(SijilError):
    """No key on file has this ``fingerprint``."""


class MayNotDecide(SijilError):
    """Another device decides about keys and laptops here."""


class KeyFileInvalid(SijilError):
    """The file at ``path`` holds no key or list of ours."""


class NoCodeFound(SijilError):
    """There is no certificate's code in ``path``."""


class UnknownCertificate(SijilError):
    """No certificate has this ``number``."""


class UnknownDesign(SijilError):
    """No certificate design is called ``design``."""


class DesignInvalid(SijilError):
    """A certificate design is wrong at ``where``."""


class UnknownValue(SijilError):
    """A text of a certificate has ``name`` in braces, which stands for nothing."""


class PagesUnclear(SijilError):
    """``pages`` names no pages that there are."""


class PrinterGone(SijilError):
    """``printer`` takes nothing."""


class UnknownPaper(SijilError):
    """There is no kind of document called ``document``."""


class UnknownOption(SijilError):
    """A document has no such ``option``, or not with this value."""


class TimesBeyondTheDay(SijilError):
    """A session at ``time`` would cross midnight."""


class RatingUnclear(SijilError):
    """``ratings`` is not one figure for each of the ``count`` questions."""
