-- From when to when is each line in force, and until when does it lapse (rules 1 and 3)?
-- Grain: one row a line. Columns: line_no, window_from, window_to (before enrolment cuts it),
-- ended_by (end, amendment: also a later line that a person said has changed it, iep), lapses_to (to the end of the school year; null: it has not lapsed).
-- uses: base/lines, base/line_changes, base/ieps, base/years, base/days
-- materialized
select
    c.line_no, c.start_day as window_from,
    least(c.end_day, c.next_amendment - 1, c.next_iep - 1) as window_to,
    case
        when least(c.next_amendment, c.next_iep) is null or least(c.next_amendment, c.next_iep) > c.end_day then 'end'
        when c.next_iep is null or c.next_amendment <= c.next_iep then 'amendment'
        else 'iep'
    end as ended_by,
    case
        when coalesce(least(c.next_amendment, c.next_iep), c.end_day + 1) > c.end_day
            then least(c.next_line - 1, c.year_end)
    end as lapses_to
from (
    select
        l.line_no, l.start_day, l.end_day,
        least(
            cast(min(l.start_day) over (
                partition by
                    l.student_id, l.plan_type, l.esy, l.iep_id, l.service, l.kind, l.setting, l.line_grouping
                order by l.start_day
                range between interval '1 day' following and unbounded following
            ) as date),
            g.day
        ) as next_amendment,
        (
            select min(i.iep_start) from ieps as i
            where
                i.student_id = l.student_id and i.plan_type = l.plan_type and i.esy = l.esy and i.service = l.service
                and i.iep_start > coalesce(o.iep_start, l.start_day)
        ) as next_iep,
        (
            select min(n.start_day) from lines as n
            where
                n.student_id = l.student_id and n.plan_type = l.plan_type and n.esy = l.esy and n.service = l.service
                and n.kind = l.kind and n.start_day > l.end_day
        ) as next_line,
        coalesce(
            (
                select max(y.last_day) from years as y
                join days as d on d.day = l.end_day and d.school_year = y.school_year
                where y.calendar = l.calendar
            ),
            date '0001-01-01'
        ) as year_end
    from lines as l
    left join line_changes as g on g.row_key = l.row_key
    left join (
        select distinct x.student_id, x.plan_type, x.esy, x.iep_id, x.iep_start from ieps as x
    ) as o on o.student_id = l.student_id and o.plan_type = l.plan_type and o.esy = l.esy and o.iep_id = l.iep_id
) as c
