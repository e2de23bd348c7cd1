-- What was delivered where no mandate is loaded at all (rules 2a)? No rates, and nothing is outside a mandate.
-- Grain: one row a combination of the keys asked for. Columns: the keys, delivered_minutes.
-- uses: base/placed, base/days, base/students_now
select
    g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.month,
    sum(g.given_minutes) as delivered_minutes
from (
    select
        p.given_minutes,
        case when $by_district then cast($district as varchar) end as district,
        case when $by_school then coalesce(p.school, s.school) end as school,
        case when $by_provider then p.provider_id end as provider,
        case when $by_service then p.service end as service,
        case when $by_setting then p.setting end as setting,
        case when $by_grade then s.grade end as grade,
        case when $by_student then p.student_id end as student,
        case when $by_month then d.month end as month
    from placed as p
    join days as d on d.day = p.counts_on
    left join students_now as s on s.student_id = p.student_id
    where
        p.counts_on between $from_day and $to_day
        and ($services = '' or position(chr(31) || p.service || chr(31) in $services) > 0)
        and ($schools = '' or position(chr(31) || coalesce(p.school, s.school) || chr(31) in $schools) > 0)
        and ($providers = '' or position(chr(31) || p.provider_id || chr(31) in $providers) > 0)
        and ($students = '' or position(chr(31) || p.student_id || chr(31) in $students) > 0)
) as g
group by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.month
order by g.district, g.school, g.provider, g.service, g.setting, g.grade, g.student, g.month
