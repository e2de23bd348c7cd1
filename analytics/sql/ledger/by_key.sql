-- What became of the promised minutes, by any keys of the line and by month (rules 5, 7 and 8)?
-- Grain: one row a combination of the keys asked for. Parameters: $by_district ... $by_month (booleans).
-- Columns: the keys (null where not asked for), the minutes, gross_rate, adjusted_rate (fractions; null where n/a), lines (with E > 0),
-- lines_on_track, lines_without_evidence, frequency_rate, provider_caused_minutes, open_minutes (expected in periods that are still open), provider_rate ((E - provider-caused) / E).
-- uses: base/keyed_lines, ledger/line_shares
select
    g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month,
    sum(g.expected_minutes) as expected_minutes, sum(g.delivered_minutes) as delivered_minutes,
    sum(g.credited_minutes) as credited_minutes, sum(g.excess_minutes) as excess_minutes,
    sum(g.excused_minutes) as excused_minutes, sum(g.review_minutes) as review_minutes,
    sum(g.make_up_minutes) as make_up_minutes, sum(g.unaccounted_minutes) as unaccounted_minutes,
    sum(g.uncovered_minutes) as uncovered_minutes, sum(g.lapsed_minutes) as lapsed_minutes,
    case
        when cast(sum(g.expected_minutes) as decimal(18, 6)) > 0
            then sum(g.credited_minutes) / nullif(sum(g.expected_minutes), 0)
    end as gross_rate,
    case
        when cast(sum(g.expected_minutes) - sum(g.excused_minutes) as decimal(18, 6)) > 0
            then sum(g.credited_minutes) / nullif(sum(g.expected_minutes) - sum(g.excused_minutes), 0)
    end as adjusted_rate,
    case
        when cast(sum(g.expected_minutes) as decimal(18, 6)) > 0
            then (sum(g.expected_minutes) - sum(g.provider_caused_minutes)) / nullif(sum(g.expected_minutes), 0)
    end as provider_rate,
    sum(g.provider_caused_minutes) as provider_caused_minutes, sum(g.open_minutes) as open_minutes,
    count(*) filter (where g.has_expected) as lines,
    count(*) filter (where g.has_expected and g.band = 'on_track') as lines_on_track,
    count(*) filter (where g.has_expected and not g.has_evidence) as lines_without_evidence,
    cast(sum(g.counted_sessions) as double precision) / nullif(sum(g.required_sessions), 0) as frequency_rate,
    sum(g.pace_gap_minutes) as pace_gap_minutes,
    count(*) filter (where g.has_expected and g.band not in ('n/a', 'too_early')) as lines_banded
from (
    select
        s.*, k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line
    from line_shares as s
    join keyed_lines as k on k.line_no = s.line_no
) as g
group by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month
order by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month
