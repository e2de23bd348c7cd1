"""What passes between the steps of an import: cells -> tables -> mapping -> typed rows."""

from data.ingest.model.asked import Answers, Cover, Mode, Options, Question
from data.ingest.model.mapped import LEFT_OUT, NOT_USED, OUT_BY_VALUES, Column, Context, Mapping, Staged
from data.ingest.model.reports import COUNTS, FileReport, ImportReport, Problem, SheetReport
from data.ingest.model.sheets import UNCALCULATED, FileRefused, LeftOut, Merges, Sheet, Table, Texts, body_of

__all__ = [
    "COUNTS", "LEFT_OUT", "NOT_USED", "OUT_BY_VALUES", "UNCALCULATED", "Answers", "Column", "Context", "Cover",
    "FileRefused", "FileReport", "ImportReport", "LeftOut", "Mapping", "Merges", "Mode", "Options", "Problem",
    "Question", "Sheet", "SheetReport", "Staged", "Table", "Texts", "body_of",
]  # fmt: skip
