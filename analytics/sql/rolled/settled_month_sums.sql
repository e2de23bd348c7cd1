-- What does each line and month bring to a group at the as-of date (rules 5 and 7): what has settled, and what may still change?
-- Grain: one row a line and month. Parameters: $as_of, $is_all (no choice of lines was made), $only_open (without the months that are done). Columns: those of ledger/line_sums but cycles_met and cycles, and
-- what the keys are made of: student_id, line_id, school, provider_id, service, setting, grade.
-- uses: ledger/accounts, base/chosen_lines, rolled/clocks_now
select
    g.line_no, g.month, c.student_id, c.line_id, c.school, c.provider_id, c.service, c.setting, c.grade,
    g.expected_minutes, g.delivered_minutes, g.credited_minutes, g.excused_minutes, g.review_minutes,
    g.make_up_minutes, g.unaccounted_minutes, g.provider_caused_minutes, g.open_minutes, g.uncovered_minutes,
    g.lapsed_minutes, g.short_minutes,
    g.excess_minutes,
    greatest(0, g.expected_minutes - g.credited_minutes - g.excused_minutes - g.review_minutes - g.make_up_minutes)
        as pace_gap_minutes,
    g.required_sessions, least(g.counted_sessions, g.required_sessions) as counted_sessions, g.has_evidence,
    c.session_minutes, coalesce(c.whole_from <= $as_of, false) as has_whole_cycle
from (
    select
        coalesce(r.line_no, u.line_no) as line_no, coalesce(r.month, u.month) as month,
        coalesce(r.expected_minutes, 0) + coalesce(u.expected_minutes, 0) as expected_minutes,
        coalesce(r.delivered_minutes, 0) + coalesce(u.delivered_minutes, 0) as delivered_minutes,
        coalesce(r.credited_minutes, 0) + coalesce(u.credited_minutes, 0) as credited_minutes,
        coalesce(r.excess_minutes, 0) + coalesce(u.excess_minutes, 0) as excess_minutes,
        coalesce(r.excused_minutes, 0) + coalesce(u.excused_minutes, 0) as excused_minutes,
        coalesce(r.review_minutes, 0) + coalesce(u.review_minutes, 0) as review_minutes,
        coalesce(r.make_up_minutes, 0) + coalesce(u.make_up_minutes, 0) as make_up_minutes,
        coalesce(r.unaccounted_minutes, 0) + coalesce(u.unaccounted_minutes, 0) as unaccounted_minutes,
        coalesce(r.provider_caused_minutes, 0) + coalesce(u.provider_caused_minutes, 0) as provider_caused_minutes,
        coalesce(r.open_minutes, 0) + coalesce(u.open_minutes, 0) as open_minutes,
        coalesce(r.uncovered_minutes, 0) + coalesce(u.uncovered_minutes, 0) as uncovered_minutes,
        coalesce(r.lapsed_minutes, 0) + coalesce(u.lapsed_minutes, 0) as lapsed_minutes,
        coalesce(r.short_minutes, 0) + coalesce(u.short_minutes, 0) as short_minutes,
        coalesce(r.required_sessions, 0) as required_sessions, coalesce(r.counted_sessions, 0) as counted_sessions,
        coalesce(r.given_sessions, 0) + coalesce(u.given_sessions, 0) > 0 as has_evidence
    from (
        select s.*
        from rolled_month_sums as s
        where s.from_day <= $as_of and s.to_day > $as_of
            and ($is_all or s.line_no in (select c.line_no from chosen_lines as c)) and not ($only_open and s.is_final)
    ) as r
    full join (
        select
            l.line_no, l.month, sum(l.given_sessions) as given_sessions,
            sum(l.expected_minutes) as expected_minutes, sum(l.delivered_minutes) as delivered_minutes,
            sum(l.credited_minutes) as credited_minutes, sum(l.excess_minutes) as excess_minutes,
            sum(l.excused_minutes) as excused_minutes,
            sum(l.review_minutes) as review_minutes, sum(l.make_up_minutes) as make_up_minutes,
            sum(l.unaccounted_minutes) as unaccounted_minutes,
            sum(l.provider_caused_minutes) as provider_caused_minutes, sum(l.open_minutes) as open_minutes,
            sum(l.uncovered_minutes) as uncovered_minutes, sum(l.lapsed_minutes) as lapsed_minutes,
            sum(l.short_minutes) as short_minutes
        from (
            select
                a.line_no, a.month, a.given_sessions, a.expected_minutes, a.delivered_minutes,
                a.credited_minutes, a.excess_minutes, a.excused_minutes, a.review_minutes, a.make_up_minutes,
                a.unaccounted_minutes, a.provider_caused_minutes, a.open_minutes,
                cast(0 as double precision) as uncovered_minutes, cast(0 as double precision) as lapsed_minutes,
                case when a.is_closed then a.expected_minutes - a.excused_minutes - a.credited_minutes else 0 end as short_minutes
            from accounts as a
            union all
            select
                b.line_no, b.month, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                case when b.is_lapsed then 0 else b.rate * (k.passed - b.clock_from) end,
                case when b.is_lapsed then b.rate * (k.passed - b.clock_from) else 0 end, 0
            from rolled_beside as b
            join clocks_now as k on k.clock_no = b.clock_no
            where b.from_day <= $as_of and b.to_day > $as_of
        ) as l
        where $is_all or l.line_no in (select c.line_no from chosen_lines as c)
        group by l.line_no, l.month
    ) as u on u.line_no = r.line_no and coalesce(u.month, date '0001-01-01') = coalesce(r.month, date '0001-01-01')
) as g
join chosen_lines as c on c.line_no = g.line_no and c.session_minutes is not null
