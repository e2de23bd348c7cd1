-- On which days is the line in force, cut by the student's enrolment (rules 1)?
-- Grain: one row a span. Parameters: $line_no. Columns: span_from, span_to, roster_to (the end of an enrolment that ends with the school
-- year, after which the span of a line of the extended year goes on; null: none).
-- uses: base/line_spans, base/lines, base/enrolled_summers
select
    s.span_from, s.span_to,
    (
        select max(e.enrolled_to)
        from enrolled_summers as e
        where
            l.esy and e.student_id = l.student_id and e.calendar = l.school_calendar and e.enrolled_to < s.span_to
            and e.summer_to >= s.span_to
    ) as roster_to
from line_spans as s
join lines as l on l.line_no = s.line_no
where s.line_no = $line_no and not s.is_lapsed
order by s.span_from
