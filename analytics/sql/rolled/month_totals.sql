-- What do the line-months bring together that are done, by month and as-of date?
-- Grain: one row a month and span of as-of dates. Columns: month, from_day, to_day (the first as-of date after it), those of ledger/key_sums.
-- uses: rolled/done_months
select
    d.month, d.day as from_day,
    coalesce(lead(d.day) over (partition by d.month order by d.day), date '9999-12-31') as to_day,
    sum(d.expected_minutes) over w as expected_minutes, sum(d.delivered_minutes) over w as delivered_minutes,
    sum(d.credited_minutes) over w as credited_minutes, sum(d.excess_minutes) over w as excess_minutes,
    sum(d.excused_minutes) over w as excused_minutes, sum(d.review_minutes) over w as review_minutes,
    sum(d.make_up_minutes) over w as make_up_minutes, sum(d.unaccounted_minutes) over w as unaccounted_minutes,
    sum(d.uncovered_minutes) over w as uncovered_minutes, sum(d.lapsed_minutes) over w as lapsed_minutes,
    sum(d.pace_gap_minutes) over w as pace_gap_minutes,
    sum(d.provider_caused_minutes) over w as provider_caused_minutes, sum(d.open_minutes) over w as open_minutes,
    sum(d.lines) over w as lines, sum(d.lines_on_track) over w as lines_on_track,
    sum(d.lines_without_evidence) over w as lines_without_evidence, sum(d.lines_banded) over w as lines_banded,
    sum(d.counted_sessions) over w as counted_sessions, sum(d.required_sessions) over w as required_sessions
from (
    select
        u.month, u.day,
        sum(u.expected_minutes) as expected_minutes, sum(u.delivered_minutes) as delivered_minutes,
        sum(u.credited_minutes) as credited_minutes, sum(u.excess_minutes) as excess_minutes,
        sum(u.excused_minutes) as excused_minutes, sum(u.review_minutes) as review_minutes,
        sum(u.make_up_minutes) as make_up_minutes, sum(u.unaccounted_minutes) as unaccounted_minutes,
        sum(u.uncovered_minutes) as uncovered_minutes, sum(u.lapsed_minutes) as lapsed_minutes,
        sum(u.pace_gap_minutes) as pace_gap_minutes, sum(u.provider_caused_minutes) as provider_caused_minutes,
        sum(u.open_minutes) as open_minutes, sum(u.lines) as lines, sum(u.lines_on_track) as lines_on_track,
        sum(u.lines_without_evidence) as lines_without_evidence, sum(u.lines_banded) as lines_banded,
        sum(u.counted_sessions) as counted_sessions, sum(u.required_sessions) as required_sessions
    from (
        select
            m.month, m.from_day as day,
            m.expected_minutes, m.delivered_minutes, m.credited_minutes, m.excess_minutes, m.excused_minutes,
            m.review_minutes, m.make_up_minutes, m.unaccounted_minutes, m.uncovered_minutes, m.lapsed_minutes,
            m.pace_gap_minutes, m.provider_caused_minutes, m.open_minutes,
            case when m.has_expected then 1 else 0 end as lines, 0 as lines_on_track,
            case when m.has_expected and not m.has_evidence then 1 else 0 end as lines_without_evidence, 0 as lines_banded,
            m.counted_sessions, m.required_sessions
        from done_months as m
        union all
        select
            b.month, greatest(b.from_day, b.whole_from),
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, case when b.band = 'on_track' then 1 else 0 end, 0, case when b.band <> 'n/a' then 1 else 0 end, 0, 0
        from done_months as b
        where b.has_expected and b.whole_from is not null
    ) as u
    group by u.month, u.day
) as d
window w as (partition by d.month order by d.day)
