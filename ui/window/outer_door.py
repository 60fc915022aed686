"""The window's outer door: what happens with an error that nobody caught."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from models.errors import SijilError
from ui.help import log
from ui.window.dress import Dress


class OuterDoor(QObject):
    """Tells it in words, or as a report without personal data; errors of any thread, in the window's."""

    interrupted = Signal()
    _failed = Signal(object, object, object)

    def __init__(self, dress: Dress, version: str) -> None:
        super().__init__()
        self._dress = dress
        self._version = version
        self._failed.connect(self._on_failure)

    def guard(self) -> None:
        """From now on every such error comes here."""
        sys.excepthook = self._on_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """May be called in any thread; the message is built in the window's."""
        self._failed.emit(kind, error, trace)

    def _on_failure(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.interrupted.emit()
        elif isinstance(error, SijilError):
            log.logger.info("told: %s", kind.__name__)
            self._dress.messages.problem(error)
        else:
            report = log.report(self._version, kind, trace)
            log.logger.error("%s", report)
            self._dress.messages.crash(report)
