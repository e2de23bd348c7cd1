"""How composed spreadsheets arrive, by their parts: which heading, which form, which layout fails most."""

from collections import Counter
from collections.abc import Iterable

from data.ingest.readers import guard, workbook
from data.store import open_store
from tests.ingest_score import Score, score
from tests.shapes.composed.chooser import Parts
from tests.shapes.composed.composing import Composed, compose

VERDICTS = ("right", "asked", "refused", "silent", "wrong")
_TOLD = 40


def tell(seeds: Iterable[int], parts: Parts, faults: int) -> None:
    """Score them, print the sums, the parts that fail most, and the faults of some; of kept parts only the sums."""
    guard.parse = workbook.sheets  # our own workbooks need no process of their own
    store = open_store()
    scored = [(one, score(one.shape, store)) for one in (compose(seed, parts) for seed in seeds)]
    _print_sums("all", [found for _, found in scored])
    for dataset in sorted({one.parts["dataset"] for one, _ in scored}):
        _print_sums(dataset, [found for one, found in scored if one.parts["dataset"] == dataset])
    if parts == "seen":
        _print_parts(scored)
        amiss = [pair for pair in scored if pair[1].cells > pair[1].right or pair[1].unmet]
        for one, found in amiss[:faults]:
            _print_faults(one, found)


def _print_sums(name: str, found: list[Score]) -> None:
    sums = Counter[str]()
    for one in found:
        for (_, verdict), cells in one.verdicts.items():
            sums[verdict] += cells
    whole = sum(one.cells == one.right for one in found)
    cells = max(sum(sums.values()), 1)
    told = ", ".join(f"{verdict} {sums[verdict] / cells:.2%}" for verdict in VERDICTS)
    unmet = sum(len(one.unmet) for one in found)
    print(f"{name:<16}{len(found):>5} files, {whole:>4} whole; {cells} cells: {told}; {unmet} rows held otherwise")


def _print_parts(scored: list[tuple[Composed, Score]]) -> None:
    """Of each part how many cells of its column, or of the whole file where it is no column's, aren't right."""
    amiss, cells = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one, found in scored:
        for (name, verdict), number in found.verdicts.items():
            for part in _parts_of(one, name):
                cells[part] += number
                amiss[part] += number * (verdict != "right")
    for part, number in sorted(amiss.items(), key=lambda item: -item[1] * item[1] / cells[item[0]])[:_TOLD]:
        print(f"  {number:>5} of {cells[part]:>5}  {part[0]}: {part[1]!r}")


def _parts_of(one: Composed, name: str) -> list[tuple[str, str]]:
    topic = f"heading {one.told_by.get(name, '')}"
    return [part for part in one.parts.items() if not part[0].startswith("heading ") or part[0] == topic]


def _print_faults(one: Composed, found: Score) -> None:
    print(f"\n{one.shape.name}: {one.parts}")
    if one.shape.file.endswith(("csv", "txt", "tsv")):
        print("\n".join(one.shape.data.decode().splitlines()[:9]))
    for fault in [*found.faults[:6], *found.unmet[:4]]:
        print(f"    {fault}")
