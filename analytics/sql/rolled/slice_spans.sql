-- On which days is each line in force or lapsed, of those from which on it is made again?
-- Grain and columns: those of base/line_spans.
-- uses: base/line_spans, rolled/read_from
select s.line_no, greatest(s.span_from, r.accrues_from) as span_from, s.span_to, s.is_lapsed
from line_spans as s
join read_from as r on r.line_no = s.line_no and r.accrues_from <= s.span_to
