-- Which cycles of a line have closed, and how many sessions did they require and get (rules 7)?
-- Grain: one row a line and closed cycle. Parameters: $as_of, $from_day, $to_day, $session_counts_at.
-- Columns: line_no, cycle_key, month (of its last day in the window), is_whole (every instructional day inside the window),
-- required_sessions (null without a session count), counted_sessions.
-- uses: ledger/line_days, ledger/booked, base/lines, base/session_minutes
-- materialized
select
    c.line_no, c.cycle_key, c.month, c.is_whole,
    cast(floor(cast(l.sessions_per_cycle * c.days_in_range / nullif(c.days_to_divide_by, 0) as decimal(18, 6))) as bigint)
        as required_sessions,
    coalesce(s.counted_sessions, 0) as counted_sessions
from (
    select
        d.line_no, d.cycle_key, max(d.month) as month, count(*) = max(d.cycle_days) as is_whole,
        max(d.days_to_divide_by) as days_to_divide_by,
        count(*) filter (where d.day between $from_day and $to_day) as days_in_range
    from line_days as d
    where not d.is_lapsed
    group by d.line_no, d.cycle_key
    having max(d.day) <= $as_of and bool_and(d.is_covered)
) as c
join lines as l on l.line_no = c.line_no
left join (
    select b.line_no, b.cycle_key, count(*) as counted_sessions
    from booked as b
    join session_minutes as m on m.line_no = b.line_no
    where
        b.given_minutes > 0
        and cast(b.given_minutes as decimal(18, 6))
        >= cast(m.session_minutes * cast($session_counts_at as double precision) as decimal(18, 6))
    group by b.line_no, b.cycle_key
) as s on s.line_no = c.line_no and s.cycle_key = c.cycle_key
