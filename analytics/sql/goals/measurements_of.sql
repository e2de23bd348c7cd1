-- Which measurements and progress codes stand behind the chosen goals, and which row of which file is each?
-- Grain: one row a measurement, in order of days. Parameters: $only_student and $only_goal (empty: all).
-- Columns: student_id, goal_id, measured_on, value (in the goal's unit), progress_code, period, source_file, source_sheet, source_row, batch_id.
-- uses: goals/points
select
    p.student_id, p.goal_id, p.day as measured_on, p.value, p.progress_code, p.period, p.source_file, p.source_sheet,
    p.source_row, p.batch_id
from points as p
where ($only_student = '' or p.student_id = $only_student) and ($only_goal = '' or p.goal_id = $only_goal)
order by p.student_id, p.goal_id, p.place
