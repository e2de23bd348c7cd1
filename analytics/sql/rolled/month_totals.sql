-- What do the line-months bring together that are done, by month and the day from which on they are?
-- Grain: one row a month and day on which some are done or begin to have a band. Parameters: $sign (-1: taken back). Columns: month, from_day, those of
-- ledger/key_sums, line_months (how many are done).
-- uses: ledger/line_shares
select
    u.month, u.day as from_day, {minutes: $sign * sum(u.*)}, {line_counts: $sign * sum(u.*)},
    $sign * sum(u.counted_sessions) as counted_sessions, $sign * sum(u.required_sessions) as required_sessions,
    $sign * sum(u.line_months) as line_months
from (
    select
        m.month, m.from_day as day, {minutes: m.*},
        case when m.has_expected then 1 else 0 end as lines, 0 as lines_on_track,
        case when m.has_expected and not m.has_evidence then 1 else 0 end as lines_without_evidence, 0 as lines_banded,
        m.counted_sessions, m.required_sessions, 1 as line_months
    from line_shares as m
    union all
    select
        b.month, greatest(b.from_day, b.whole_from), {minutes: 0}, 0, case when b.band = 'on_track' then 1 else 0 end, 0,
        case when b.band <> 'n/a' then 1 else 0 end, 0, 0, 0
    from line_shares as b
    where b.has_expected and b.whole_from is not null
) as u
group by u.month, u.day
