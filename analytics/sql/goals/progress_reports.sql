-- Which progress reports of the school year were due, and which are missing (rules 10)?
-- Grain: one row a grading period and provider. Parameters: $as_of. Columns: period, provider_id, provider_name, due (goals in force on the
-- period's last day), received (of these, with a measurement or progress code for the period), missing.
-- A period counts once ten instructional days have passed after it. A row counts for the period that it names, else for the one that
-- holds its day; a code without a name may come in these ten days.
-- uses: base/days, base/enrolment, goals/goals_now, goals/points, goals/ends, goals/periods, ledger/provider_names
select
    d.period, d.provider_id, v.provider_name, count(*) as due, count(*) filter (where d.is_received) as received,
    count(*) filter (where not d.is_received) as missing
from (
    select
        p.period, p.end_date, g.provider_id,
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
    join periods as p on p.calendar = g.calendar and p.is_reported and p.grace_day <= $as_of
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
) as d
left join provider_names as v on v.provider_id = d.provider_id
group by d.period, d.provider_id, v.provider_name
order by min(d.end_date), v.provider_name, d.provider_id
