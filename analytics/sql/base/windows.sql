-- From when to when is each line in force, and until when does it lapse (rules 1 and 3)?
-- Grain: one row a line. Columns: line_no, window_from, window_to (before enrolment cuts it),
-- ended_by (end, amendment: also a later line that a person said has changed it, iep), lapses_to (to the end of the school year; null: it has not
-- lapsed, as a line of the extended year never does).
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
        when not c.esy and coalesce(least(c.next_amendment, c.next_iep), c.end_day + 1) > c.end_day
            then least(c.next_line - 1, c.year_end)
    end as lapses_to
from (
    select
        l.line_no, l.esy, l.start_day, l.end_day,
        least(
            cast(min(l.start_day) over (
                partition by
                    l.student_id, l.plan_type, l.esy, l.iep_id, l.service, l.kind, l.setting, l.line_grouping
                order by l.start_day
                range between interval '1 day' following and unbounded following
            ) as date),
            g.day
        ) as next_amendment,
        i.next_iep, n.next_line, coalesce(y.last_day, date '0001-01-01') as year_end
    from lines as l
    left join line_changes as g on g.row_key = l.row_key
    left join (
        select c.line_no, min(x.iep_start) as next_iep
        from lines as c
        left join (
            select distinct p.student_id, p.plan_type, p.esy, p.iep_id, p.iep_start from ieps as p
        ) as o on o.student_id = c.student_id and o.plan_type = c.plan_type and o.esy = c.esy and o.iep_id = c.iep_id
        join ieps as x
            on x.student_id = c.student_id and x.plan_type = c.plan_type and x.esy = c.esy and x.service = c.service
            and x.iep_start > coalesce(o.iep_start, c.start_day)
        group by c.line_no
    ) as i on i.line_no = l.line_no
    left join (
        select c.line_no, min(x.start_day) as next_line
        from lines as c
        join lines as x
            on x.student_id = c.student_id and x.plan_type = c.plan_type and x.esy = c.esy and x.service = c.service
            and x.kind = c.kind and x.start_day > c.end_day
        group by c.line_no
    ) as n on n.line_no = l.line_no
    left join days as d on d.day = l.end_day
    left join years as y on y.calendar = l.calendar and y.school_year = d.school_year
) as c
