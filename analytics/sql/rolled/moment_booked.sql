-- Which given sessions are known at each moment, of the periods up to the last one that has a make-up without a date?
-- Grain: one row a moment and session. Columns: line_no (the moment's number), period_key, month, given_minutes, is_undated, session_date,
-- session_id, row_key.
-- uses: rolled/moments, rolled/told
-- materialized
select
    m.moment_no as line_no, t.period_key, t.month, t.given_minutes, t.is_undated, t.session_date, t.session_id, t.row_key
from moments as m
join told as t on t.line_no = m.line_no and t.session_date <= m.day and t.period_key <= m.last_period
where t.given_minutes > 0
