-- What does each line bring to a group of lines at the as-of date, under the keys asked for (rules 5, 7 and 8)?
-- Grain, parameters and columns: those of ledger/keyed_shares, whose keys stand in each row already: one join less.
-- Parameters: $district.
-- uses: ledger/line_shares
select
    case when $by_district then cast($district as varchar) end as district,
    case when $by_school then s.school end as school, case when $by_provider then s.provider_id end as provider,
    case when $by_service then s.service end as service, case when $by_setting then s.setting end as setting,
    case when $by_grade then s.grade end as grade, case when $by_student then s.student_id end as student,
    case when $by_line then s.line_id end as line, s.month,
    {minutes: s.*},
    cast(case when s.has_expected then 1 else 0 end as bigint) as lines,
    cast(case when s.has_expected and s.band = 'on_track' then 1 else 0 end as bigint) as lines_on_track,
    cast(case when s.has_expected and not s.has_evidence then 1 else 0 end as bigint) as lines_without_evidence,
    cast(case when s.has_expected and s.band not in ('n/a', 'too_early') then 1 else 0 end as bigint) as lines_banded,
    s.counted_sessions, s.required_sessions
from line_shares as s
