-- What does each credit period that may still change bring at the as-of date (rules 5), and the days not loaded or lapsed that still grow?
-- Grain: that of ledger/accounts, and one row a line and growing span. Parameters: $as_of, $from_day (the first of a month), $by_month.
-- Columns: line_no, month, the minutes of ledger/accounts, uncovered_minutes, lapsed_minutes, short_minutes, given_sessions.
-- uses: ledger/accounts, rolled/clocks_now
select
    a.line_no, case when $by_month then a.month end as month, {accounted: a.*}, cast(0 as double precision) as uncovered_minutes,
    cast(0 as double precision) as lapsed_minutes,
    case when a.is_closed then a.expected_minutes - a.excused_minutes - a.credited_minutes else 0 end as short_minutes,
    a.given_sessions
from accounts as a
where coalesce(a.month, $from_day) >= $from_day
union all
select
    b.line_no, case when $by_month then b.month end, {accounted: 0},
    case when b.is_lapsed then 0 else b.rate * (k.passed - b.clock_from) end,
    case when b.is_lapsed then b.rate * (k.passed - b.clock_from) else 0 end, 0, 0
from rolled_beside as b
join clocks_now as k on k.clock_no = b.clock_no
where b.from_day <= $as_of and b.to_day > $as_of and coalesce(b.month, date '0001-01-01') >= $from_day
