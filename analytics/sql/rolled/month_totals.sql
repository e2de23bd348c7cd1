-- What do the line-months bring together that are done, by month and as-of date?
-- Grain: one row a month and span of as-of dates. Columns: month, from_day, to_day (the first as-of date after it), those of ledger/key_sums.
-- uses: rolled/done_months
select
    d.month, d.day as from_day,
    coalesce(lead(d.day) over (partition by d.month order by d.day), date '9999-12-31') as to_day,
    {minutes: sum(d.*) over w}, {line_counts: sum(d.*) over w}, sum(d.counted_sessions) over w as counted_sessions,
    sum(d.required_sessions) over w as required_sessions
from (
    select
        u.month, u.day,
        {minutes: sum(u.*)}, {line_counts: sum(u.*)}, sum(u.counted_sessions) as counted_sessions,
        sum(u.required_sessions) as required_sessions
    from (
        select
            m.month, m.from_day as day, {minutes: m.*},
            case when m.has_expected then 1 else 0 end as lines, 0 as lines_on_track,
            case when m.has_expected and not m.has_evidence then 1 else 0 end as lines_without_evidence, 0 as lines_banded,
            m.counted_sessions, m.required_sessions
        from done_months as m
        union all
        select
            b.month, greatest(b.from_day, b.whole_from), {minutes: 0}, 0, case when b.band = 'on_track' then 1 else 0 end, 0, case when b.band <> 'n/a' then 1 else 0 end, 0, 0
        from done_months as b
        where b.has_expected and b.whole_from is not null
    ) as u
    group by u.month, u.day
) as d
window w as (partition by d.month order by d.day)
