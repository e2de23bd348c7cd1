-- What do the latest measurements and codes of each goal say (rules 10)?
-- Grain: one row a goal with a measurement or code. Columns: student_id, goal_id, n_measurements, last_value_day, current_value,
-- n_reached (of the last needed ones: at the target or beyond), n_wrong (of the last four: on the wrong side of the aimline),
-- has_aimline, last_code_day, last_code. Values are compared to 1e-6.
-- uses: goals/goals_now, goals/points
select
    r.student_id, r.goal_id,
    count(r.value) as n_measurements,
    max(case when r.value is not null then r.day end) as last_value_day,
    max(case when r.value is not null and r.place_back = 1 then r.value end) as current_value,
    count(*) filter (
        where
            r.value is not null and r.place_back <= r.needed
            and case when r.direction = 'down' then r.target - r.value else r.value - r.target end >= -0.0000005
    ) as n_reached,
    count(*) filter (
        where
            r.value is not null and r.place_back <= 4
            and case when r.direction = 'down' then r.value - r.aim else r.aim - r.value end > 0.0000005
    ) as n_wrong,
    bool_or(r.aim is not null) as has_aimline,
    max(case when r.progress_code is not null then r.day end) as last_code_day,
    max(case when r.progress_code is not null and r.code_back = 1 then r.progress_code end) as last_code
from (
    select
        p.student_id, p.goal_id, p.day, p.value, p.progress_code, g.direction, g.target, g.needed,
        row_number() over (
            partition by p.student_id, p.goal_id, p.value is not null order by p.place desc
        ) as place_back,
        row_number() over (
            partition by p.student_id, p.goal_id, p.progress_code is not null order by p.place desc
        ) as code_back,
        g.baseline
        + (g.target - g.baseline) * cast(p.day - g.start_date as double precision) / nullif(g.due_date - g.start_date, 0) as aim
    from points as p
    join goals_now as g on g.student_id = p.student_id and g.goal_id = p.goal_id
) as r
group by r.student_id, r.goal_id
