"""Files into the ledger, each file one batch; a preview is the same work, rolled back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from data.ingest import loading, opening, outcome, texts
from data.ingest.model import FileReport, ImportReport, Options
from data.ingest.opening import File
from data.ingest.report import to_json
from data.store import Store
from data.store.connect import StoreError

__all__ = ["run", "to_json"]
Progress = Callable[[str, int, int], None]
"""Told before each file: what is done with it, how many files are done, of how many."""


def run(
    store: Store,
    files: list[tuple[str, bytes]],
    options: Options,
    *,
    commit: bool,
    progress: Progress = lambda *_: None,
) -> ImportReport:
    """Load files, given as (name, bytes); zips are unpacked. One batch and one transaction a file.

    A file that can't be read is refused with a sentence in its report and doesn't stop the others. ``commit=False``
    does the same work and rolls it back, so that the report is what a commit would say. A file whose bytes and reading
    are already in force changes nothing.
    """
    options = replace(options, load_date=options.load_date or date.today())
    with texts.remembering():
        found = _opened(store, _with_room(store, files), options, progress)
        order = sorted((file for file in found if file.loads), key=lambda file: file.rank)
        reports = (_commit if commit else _preview)(store, order, options, progress)
    done = {id(file): report for file, report in zip(order, reports, strict=True)}
    return ImportReport([done.get(id(file)) or outcome.refused(file) for file in found])


def _with_room(store: Store, files: list[tuple[str, bytes]]) -> list[File | tuple[str, bytes]]:
    """The files, zips unpacked; all of them refused, unread, where the disk has too little room for them."""
    if no_room := store.has_room(sum(len(data) for _, data in files)):
        return [opening.refused(name, data, no_room) for name, data in files]
    found = opening.unpack(files)
    if no_room := store.has_room(sum(one.size if isinstance(one, File) else len(one[1]) for one in found)):
        return [one if isinstance(one, File) else opening.refused(*one, no_room) for one in found]
    return found


def _opened(store: Store, files: list[File | tuple[str, bytes]], options: Options, progress: Progress) -> list[File]:
    found = []
    with store.cursor() as cur:
        for number, one in enumerate(files):
            progress(f"Reading {one.name if isinstance(one, File) else one[0]}", number, 2 * len(files))
            found.append(one if isinstance(one, File) else opening.open_file(cur, *one, options))
    return found


def _commit(store: Store, files: list[File], options: Options, progress: Progress) -> list[FileReport]:
    reports = []
    for number, file in enumerate(files):
        progress(f"Loading {file.name}", len(files) + number, 2 * len(files))
        try:
            with store.transaction() as cur:
                report = loading.load(cur, file, options)
        except StoreError as error:
            report = outcome.refused(replace(file, opened=[], refused=str(error)))
        reports.append(report)
    return reports


def _preview(store: Store, files: list[File], options: Options, progress: Progress) -> list[FileReport]:
    reports = []
    with store.transaction(keep=False) as cur:
        for number, file in enumerate(files):
            progress(f"Comparing {file.name} with what is loaded", len(files) + number, 2 * len(files))
            reports.append(replace(loading.load(cur, file, options, listed=True), batch_id=None))
    return reports
