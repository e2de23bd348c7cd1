-- Which goals lack a report that was due, or data for one that is coming (rules 10)?
-- Grain: one row a goal and grading period without anything on file for it. Parameters: $as_of. Columns: who and what, period, end_date,
-- is_counted (ten instructional days have passed after the period).
-- uses: goals/goals_now, goals/period_goals, ledger/names, ledger/provider_names
select
    d.student_id, n.link_key, n.student_name, g.goal_id, g.service, g.area, g.goal_text, g.school, d.provider_id, v.provider_name,
    d.period, d.end_date, d.is_counted
from period_goals as d
join goals_now as g on g.student_id = d.student_id and g.goal_id = d.goal_id
left join names as n on n.student_id = d.student_id
left join provider_names as v on v.provider_id = d.provider_id
where not d.is_received
order by d.end_date, v.provider_name, n.student_name, g.goal_id
