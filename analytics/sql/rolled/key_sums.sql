-- What do lines bring together at the as-of date, under any keys of the line and by month (rules 5, 7 and 8)?
-- Grain: one row a combination of the keys asked for. Parameters: $by_district ... $by_month (booleans).
-- Columns: the keys (null where not asked for), the minutes, lines (with E > 0), lines_on_track, lines_without_evidence, lines_banded,
-- counted_sessions, required_sessions.
-- As ledger/key_sums, whose keys stand in each row already: one join less.
-- uses: ledger/line_shares
select
    g.district_key as district, g.school_key as school, g.provider_key as provider, g.service_key as service,
    g.setting_key as setting, g.grade_key as grade, g.student_key as student, g.line_key as line, g.month,
    sum(g.expected_minutes) as expected_minutes, sum(g.delivered_minutes) as delivered_minutes,
    sum(g.credited_minutes) as credited_minutes, sum(g.excess_minutes) as excess_minutes,
    sum(g.excused_minutes) as excused_minutes, sum(g.review_minutes) as review_minutes,
    sum(g.make_up_minutes) as make_up_minutes, sum(g.unaccounted_minutes) as unaccounted_minutes,
    sum(g.uncovered_minutes) as uncovered_minutes, sum(g.lapsed_minutes) as lapsed_minutes,
    sum(g.pace_gap_minutes) as pace_gap_minutes, sum(g.provider_caused_minutes) as provider_caused_minutes,
    sum(g.open_minutes) as open_minutes,
    count(*) filter (where g.has_expected) as lines,
    count(*) filter (where g.has_expected and g.band = 'on_track') as lines_on_track,
    count(*) filter (where g.has_expected and not g.has_evidence) as lines_without_evidence,
    count(*) filter (where g.has_expected and g.band not in ('n/a', 'too_early')) as lines_banded,
    sum(g.counted_sessions) as counted_sessions, sum(g.required_sessions) as required_sessions
from (
    select
        s.*, case when $by_district then cast($district as varchar) end as district_key,
        case when $by_school then s.school end as school_key, case when $by_provider then s.provider_id end as provider_key,
        case when $by_service then s.service end as service_key, case when $by_setting then s.setting end as setting_key,
        case when $by_grade then s.grade end as grade_key, case when $by_student then s.student_id end as student_key,
        case when $by_line then s.line_id end as line_key
    from line_shares as s
) as g
group by
    g.district_key, g.school_key, g.provider_key, g.service_key, g.setting_key, g.grade_key, g.student_key, g.line_key, g.month
