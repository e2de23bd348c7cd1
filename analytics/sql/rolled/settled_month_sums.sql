-- What does each line and month bring to a group at the as-of date (rules 5 and 7): what has settled, and what may still change?
-- Grain: one row a line and month. Parameters: $as_of. Columns: those of ledger/line_sums but cycles_met and cycles.
-- uses: ledger/accounts, base/chosen_lines, rolled/clocks_now
select
    g.line_no, g.month,
    g.expected_minutes, g.delivered_minutes, g.credited_minutes, g.excess_minutes, g.excused_minutes,
    g.review_minutes, g.make_up_minutes, g.unaccounted_minutes, g.pace_gap_minutes, g.provider_caused_minutes,
    g.open_minutes, g.uncovered_minutes, g.lapsed_minutes, g.short_minutes,
    g.required_sessions, least(g.counted_sessions, g.required_sessions) as counted_sessions,
    g.given_sessions > 0 as has_evidence, c.session_minutes, coalesce(c.whole_from <= $as_of, false) as has_whole_cycle
from (
    select
        u.line_no, u.month,
        sum(u.expected_minutes) as expected_minutes, sum(u.delivered_minutes) as delivered_minutes,
        sum(u.credited_minutes) as credited_minutes, sum(u.excess_minutes) as excess_minutes,
        sum(u.excused_minutes) as excused_minutes, sum(u.review_minutes) as review_minutes,
        sum(u.make_up_minutes) as make_up_minutes, sum(u.unaccounted_minutes) as unaccounted_minutes,
        sum(u.pace_gap_minutes) as pace_gap_minutes, sum(u.provider_caused_minutes) as provider_caused_minutes,
        sum(u.open_minutes) as open_minutes, sum(u.uncovered_minutes) as uncovered_minutes,
        sum(u.lapsed_minutes) as lapsed_minutes, sum(u.short_minutes) as short_minutes, sum(u.required_sessions)
        as required_sessions, sum(u.counted_sessions) as counted_sessions, sum(u.given_sessions) as
        given_sessions
    from (
        select
            a.line_no, a.month, a.expected_minutes, a.delivered_minutes, a.credited_minutes, a.excess_minutes,
            a.excused_minutes, a.review_minutes, a.make_up_minutes, a.unaccounted_minutes, a.pace_gap_minutes,
            a.provider_caused_minutes, a.open_minutes, cast(0 as double precision) as uncovered_minutes, cast(0
            as double precision) as lapsed_minutes, case when a.is_closed then a.expected_minutes -
            a.excused_minutes - a.credited_minutes else 0 end as short_minutes, 0 as required_sessions, 0 as
            counted_sessions, a.given_sessions
        from accounts as a
        union all
        select
            r.line_no, r.month, r.expected_minutes, r.delivered_minutes, r.credited_minutes, r.excess_minutes,
            r.excused_minutes, r.review_minutes, r.make_up_minutes, r.unaccounted_minutes, r.pace_gap_minutes,
            r.provider_caused_minutes, r.open_minutes, r.uncovered_minutes, r.lapsed_minutes, r.short_minutes,
            r.required_sessions, r.counted_sessions, r.given_sessions
        from rolled_month_sums as r
        where r.from_day <= $as_of and r.to_day > $as_of
        union all
        select
            b.line_no, b.month, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            case when b.is_lapsed then 0 else b.rate * (k.passed - b.clock_from) end,
            case when b.is_lapsed then b.rate * (k.passed - b.clock_from) else 0 end, 0, 0, 0, 0
        from rolled_beside as b
        join clocks_now as k on k.clock_no = b.clock_no
        where b.from_day <= $as_of and b.to_day > $as_of
    ) as u
    group by u.line_no, u.month
) as g
join chosen_lines as c on c.line_no = g.line_no and c.session_minutes is not null
