-- How many full-time providers do the lines in force need, by service and zone (rules 12)?
-- Grain: one row a service and zone. Parameters: $district, $known, the policies of rules 12, the viewer's choice.
-- Columns: service, zone (null: a school without a zone), load_minutes (treatment, notes, evaluations and meetings of these students, a week),
-- fte_needed (load / one FTE's contract less planning), and the same for next year: the same lines renewed, without those of students who are
-- in grade 12 now; who changes school is counted in the zone of today.
-- uses: caseload/line_loads, base/students_now
select
    x.service, z.zone,
    sum(x.treatment_minutes + x.student_minutes) as load_minutes,
    sum(x.treatment_minutes + x.student_minutes) / nullif($contract_minutes_per_fte - $planning_minutes_per_fte, 0) as fte_needed,
    sum(x.treatment_minutes_next_year + x.student_minutes_next_year) as load_minutes_next_year,
    sum(x.treatment_minutes_next_year + x.student_minutes_next_year)
    / nullif($contract_minutes_per_fte - $planning_minutes_per_fte, 0) as fte_needed_next_year
from (
    select
        l.service, l.school, sum(l.direct_minutes + l.indirect_minutes + l.documentation_minutes) as treatment_minutes,
        count(distinct l.student_id)
        * ($evaluations_per_student * $evaluation_minutes + $meetings_per_student * $meeting_minutes) / nullif($work_weeks, 0)
            as student_minutes,
        coalesce(
            sum(l.direct_minutes + l.indirect_minutes + l.documentation_minutes) filter (where coalesce(s.grade, '') <> '12'), 0
        ) as treatment_minutes_next_year,
        count(distinct l.student_id) filter (where coalesce(s.grade, '') <> '12')
        * ($evaluations_per_student * $evaluation_minutes + $meetings_per_student * $meeting_minutes) / nullif($work_weeks, 0)
            as student_minutes_next_year
    from line_loads as l
    left join students_now as s on s.student_id = l.student_id
    where
        {l.service in $services}
        and {l.school in $schools}
        and {l.provider_id in $providers}
        and {l.student_id in $students}
    group by l.service, l.school
) as x
left join (
    select s.school, s.zone from schools as s
    where s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
) as z on z.school = x.school
group by x.service, z.zone
order by x.service, z.zone
