-- On which days is each line in force or lapsed, cut by enrolment (rules 1 and 3)? An enrolment that ends with the school year doesn't cut
-- the summer of a line of the extended year.
-- Grain: one row a line and span. Columns: line_no, span_from, span_to, is_lapsed.
-- uses: base/lines, base/windows, base/enrolment, base/enrolled_summers, base/spells
-- materialized
select c.line_no, greatest(c.span_from, c.enrolled_from) as span_from, least(c.span_to, c.enrolled_to) as span_to, c.is_lapsed
from (
    select
        t.line_no, t.span_from, t.span_to, t.is_lapsed, e.enrolled_from, coalesce(s.summer_to, e.enrolled_to) as enrolled_to,
        e.student_id is not null or not exists (select 1 from spells as p where p.student_id = t.student_id) as may_be
    from (
        select l.line_no, l.student_id, l.esy, l.school_calendar, w.window_from as span_from, w.window_to as span_to, false as is_lapsed
        from lines as l
        join windows as w on w.line_no = l.line_no
        union all
        select l.line_no, l.student_id, l.esy, l.school_calendar, l.end_day + 1, w.lapses_to, true
        from lines as l
        join windows as w on w.line_no = l.line_no
        where w.lapses_to is not null
    ) as t
    left join enrolment as e on e.student_id = t.student_id
    left join enrolled_summers as s
        on t.esy and s.student_id = t.student_id and s.enrolled_to = e.enrolled_to and s.calendar = t.school_calendar
) as c
where c.may_be and greatest(c.span_from, c.enrolled_from) <= least(c.span_to, c.enrolled_to)
