-- What settles for each edition of a line, by month and day: its settled credit periods, closed cycles, and ended days that aren't loaded or
-- have lapsed (rules 5 and 7)?
-- Grain: several rows an edition, month and day. Columns: line_no (the edition's number), month, day, the minutes of ledger/line_sums,
-- required_sessions, counted_sessions, given_sessions.
-- uses: ledger/accounts, rolled/period_ends, rolled/pieces, rolled/cycle_counts, rolled/editions
select
    a.line_no, a.month, p.settles_on as day, {accounted: a.*}, cast(0 as double precision) as uncovered_minutes,
    cast(0 as double precision) as lapsed_minutes,
    case when a.is_closed then a.expected_minutes - a.excused_minutes - a.credited_minutes else 0 end as short_minutes,
    0 as required_sessions, 0 as counted_sessions, a.given_sessions
from accounts as a
join period_ends as p on p.line_no = a.line_no and p.period_key = a.period_key
union all
select
    e.edition_no, p.month, p.end_day, {accounted: 0},
    case when p.is_lapsed then 0 else p.rate * (p.clock_to - p.clock_from) end,
    case when p.is_lapsed then p.rate * (p.clock_to - p.clock_from) else 0 end, 0, 0, 0, 0
from pieces as p
join editions as e on e.line_no = p.line_no and p.end_day < e.to_day
where p.is_lapsed = p.is_covered
union all
select c.line_no, c.month, c.day, {accounted: 0}, 0, 0, 0, c.required_sessions, c.counted_sessions, 0
from cycle_counts as c
