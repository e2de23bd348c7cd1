"""Special education over minutes, and procedures under a bare Code: what they are beside what."""

import pytest

from tests.data.sheets import table


@pytest.mark.parametrize(
    ("heads", "named"),
    [
        ("Student|Sp Ed Minutes|OT Minutes", "SDI minutes"),
        ("Student|Special Education Minutes|Speech Minutes", "SDI minutes"),
        ("Student|Sp Ed Minutes|Gen Ed Minutes|OT Minutes", "Sp Ed Minutes"),
        ("Student|Sp Ed Minutes|Service", "Sp Ed Minutes"),
        ("Student|Total Sp Ed Minutes|OT Minutes", "Total Sp Ed Minutes"),
    ],
)
def test_special_education_is_a_service_beside_others_only(heads: str, named: str) -> None:
    """Beside general education it is a place, and a total is of all of them."""
    texts = "|".join("OT" if one == "Service" else "30" for one in heads.split("|")[1:])
    assert named in table(heads, f"Ava Lund|{texts}", f"Ben Moor|{texts}").headings


@pytest.mark.parametrize(
    ("heading", "texts", "named"),
    [
        ("Code", ("97530", "97110-GO"), "CPT Code"),
        ("Code", ("97530", "SA"), "Code"),
        ("Code", ("20417", "20418"), "Code"),
        ("Status Code", ("97530", "97110"), "Status Code"),
    ],
)
def test_a_bare_code_is_of_procedures_where_all_of_it_is(heading: str, texts: tuple[str, ...], named: str) -> None:
    rows = [f"9/{8 + at}/2025|Ava Lund|{one}|30" for at, one in enumerate(texts)]
    assert named in table(f"Date|Student|{heading}|Minutes", *rows).headings
