-- Which make-ups that name no date have the chosen lines up to the as-of date (rules 5)? Whatever the range.
-- Grain: one row a session. Parameters: $as_of. Columns: line_no, period_key, month, counts_on, session_date, session_id, row_key, given_minutes.
-- uses: ledger/placings, base/chosen_lines
-- materialized
-- by line
select
    p.line_no, p.period_key, p.month, p.counts_on, p.session_date, p.session_id, p.row_key, p.given_minutes
from placings as p
join chosen_lines as c on c.line_no = p.line_no
where p.is_undated and p.session_date <= $as_of
