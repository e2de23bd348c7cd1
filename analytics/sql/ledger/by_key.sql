-- What became of the promised minutes, by any keys of the line and by month (rules 5, 7 and 8)?
-- Grain: one row a combination of the keys asked for. Parameters: $by_district ... $by_month (booleans).
-- Columns: the keys (null where not asked for), the minutes, gross_rate, adjusted_rate (fractions; null where n/a), lines (with E > 0),
-- lines_on_track, lines_without_evidence, frequency_rate, students_behind (with a line two or more planned sessions short in closed periods).
-- uses: base/chosen_lines, ledger/line_shares
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
    count(*) filter (where g.has_expected) as lines,
    count(*) filter (where g.has_expected and g.band = 'on_track') as lines_on_track,
    count(*) filter (where g.has_expected and not g.has_evidence) as lines_without_evidence,
    cast(sum(g.counted_sessions) as double precision) / nullif(sum(g.required_sessions), 0) as frequency_rate,
    sum(g.pace_gap_minutes) as pace_gap_minutes,
    count(*) filter (where g.has_expected and g.band not in ('n/a', 'too_early')) as lines_banded,
    count(distinct case when g.has_expected then g.student_id end) as students,
    count(distinct case
        when g.has_expected and cast(g.short_minutes as decimal(18, 6)) >= cast(2 * g.session_minutes as decimal(18, 6))
            then g.student_id
    end) as students_behind
from (
    select
        s.*, c.student_id,
        case when $by_district then cast($district as varchar) end as district,
        case when $by_school then c.school end as school,
        case when $by_provider then c.provider_id end as provider,
        case when $by_service then c.service end as service,
        case when $by_setting then c.setting end as setting,
        case when $by_grade then c.grade end as grade,
        case when $by_student then c.student_id end as student,
        case when $by_line then c.line_id end as line
    from line_shares as s
    join chosen_lines as c on c.line_no = s.line_no
) as g
group by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month
order by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month
