"""Who is looking, and at what: arguments of every figure and of every cached function."""

from dataclasses import dataclass

import pandas as pd

from data.store.connect import DISTRICT


@dataclass(frozen=True)
class Scope:
    """What the viewer may see. One scope exists for now: everything in the district."""

    district: str = DISTRICT


EVERYTHING = Scope()


@dataclass(frozen=True)
class Selection:
    """What the viewer chose to see; an empty tuple is all."""

    services: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    students: tuple[str, ...] = ()


ALL = Selection()


def within(frame: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The rows of a frame of lines (service, school, provider_id, student_id) that the selection keeps, in their order.

    ``ledger.not_seen`` and ``ledger.make_ups`` say of a line what they say of it among all, so this is the figure of the
    selection; but the range of a projection is of the lines that are chosen (decision 0081).
    """
    chosen = {
        "service": selection.services, "school": selection.schools, "provider_id": selection.providers,
        "student_id": selection.students,
    }  # fmt: skip
    kept = pd.Series(True, index=frame.index)
    for column, values in chosen.items():
        if values:
            kept &= frame[column].isin(values)
    return frame[kept].reset_index(drop=True)
