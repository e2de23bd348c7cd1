-- How many minutes were missed, for which reason (rules 5 and 6)? As logged, uncapped, inferred holidays among them.
-- Grain: one row a line, credit period, month, reason and treatment. Columns: line_no, period_key, month, reason, treatment, cause,
-- missed_minutes, missed_sessions (inferred: 0).
-- uses: ledger/booked, ledger/inferred, ledger/treatments
-- materialized
-- by line
select
    u.line_no, u.period_key, u.month, u.reason, coalesce(t.treatment, 'make_up') as treatment, coalesce(t.cause, 'other') as cause,
    sum(u.missed_minutes) as missed_minutes, sum(u.missed_sessions) as missed_sessions
from (
    select b.line_no, b.period_key, b.month, b.school_year, b.reason, b.missed_minutes, 1 as missed_sessions
    from booked as b
    where b.missed_minutes > 0
    union all
    select i.line_no, i.period_key, i.month, i.school_year, 'holiday', i.holiday_minutes, 0
    from inferred as i
) as u
left join treatments as t on t.reason = u.reason and t.school_year = u.school_year
group by u.line_no, u.period_key, u.month, u.reason, coalesce(t.treatment, 'make_up'), coalesce(t.cause, 'other')
