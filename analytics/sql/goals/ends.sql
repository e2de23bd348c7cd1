-- From which day on is each chosen goal ended (rules 10)? Past due, discontinued, of a superseded IEP, or its student gone.
-- Grain: one row a goal. Columns: student_id, goal_id, ended_from (null: not ended by anything on file).
-- A goal is of the student's IEP begun last by the goal's start; a later IEP whose file has the goal's service supersedes it (rules 3).
-- uses: goals/goals_now, goals/points, base/ieps, base/enrolment
select
    g.student_id, g.goal_id,
    least(
        g.due_date + 1,
        (
            select min(i.iep_start) from ieps as i
            where
                i.student_id = g.student_id and i.plan_type = 'IEP' and not i.esy
                and (g.service is null or i.service = g.service) and i.iep_start > o.own_start
        ),
        c.day,
        e.left_on + 1
    ) as ended_from
from goals_now as g
left join (
    select
        n.student_id, n.goal_id,
        coalesce(max(case when i.iep_start <= n.start_date then i.iep_start end), min(i.iep_start)) as own_start
    from goals_now as n
    join ieps as i on i.student_id = n.student_id and i.plan_type = 'IEP' and not i.esy
    where n.start_date is not null
    group by n.student_id, n.goal_id
) as o on o.student_id = g.student_id and o.goal_id = g.goal_id
left join (
    select
        p.student_id, p.goal_id, p.day, p.progress_code,
        row_number() over (partition by p.student_id, p.goal_id order by p.place desc) as place_back
    from points as p
    where p.progress_code is not null
) as c on c.student_id = g.student_id and c.goal_id = g.goal_id and c.place_back = 1 and c.progress_code = 'discontinued'
left join (
    select s.student_id, nullif(max(s.enrolled_to), date '9999-12-31') as left_on
    from enrolment as s
    group by s.student_id
) as e on e.student_id = g.student_id
