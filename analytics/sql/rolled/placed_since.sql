-- Where do the sessions from $made_from on of the lines made count (rules 4 and 5)?
-- Grain: one row a session. Columns: those of ledger/placings; session_id and row_key of make-ups without a date only.
-- uses: ledger/placings, base/chosen_lines
select
    p.line_no, p.session_date, p.counts_on, p.status, p.week, p.month, p.cycle_key, p.period_key, p.minutes, p.given_minutes,
    p.reason, p.is_undated, case when p.is_undated then p.session_id end as session_id,
    case when p.is_undated then p.row_key end as row_key
from placings as p
join chosen_lines as l on l.line_no = p.line_no
