-- Which goals are there, and how does each stand at the as-of date (rules 10)?
-- Grain: one row a goal. Columns: who and what, status (not_started, mastered, on_track, at_risk, off_track, stale, insufficient_data,
-- reported, ended), reported (the latest progress code), n_measurements, last_measured, current_value (in the unit),
-- percent_met and projected_percent (fractions, unclamped), slope_per_week (in the unit).
-- uses: goals/judged, ledger/names
select
    j.goal_id, j.student_id, n.link_key, n.student_name, j.school, j.provider_id, j.service, j.area, j.goal_text,
    j.baseline, j.target, j.unit, j.direction, j.start_date, j.due_date, j.status, j.reported, j.n_measurements,
    j.last_measured, j.current_value, j.percent_met, j.slope_per_week, j.projected_percent
from judged as j
left join names as n on n.student_id = j.student_id
order by j.student_id, j.goal_id
