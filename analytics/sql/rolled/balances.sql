-- What stands on both sides of each line's credit periods that may still change, at the as-of date (rules 5)?
-- Grain: one row a line and credit period. Parameters: $as_of. Columns: those of ledger/balances that are minutes and is_closed, shortfall_order, month and
-- is_long (as in rolled/period_ends), given_sessions.
-- uses: rolled/clocks_now
select
    s.line_no, s.period_key, s.month, s.is_long, coalesce(s.closes_on <= $as_of, false) as is_closed,
    case when s.clock_no > 0 then s.expected_base + s.rate * least(k.passed, s.clock_to) else 0 end as expected_minutes,
    s.dated_minutes, s.filled_minutes, s.told_minutes, s.excused_missed, s.review_missed, s.make_up_missed,
    s.provider_missed, s.shortfall_order, s.given_sessions
from rolled_states as s
left join clocks_now as k on k.clock_no = s.clock_no
where s.from_day <= $as_of and s.to_day > $as_of
