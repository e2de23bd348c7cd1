-- On which days can a line take sessions, and does another line of the same student, service and kind compete for some of them (rules 4)?
-- Grain: one row a line and span in force. Columns: line_no, student_id, service, kind, setting, line_grouping, line_id, window_from,
-- span_from, span_to, has_rival.
-- uses: base/lines, base/windows, base/line_spans
-- materialized
select
    l.line_no, l.student_id, l.service, l.kind, l.setting, l.line_grouping, l.line_id, w.window_from, s.span_from, s.span_to,
    exists (
        select 1
        from lines as o
        join line_spans as t on t.line_no = o.line_no and not t.is_lapsed
        where
            o.student_id = l.student_id and o.service = l.service and o.kind = l.kind and o.line_no <> l.line_no
            and t.span_from <= s.span_to and t.span_to >= s.span_from
    ) as has_rival
from line_spans as s
join lines as l on l.line_no = s.line_no
join windows as w on w.line_no = s.line_no
where not s.is_lapsed
