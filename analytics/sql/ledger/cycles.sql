-- Which cycles of a line have closed, and how many sessions did they require and get (rules 7)?
-- Grain: one row a line and closed cycle.
-- Columns: line_no, cycle_key, month (of its last day in the window), is_whole (every instructional day inside the window),
-- required_sessions (null without a session count, or without a day in the range), counted_sessions.
-- uses: ledger/line_stretches, ledger/booked, base/days_counted, base/lines
-- materialized
-- by line
select
    c.line_no, c.cycle_key, c.month, c.is_whole,
    cast(floor(cast(l.sessions_per_cycle * nullif(c.days_in_range, 0) / nullif(c.days_to_divide_by, 0) as decimal(18, 6))) as bigint)
        as required_sessions,
    coalesce(s.counted_sessions, 0) as counted_sessions
from (
    select
        d.line_no, d.cycle_key, max(d.month) as month, sum(cast(d.opened_to - d.opened_before as double precision)) = max(d.cycle_days) as is_whole,
        max(d.days_to_divide_by) as days_to_divide_by,
        sum(cast(
            greatest(0, least(d.opened_to, n.to_range) - greatest(d.opened_before, n.before_range)) as double precision
        )) as days_in_range
    from line_stretches as d
    join days_counted as n on n.counted_by = d.counted_by
    where not d.is_lapsed
    group by d.line_no, d.cycle_key
    having bool_and(d.is_covered and d.opened_to <= n.to_date)
) as c
join lines as l on l.line_no = c.line_no
left join (
    select b.line_no, b.cycle_key, count(*) as counted_sessions
    from booked as b
    where b.is_counted
    group by b.line_no, b.cycle_key
) as s on s.line_no = c.line_no and s.cycle_key = c.cycle_key
