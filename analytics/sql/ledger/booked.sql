-- What do the sessions of a line of the ledger add to its figures, by week and period (rules 4, 5)?
-- Grain: one row a session inside the range. Columns: line_no, week, month, cycle_key, period_key, given_minutes, missed_minutes, reason
-- (null where nothing was missed), is_attempt, is_counted (as in bookings), is_undated, school_year; session_date, session_id and row_key of undated ones only.
-- uses: ledger/bookings
-- materialized
-- by line
select
    b.line_no, b.week, b.month, b.cycle_key, b.period_key, b.given_minutes, b.missed_minutes,
    case when b.missed_minutes > 0 then b.reason end as reason, b.status = 'attempt' as is_attempt, b.is_counted, b.is_undated,
    b.school_year,
    case when b.is_undated then b.session_date end as session_date, case when b.is_undated then b.session_id end as session_id,
    case when b.is_undated then b.row_key end as row_key
from bookings as b
