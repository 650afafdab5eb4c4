"""One exception a cause. Each says what is wrong, why, and what to do, in Chinese and English."""


class LantuError(Exception):
    """A mistake in a request: shown as one line. `status` is the exit status of the command."""

    status = 3

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type["LantuError"], tuple[str, str]]:
        """Errors cross from the parser's process to ours."""
        return type(self), (self.zh, self.en)

    def say(self, lang: str) -> str:
        """The message in one language: `zh` or `en`."""
        return self.en if lang == "en" else self.zh


class MissingFile(LantuError):
    """No such file."""


class NotAFile(LantuError):
    """A folder or something else that is no regular file."""


class EmptyFile(LantuError):
    """A file without text."""


class BinaryFile(LantuError):
    """Bytes that are no text in a format that was expected to be text."""


class UnknownEncoding(LantuError):
    """Text in no encoding that Lantu reads."""


class UnknownLanguage(LantuError):
    """Text that is not in Chinese."""


class UnknownFormat(LantuError):
    """A format that Lantu does not read."""


class DamagedFile(LantuError):
    """A file of a known format that cannot be opened: cut short, altered, encrypted."""


class MissingTool(LantuError):
    """A format that wants an extra or a program that is not installed."""


class TooLarge(LantuError):
    """More than the limits of size, time or memory allow."""


class MixedPlaces(LantuError):
    """Documents of several places where one is wanted."""


class NothingToDo(LantuError):
    """Nothing in the files that the verb could work on."""


class OutputExists(LantuError):
    """An output that is there already and was not to be overwritten."""


class CannotWrite(LantuError):
    """An output that the system does not let be written."""


class BadData(LantuError):
    """A data sheet that cannot be used: names the row and the column."""


class BadSettings(LantuError):
    """A `lantu.toml` that cannot be used."""


class BadCorrections(LantuError):
    """A `corrections.toml` that cannot be used."""


class StaleCorrection(LantuError):
    """A correction whose document no longer prints what it corrects, or prints it more than once."""


class BadAnswers(LantuError):
    """An `answers.toml` that cannot be used."""


class SecondReaderFailed(LantuError):
    """A second reader that cannot be reached or does not answer as it should."""


class BadRegister(LantuError):
    """A register file that breaks its own rules."""


class BadRequest(LantuError):
    """Wrong use of a verb."""

    status = 2


class CannotOpenLedger(LantuError):
    """A ledger whose database does not answer."""


class NewerLedger(LantuError):
    """A ledger that a later version of Lantu laid out."""


class NotInLedger(LantuError):
    """A document or statement that the ledger does not hold."""


class StaleDecision(LantuError):
    """A decision on a reading that someone changed in the meantime."""


class CannotServe(LantuError):
    """Pages that cannot be served: the port is taken."""
