-- Who serves which school, with how many half-days, students and minutes (rules 12)?
-- Grain: one row a provider and school, by site days or lines in force. Parameters: the viewer's choice.
-- Columns: provider_id, provider_name, school, half_days (null: none listed), students, load_minutes (direct, indirect and documentation, a week), basis
-- (site days, lines, or both).
-- uses: caseload/line_loads, caseload/half_days, ledger/provider_names
select
    coalesce(l.provider_id, h.provider_id) as provider_id,
    coalesce(n.provider_name, l.provider_id, h.provider_id, 'unassigned') as provider_name,
    coalesce(l.school, h.school) as school, cast(h.half_days as double precision) as half_days, coalesce(l.students, 0) as students,
    coalesce(l.load_minutes, 0) as load_minutes,
    case when l.lines is null then 'site days' when h.half_days is null then 'lines' else 'site days and lines' end as basis
from (
    select
        x.provider_id, x.school, count(distinct x.student_id) as students, count(*) as lines,
        sum(x.direct_minutes + x.indirect_minutes + x.documentation_minutes) as load_minutes
    from line_loads as x
    where
        {x.service in $services}
        and {x.student_id in $students}
    group by x.provider_id, x.school
) as l
full join half_days as h on h.provider_id = l.provider_id and h.school = l.school
left join provider_names as n on n.provider_id = coalesce(l.provider_id, h.provider_id)
where
    {coalesce(l.provider_id, h.provider_id) in $providers}
    and {coalesce(l.school, h.school) in $schools}
    and (($services = '' and $students = '') or l.lines is not null)
order by provider_name, school
