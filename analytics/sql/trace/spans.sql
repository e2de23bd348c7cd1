-- On which days is the line in force, cut by the student's enrolment (rules 1)?
-- Grain: one row a span. Parameters: $line_no. Columns: span_from, span_to.
-- uses: base/line_spans
select s.span_from, s.span_to
from line_spans as s
where s.line_no = $line_no and not s.is_lapsed
order by s.span_from
