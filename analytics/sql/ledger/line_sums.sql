-- What does each line bring to a group, before rates and bands (rules 5 and 7)?
-- Grain: one row a line, or a line and month where $by_month. Parameters: $by_month.
-- Columns: line_no, month, the minutes of accounts, uncovered_minutes, lapsed_minutes, short_minutes (E - X - C of closed periods),
-- required_sessions, counted_sessions (at most those required), has_evidence, session_minutes, has_whole_cycle.
-- uses: ledger/accounts, ledger/owed, ledger/cycles, base/session_minutes
select g.*, m.session_minutes, w.line_no is not null as has_whole_cycle
from (
    select
        u.line_no, case when $by_month then u.month end as month,
        {minutes: sum(u.*)}, sum(u.short_minutes) as short_minutes, sum(u.required_sessions) as required_sessions,
        least(sum(u.counted_sessions), sum(u.required_sessions)) as counted_sessions,
        max(u.evidence) > 0 as has_evidence
    from (
        select
            a.line_no, a.month, {accounted: a.*}, 0 as uncovered_minutes, 0 as lapsed_minutes,
            case when a.is_closed then a.expected_minutes - a.excused_minutes - a.credited_minutes else 0 end as short_minutes,
            0 as required_sessions, 0 as counted_sessions, a.given_sessions as evidence
        from accounts as a
        union all
        select
            o.line_no, o.month, {accounted: 0}, coalesce(o.uncovered_minutes, 0), coalesce(o.lapsed_minutes, 0), 0, 0, 0, 0
        from owed as o
        where coalesce(o.uncovered_minutes, o.lapsed_minutes) is not null
        union all
        select
            c.line_no, c.month, {accounted: 0}, 0, 0, 0, sum(c.required_sessions), sum(c.counted_sessions), 0
        from cycles as c
        where c.required_sessions is not null
        group by c.line_no, c.month
    ) as u
    group by u.line_no, case when $by_month then u.month end
) as g
join session_minutes as m on m.line_no = g.line_no
left join (select distinct c.line_no from cycles as c where c.is_whole) as w on w.line_no = g.line_no
