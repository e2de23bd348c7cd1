-- Which goals are on file and chosen by the viewer, and what can be told of each before any measurement (rules 10)?
-- Grain: one row a goal. Parameters: $district, $known, $as_of, the viewer's choice.
-- Columns: the stored fields, direction (as baseline and target show, else as stated, else up), needed (successes in a row to master),
-- is_ordinal (levels, GAS, rubrics), lowest and highest (ends of the unit's scale, null: not known), school, grade, calendar, provider_id.
-- uses: base/students_now, base/calendar_sources, goals/owners, goals/goal_names
-- materialized
select
    g.row_key, g.goal_id, g.student_id, g.service, g.area, g.goal_text, g.baseline, g.target, g.unit,
    case
        when g.baseline < g.target then 'up' when g.baseline > g.target then 'down' else coalesce(g.direction, 'up')
    end as direction,
    case when g.consecutive_required >= 1 then g.consecutive_required else 3 end as needed,
    g.unit_word = 'gas' or g.unit_word like 'gas %' or g.unit_word like 'goal attainment%'
    or g.unit_word like '%level%' or g.unit_word like '%rubric%' or g.unit_word like '%scale%' as is_ordinal,
    case when g.is_percent or g.unit_word in ('trial', 'trials') then 0 end as lowest,
    case when g.is_percent then 100 when g.unit_word in ('trial', 'trials') then g.trials end as highest,
    g.start_date, g.due_date, s.school, s.grade, coalesce(c.calendar, '') as calendar, o.provider_id
from (
    select
        r.*, coalesce(lower(trim(r.unit)), '') as unit_word,
        coalesce(position('%' in r.unit) > 0 or lower(r.unit) like '%percent%' or lower(trim(r.unit)) = 'pct', false)
            as is_percent
    from goals as r
    join goal_names as n on n.is_id and n.student_id = r.student_id and n.name = r.goal_id and n.goal_id = r.goal_id
    where r.district = $district and r.known_from <= $known and (r.known_to is null or r.known_to > $known)
) as g
left join students_now as s on s.student_id = g.student_id
left join (select distinct x.calendar from calendar_sources as x) as c on c.calendar = s.school
left join owners as o on o.student_id = g.student_id and o.service = g.service
where
    {g.service in $services}
    and {s.school in $schools}
    and {o.provider_id in $providers}
    and {g.student_id in $students}
