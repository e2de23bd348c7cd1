-- On which loaded school days was a line's student absent (rules 6)? Who refused was there, and a suspension is the school's.
-- Grain: one row a line of the ledger and such day in force up to the as-of date. Parameters: $as_of. Columns: line_no, session_date.
-- uses: ledger/placings, base/line_stints, base/numbered_days
select distinct p.line_no, p.session_date
from placings as p
join line_stints as t on t.line_no = p.line_no and not t.is_lapsed and t.is_covered
join numbered_days as n
    on n.counted_by = t.counted_by and n.day = p.session_date and n.day_no > t.opened_before and n.day_no <= t.opened_to
where
    p.session_date <= $as_of and p.status = 'missed' and p.reason in ('student_absent', 'student_unexcused')
