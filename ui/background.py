"""Long work beside the window: one task at a time, each with a Store of its own, progress and Cancel."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget
from shiboken6 import isValid

from models.store import News, Store
from ui.looks.sizes import px

Progress = Callable[[int, int], None]
R = TypeVar("R")
_SHOWN_AFTER = 300  # milliseconds
_TURN = 0.0005  # seconds that the window waits, each time, for a task to let go


def _nothing() -> None:
    return


class Cancelled(Exception):
    """Raised inside a task whose Cancel was pressed; ends its transaction."""


class _News(QObject):
    """Carries what a task has to say into the window's thread."""

    progressed = Signal(int, int)
    ended = Signal(object, object, object)
    """Result, error, what was written."""


class _Task(QRunnable):
    def __init__(self, store: Store, work: Callable[[Store, Progress], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python holds it too, and would hold what Qt has deleted
        self.news = _News()
        self.cancelled = threading.Event()
        self._store = store
        self._work = work

    def run(self) -> None:
        """An outer door: whatever goes wrong here is handed to the window."""
        written: dict[str, set[str]] = {}
        result, error = None, None
        try:
            with self._store.another() as own:
                own.listeners.append(partial(_gather, written))
                result = self._work(own, self._progress)
        except BaseException as problem:
            error = problem
        self.news.ended.emit(result, error, written)

    def _progress(self, done: int, total: int) -> None:
        if self.cancelled.is_set():
            raise Cancelled
        self.news.progressed.emit(done, total)


class _ProgressDialog(QProgressDialog):
    """Shows how far a task is, and takes its Cancel."""

    def __init__(self, window: QWidget, task: _Task, title: str) -> None:
        super().__init__(window)
        self.setLabelText(title)
        self.setRange(0, 0)
        self.setWindowTitle(window.windowTitle())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(_SHOWN_AFTER)
        self.setMinimumWidth(px(380))
        self.setAutoClose(False)  # the last step counted is not yet the end of the task
        self.setAutoReset(False)
        self.canceled.connect(task.cancelled.set)
        task.news.progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self.setValue(0)

    def _on_progress(self, done: int, total: int) -> None:
        self.setMaximum(total)
        self.setValue(done)


class Background(QObject):
    """Runs tasks one after the other."""

    ended = Signal()
    """A task has ended and its news were told."""

    def __init__(self, window: QWidget, store: Store) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        sys.setswitchinterval(_TURN)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # one writer; and PDFium bears only one caller
        self._running: set[_Task] = set()
        self._is_left = False

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def run(
        self,
        owner: QObject,
        work: Callable[[Store, Progress], R],
        done: Callable[[R], None],
        title: str = "",
        failed: Callable[[BaseException], None] | None = None,
        given_up: Callable[[], None] = _nothing,
    ) -> None:
        """Do ``work`` beside the window, then call ``done`` with its result in the window's thread.

        :param owner: who asked; when it is gone by then, nobody is told
        :param title: what is going on; given, the window waits and shows progress with Cancel
        :param failed: called instead of the window's outer door
        :param given_up: called when Cancel was pressed and nothing was done
        """
        task = _Task(self._store, work)
        self._running.add(task)
        dialog = _ProgressDialog(self._window, task, title) if title else None

        @Slot(object, object, object)
        def on_end(result: Any, error: BaseException | None, written: News) -> None:
            self._running.discard(task)
            task.news.ended.disconnect(on_end)  # else the two would hold each other, and the owner, for ever
            if dialog is not None:
                dialog.close()
                dialog.deleteLater()
            if self._is_left:
                return
            try:
                if written:
                    self._store.tell(written)
                if isValid(owner):
                    _hand_over(result, error, done, failed, given_up)
            finally:
                self.ended.emit()

        task.news.ended.connect(on_end, Qt.ConnectionType.QueuedConnection)
        self._pool.start(task)

    def leave(self) -> None:
        """Cancel what runs and wait for its end; for closing. Nobody is told any more."""
        self._is_left = True
        for task in self._running:
            task.cancelled.set()
        self._pool.waitForDone()


def _hand_over(
    result: Any,
    error: BaseException | None,
    done: Callable[[Any], None],
    failed: Callable[[BaseException], None] | None,
    given_up: Callable[[], None],
) -> None:
    if error is None:
        done(result)
    elif isinstance(error, Cancelled):
        given_up()
    elif failed is not None:
        failed(error)
    else:
        raise error


def _gather(written: dict[str, set[str]], news: News) -> None:
    for kind, ids in news.items():
        written.setdefault(kind, set()).update(ids)
