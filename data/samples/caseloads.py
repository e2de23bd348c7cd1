"""Who needs what of whom: students are added to each therapist until the caseload's load reaches its target."""

import random
from dataclasses import replace
from datetime import date, timedelta

from data.samples import district, names, stories
from data.samples.needs import Need, Student, grouped, told_otherwise

PER_STUDENT, CHANGE_OF_SCHOOL = 7, 20
"""Minutes a week: evaluations and meetings of a student (rules 12); a change of school."""
SUPERVISION = district.SUPERVISION_HOURS * 60 / 4


FORMS = {
    "OT": (((30, 1, "week"), 46), ((30, 2, "week"), 24), ((20, 2, "week"), 7), ((45, 1, "week"), 7),
           ((30, 2, "month"), 7), ((30, 4, "quarter"), 4), ((30, 1, "weeks:2"), 5)),
    "PT": (((30, 1, "week"), 62), ((45, 1, "week"), 10), ((30, 2, "month"), 18), ((30, 4, "quarter"), 10)),
    "SLP": (((30, 2, "week"), 40), ((30, 1, "week"), 38), ((20, 2, "week"), 12), ((30, 2, "month"), 10)),
    "COUNSELING": (((30, 1, "week"), 70), ((30, 2, "month"), 30)),
}  # fmt: skip
GROUPED = {"OT": 0.36, "PT": 0.0, "SLP": 0.68, "COUNSELING": 0.3}
PUSHED_IN = {"OT": 0.38, "PT": 0.25, "SLP": 0.22, "COUNSELING": 0.0}
PT_SHARE, SLP_SHARE, COUNSELING_SHARE = 0.18, 0.10, 0.14


class Caseloads:
    """The students and their needs, as they are made."""

    def __init__(self) -> None:
        self.rng = random.Random(f"{stories.SEED} caseloads")
        self.names = iter(names.pairs(self.rng, stories.STUDENTS))
        self.students: list[Student] = []
        self.needs: list[Need] = []

    def add_student(self, school: str) -> Student:
        """A new student of a school."""
        last, first = next(self.names)
        grade = self.rng.choice(district.school(school).grades)
        age = 5 + (0 if grade == "K" else int(grade))
        birth = date(2025 - age, 1, 1) + timedelta(days=self.rng.randrange(242))
        number = str(410001 + len(self.students))
        student = Student(number, last, first, birth, school, grade, self._review())
        self.students.append(student)
        return student

    def _review(self) -> date:
        """A fifth of the plans are written anew between September and December, the others from March on."""
        first, days = (date(2025, 9, 8), 95) if self.rng.random() < 0.2 else (date(2026, 3, 2), 90)
        day = first + timedelta(days=self.rng.randrange(days))
        return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)

    def add_need(self, student: Student, one: district.Provider) -> float:
        """The student's service by that provider, sometimes in two lines; returns the load."""
        service = district.SERVICE_OF_ROLE[one.role]
        draw = self.rng.random()
        if service == "OT" and draw < 0.06:
            return self._consult(student, one, 30)
        if service == "OT" and draw < 0.10:
            both = [self._direct(student, one, (30, 1, "week"), "individual", way) for way in ("push_in", "pull_out")]
            return sum(both)
        forms, weights = zip(*FORMS[service], strict=True)
        form = self.rng.choices(forms, weights)[0]
        grouped = form[2] == "week" and self.rng.random() < GROUPED[service]
        grouping = "group" if grouped else "individual"
        load = self._direct(student, one, form, grouping, self._setting(service, student.school))
        return load + (self._consult(student, one, 15) if service == "OT" and self.rng.random() < 0.12 else 0)

    def _setting(self, service: str, school: str) -> str:
        share = PUSHED_IN[service] * (1.5 if school == stories.DRIFT_SCHOOL else 1)
        return "push_in" if self.rng.random() < share else "pull_out"

    def _direct(
        self, student: Student, one: district.Provider, form: tuple[int, int, str], grouping: str, setting: str
    ) -> float:
        minutes, times, per = form
        service = district.SERVICE_OF_ROLE[one.role]
        need = Need(
            len(self.needs) + 1, student.student_id, service, one.provider_id, student.school, minutes, times, per,
            setting, grouping,
        )  # fmt: skip
        self.needs.append(need)
        return need.load()

    def _consult(self, student: Student, one: district.Provider, minutes: int) -> float:
        need = Need(
            len(self.needs) + 1, student.student_id, "OT", one.provider_id, student.school, minutes, 1, "month",
            "consult_staff", kind="indirect",
        )  # fmt: skip
        self.needs.append(need)
        return need.load()

    def fill(self, one: district.Provider) -> None:
        """Add students until the load reaches the target; the OTR of record carries the assistant's students too."""
        load = self._carried(one)
        while load < one.target * one.capacity:
            school = self.rng.choices(one.schools, (3, 2)[: len(one.schools)])[0]
            load += self.add_need(self.add_student(school), one)
            load += PER_STUDENT if one.role == "OTR" else 0

    def _carried(self, one: district.Provider) -> float:
        assistants = [other.provider_id for other in district.PROVIDERS if other.supervisor == one.provider_id]
        theirs = {need.student_id for need in self.needs if need.provider_id in assistants}
        travel = CHANGE_OF_SCHOOL if len(one.schools) == 2 else 0
        return len(theirs) * PER_STUDENT + len(assistants) * SUPERVISION + travel

    def share(self, one: district.Provider, share: float) -> None:
        """Give that share of the students of the provider's schools the provider's service too."""
        for student in [student for student in self.students if student.school in one.schools]:
            if self.rng.random() < share:
                self.add_need(student, one)

    def speech_only(self) -> None:
        """The rest of the district's students have speech alone, each with the therapist who has most room."""
        loads = {one.provider_id: self._load(one) for one in district.PROVIDERS if one.role == "SLP"}
        while len(self.students) < stories.STUDENTS:
            one = district.provider(min(loads, key=lambda known: (loads[known], known)))
            school = self.rng.choices(one.schools, (3, 2)[: len(one.schools)])[0]
            loads[one.provider_id] += self.add_need(self.add_student(school), one) + PER_STUDENT

    def _load(self, one: district.Provider) -> float:
        mine = [need for need in self.needs if need.provider_id == one.provider_id]
        return sum(need.load() for need in mine) + PER_STUDENT * len({need.student_id for need in mine})


def build() -> tuple[list[Student], list[Need]]:
    """The district's students and their needs, the groups made up."""
    made = Caseloads()
    for role in ("COTA", "OTR"):
        for one in district.PROVIDERS:
            if one.role == role and one.target:
                made.fill(one)
    for role, share in (("PT", PT_SHARE), ("SLP", SLP_SHARE)):
        for one in district.PROVIDERS:
            if one.role == role:
                made.share(one, share)
    made.speech_only()
    for one in district.PROVIDERS:
        if one.role == "COUNSELOR":
            made.share(one, COUNSELING_SHARE)
    return [_moved(student) for student in made.students], grouped(told_otherwise(made.needs))


def _moved(student: Student) -> Student:
    """The one who came during the year, and those who left."""
    if student.student_id == stories.TRANSFER_STUDENT:
        return replace(student, enrolled_from=stories.TRANSFER_DAY)
    return replace(student, enrolled_to=stories.LEAVERS.get(student.student_id))
