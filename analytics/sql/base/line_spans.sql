-- On which days is each line in force or lapsed, cut by enrolment (rules 1 and 3)?
-- Grain: one row a line and span. Columns: line_no, span_from, span_to, is_lapsed.
-- uses: base/lines, base/windows, base/enrolment, base/spells
-- materialized
select
    t.line_no, greatest(t.span_from, coalesce(e.enrolled_from, t.span_from)) as span_from,
    least(t.span_to, coalesce(e.enrolled_to, t.span_to)) as span_to, t.is_lapsed
from (
    select l.line_no, l.student_id, w.window_from as span_from, w.window_to as span_to, false as is_lapsed
    from lines as l
    join windows as w on w.line_no = l.line_no
    union all
    select l.line_no, l.student_id, l.end_day + 1, w.lapses_to, true
    from lines as l
    join windows as w on w.line_no = l.line_no
    where w.lapses_to is not null
) as t
left join enrolment as e on e.student_id = t.student_id
where
    greatest(t.span_from, coalesce(e.enrolled_from, t.span_from)) <= least(t.span_to, coalesce(e.enrolled_to, t.span_to))
    and (e.student_id is not null or not exists (select 1 from spells as p where p.student_id = t.student_id))
