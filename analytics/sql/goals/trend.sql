-- What is the Theil-Sen trend of each goal with at least four measurements, and its median point (rules 10)?
-- Grain: one row a goal. Columns: student_id, goal_id, slope (units a day: the median over all pairs of distinct days), middle_day (days
-- after 2000-01-01) and middle_value. Ordinal scales have none: they are steps, never averaged.
-- uses: goals/goals_now, goals/points
select m.student_id, m.goal_id, s.slope, m.middle_day, m.middle_value
from (
    select
        p.student_id, p.goal_id, count(*) as n_measurements,
        percentile_cont(0.5) within group (order by cast(p.day - date '2000-01-01' as double precision)) as middle_day,
        percentile_cont(0.5) within group (order by p.value) as middle_value
    from points as p
    join goals_now as g on g.student_id = p.student_id and g.goal_id = p.goal_id and not g.is_ordinal
    where p.value is not null
    group by p.student_id, p.goal_id
) as m
join (
    select
        a.student_id, a.goal_id,
        percentile_cont(0.5) within group (
            order by (b.value - a.value) / nullif(cast(b.day - a.day as double precision), 0)
        ) as slope
    from points as a
    join points as b on b.student_id = a.student_id and b.goal_id = a.goal_id and b.day > a.day
    where a.value is not null and b.value is not null
    group by a.student_id, a.goal_id
) as s on s.student_id = m.student_id and s.goal_id = m.goal_id
where m.n_measurements >= 4
