-- Which closed credit periods lack half a planned session or more that is to be made up (rules 5), and what are they called?
-- Grain: one row a line and such period. Columns: line_no, period_key, period (its name), period_start, period_end, make_up_minutes,
-- unaccounted_minutes (of these).
-- materialized
-- by line
-- uses: base/numbered_days, base/session_minutes, ledger/periods, ledger/period_names
select
    p.line_no, p.period_key, k.period, f.day as period_start, e.day as period_end, p.make_up_minutes, p.unaccounted_minutes
from periods as p
join session_minutes as m on m.line_no = p.line_no
join period_names as k on k.line_no = p.line_no and k.period_key = p.period_key
join numbered_days as f on f.counted_by = p.counted_by and f.day_no = p.first_no
join numbered_days as e on e.counted_by = p.counted_by and e.day_no = p.last_no
where
    p.is_closed and cast(p.make_up_minutes as decimal(18, 6)) > 0
    and cast(p.make_up_minutes as decimal(18, 6)) >= cast(0.5 * m.session_minutes as decimal(18, 6))
