-- How much was expected and delivered, by date (rules 5)? A make-up without a date counts on its own day only with what earlier
-- shortfalls leave of it.
-- Grain: one row a line, credit period and month. Parameters: $from_day, $to_day. Columns: line_no, period_key, month, expected_minutes,
-- dated_minutes, given_sessions (with minutes, wherever these went).
-- uses: ledger/owed, ledger/booked, ledger/undated, ledger/make_up_room
-- materialized
-- by line
select
    u.line_no, u.period_key, u.month, sum(u.expected_minutes) as expected_minutes, sum(u.dated_minutes) as dated_minutes,
    sum(u.given_sessions) as given_sessions
from (
    select o.line_no, o.period_key, o.month, o.expected_minutes, 0 as dated_minutes, 0 as given_sessions
    from owed as o
    where o.expected_minutes is not null
    union all
    select b.line_no, b.period_key, b.month, 0, b.given_minutes, case when b.given_minutes > 0 then 1 else 0 end
    from booked as b
    where not b.is_undated
    union all
    select
        m.line_no, m.period_key, m.month, 0,
        greatest(0, m.given_to_here - r.left_before) - greatest(0, m.given_to_here - m.given_minutes - r.left_before),
        case when m.given_minutes > 0 then 1 else 0 end
    from (
        select
            b.line_no, b.period_key, b.month, b.counts_on, b.given_minutes,
            sum(b.given_minutes) over (
                partition by b.line_no, b.period_key order by b.session_date, b.session_id, b.row_key
                rows between unbounded preceding and current row
            ) as given_to_here
        from undated as b
    ) as m
    join make_up_room as r on r.line_no = m.line_no and r.period_key = m.period_key
    where m.counts_on between $from_day and $to_day
) as u
group by u.line_no, u.period_key, u.month
