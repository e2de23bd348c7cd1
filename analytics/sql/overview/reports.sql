-- How many progress reports of each grading period are missing, and of how many students (rules 10)?
-- Grain: one row a counted grading period. Parameters: $as_of. Columns: period, due, missing (goals), students (with a missing one).
-- uses: goals/period_goals
select
    d.period, count(*) as due, count(*) filter (where not d.is_received) as missing,
    count(distinct case when not d.is_received then d.student_id end) as students
from period_goals as d
where d.is_counted
group by d.period
order by min(d.end_date)
