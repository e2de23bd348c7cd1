-- What became of the promised minutes, by any keys of the line and by month (rules 5, 7 and 8)?
-- Grain: one row a combination of the keys asked for. Parameters: $by_district ... $by_month (booleans).
-- Columns: the keys (null where not asked for), the minutes, gross_rate, adjusted_rate (fractions; null where n/a), lines (with E > 0),
-- lines_on_track, lines_without_evidence, lines_banded, frequency_rate, provider_caused_minutes, open_minutes (expected in periods that are
-- still open), provider_rate ((E - provider-caused) / E).
-- uses: ledger/key_sums
select
    g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month, {minutes: g.*},
    case
        when cast(g.expected_minutes as decimal(18, 6)) > 0 then g.credited_minutes / nullif(g.expected_minutes, 0)
    end as gross_rate,
    case
        when cast(g.expected_minutes - g.excused_minutes as decimal(18, 6)) > 0
            then g.credited_minutes / nullif(g.expected_minutes - g.excused_minutes, 0)
    end as adjusted_rate,
    case
        when cast(g.expected_minutes as decimal(18, 6)) > 0
            then (g.expected_minutes - g.provider_caused_minutes) / nullif(g.expected_minutes, 0)
    end as provider_rate,
    {line_counts: g.*},
    cast(g.counted_sessions as double precision) / nullif(g.required_sessions, 0) as frequency_rate
from key_sums as g
order by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month
