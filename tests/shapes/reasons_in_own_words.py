"""Reasons beside no minutes as therapists write them, and who was away by profession."""

from tests.shapes.shape import Shape, drawn, given, missed, shape, text


@shape
def whose_teacher_was_out() -> Shape:
    """A log of several services: the teacher's absence is the provider's where the teacher gives the service; beside
    occupational therapy it is asked why there was none."""
    rows = drawn("""
        Learner ID|Related Service|Visit Date|Min|Why Not Seen
        70211|SDI|10/6/2025|60|
        70211|SDI|10/7/2025|0|Teacher absent
        70211|OT|10/7/2025|0|Teacher absent
        70211|OT|10/8/2025|30|
        70218|Nursing|10/7/2025|0|Nurse out
        70218|PT|10/9/2025|0|Nurse out
        70218|PT|10/10/2025|0|PTA out sick
        """)
    truth = [
        given("70211", "2025-10-06", 60, "SDI"),
        missed("70211", "2025-10-07", "provider_absent", "SDI", minutes=0),
        given("70211", "2025-10-08", 30),
        missed("70218", "2025-10-07", "provider_absent", "NURSING", minutes=0),
        missed("70218", "2025-10-10", "provider_absent", "PT", minutes=0),
    ]
    held = {"sessions": {"waiting": [4, 7]}}
    asked = ("Teacher absent", "Nurse out")
    return Shape("whose_teacher_was_out", "october.csv", text(rows), {"sessions": truth}, held, asked)
