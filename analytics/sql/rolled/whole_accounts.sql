-- What became of the minutes of the credit periods that may still change (rules 5), whatever their months?
-- Grain: one row a line and credit period. Columns: those of ledger/accounts, with month null.
-- uses: ledger/periods
select
    p.line_no, p.period_key, cast(null as date) as month, p.is_closed, p.expected_minutes, p.delivered_minutes,
    p.credited_minutes, p.excess_minutes, p.excused_minutes, p.review_minutes, p.make_up_minutes, p.unaccounted_minutes,
    p.pace_gap_minutes, p.provider_caused_minutes, case when p.is_closed then 0 else p.expected_minutes end as open_minutes,
    p.given_sessions
from periods as p
