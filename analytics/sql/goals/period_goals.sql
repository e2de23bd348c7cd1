-- Which goals owe a progress report for which grading periods of the school year, and is something on file for it (rules 10)?
-- Grain: one row a goal and period that has begun: a goal in force on the period's last day. Parameters: $as_of. Columns: student_id, goal_id,
-- provider_id, period, start_date, end_date, is_counted (ten instructional days have passed after it), is_received.
-- A row counts for the period that it names, else for the one that holds its day; a code without a name may come in these ten days.
-- uses: base/days, base/enrolment, goals/goals_now, goals/points, goals/ends, goals/periods
select
    g.student_id, g.goal_id, g.provider_id, p.period, p.start_date, p.end_date, p.grace_day <= $as_of as is_counted,
    exists (
        select 1 from points as m
        where
            m.student_id = g.student_id and m.goal_id = g.goal_id
            and (
                m.period_start = p.start_date
                or (
                    m.period_start is null and m.day >= p.start_date
                    and m.day <= case when m.progress_code is null then p.end_date else p.grace_day end
                )
            )
    ) as is_received
from goals_now as g
join ends as e on e.student_id = g.student_id and e.goal_id = g.goal_id
join periods as p on p.calendar = g.calendar and p.is_reported and p.start_date <= $as_of
join days as y on y.day = $as_of and y.school_year = p.school_year
where
    coalesce(g.start_date, p.start_date) <= p.end_date and (e.ended_from is null or e.ended_from > p.end_date)
    and (
        not exists (select 1 from enrolment as s where s.student_id = g.student_id)
        or exists (
            select 1 from enrolment as s
            where s.student_id = g.student_id and p.end_date between s.enrolled_from and s.enrolled_to
        )
    )
