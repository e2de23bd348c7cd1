-- What share of the expected minutes was not lost to a provider's recorded reason, by any keys of the line and by month?
-- Grain: one row a combination of the keys asked for. Parameters: $by_district ... $by_month (booleans), the viewer's choice.
-- Columns: the keys, provider_caused_minutes, provider_rate ((E - provider-caused) / E; null where E is 0), open_minutes.
-- uses: base/chosen_lines, compliance/provider_caused
select
    g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month,
    sum(g.provider_caused_minutes) as provider_caused_minutes, sum(g.open_minutes) as open_minutes,
    case
        when cast(sum(g.expected_minutes) as decimal(18, 6)) > 0
            then (sum(g.expected_minutes) - sum(g.provider_caused_minutes)) / nullif(sum(g.expected_minutes), 0)
    end as provider_rate
from (
    select
        s.expected_minutes, s.provider_caused_minutes, s.open_minutes,
        case when $by_district then cast($district as varchar) end as district,
        case when $by_school then c.school end as school,
        case when $by_provider then c.provider_id end as provider,
        case when $by_service then c.service end as service,
        case when $by_setting then c.setting end as setting,
        case when $by_grade then c.grade end as grade,
        case when $by_student then c.student_id end as student,
        case when $by_line then c.line_id end as line,
        case when $by_month then s.month end as month
    from provider_caused as s
    join chosen_lines as c on c.line_no = s.line_no
) as g
group by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, g.month
