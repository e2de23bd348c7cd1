"""Who is looking, and at what: arguments of every figure and of every cached function."""

from dataclasses import dataclass

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
