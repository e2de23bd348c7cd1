-- How much was expected and delivered by date in the credit periods that may still change, at the as-of date (rules 5)?
-- Grain: one row a line, credit period and month. Parameters: $as_of. Columns: those of ledger/cells.
-- uses: ledger/balances, rolled/clocks_now
select b.line_no, b.period_key, b.month, b.expected_minutes, b.dated_minutes, b.given_sessions
from balances as b
where not b.is_long
union all
select
    s.line_no, s.period_key, s.month,
    case when s.clock_no > 0 then s.expected_base + s.rate * least(k.passed, s.clock_to) else 0 end, s.dated_minutes,
    s.given_sessions
from rolled_cells as s
left join clocks_now as k on k.clock_no = s.clock_no
where s.from_day <= $as_of and s.to_day > $as_of
