-- Which measurements and progress codes does each chosen goal have up to the as-of date?
-- Grain: one row a measurement. Parameters: $district, $known, $as_of. Columns: student_id, goal_id, day, value, progress_code, period
-- (as written), period_start (of the grading period that it names; null: none), place and place_back (among the goal's rows, in order
-- of days; values and codes are counted apart by those who read), batch_id, source_file, source_sheet, source_row.
-- value is in the goal's unit: so many of so many trials are their share of 100, or of the goal's own trials; null where no unit
-- is told and baseline or target is more than there were trials, which may be percents or another measure; a number above all
-- trials is no such count (decision 0590). A row without a day stands on the last day of the period that it names, but not after
-- the day on which its file was loaded.
-- uses: goals/goals_now, goals/goal_names, goals/periods
-- materialized
select
    x.student_id, x.goal_id, x.day, x.value, x.progress_code, x.period, x.period_start,
    row_number() over (
        partition by x.student_id, x.goal_id order by x.day, x.known_from, x.source_row, x.row_key
    ) as place,
    x.batch_id, x.source_file, x.source_sheet, x.source_row
from (
    select
        r.student_id, r.named_goal as goal_id,
        case
            when r.trials > 0 and r.value between 0 and r.trials
                then case when r.reach > r.trials then null else r.value * coalesce(r.highest, r.trials) / r.trials end
            else r.value
        end as value,
        r.progress_code, r.period, p.start_date as period_start,
        coalesce(r.measured_on, least(p.end_date, r.load_date)) as day, r.known_from, r.row_key, r.batch_id,
        r.source_file, r.source_sheet, r.source_row
    from (
        select
            m.*, g.goal_id as named_goal, g.calendar, g.highest, b.load_date, b.file_name as source_file,
            case when coalesce(trim(g.unit), '') = '' then greatest(g.baseline, g.target) end as reach,
            replace(replace(replace(replace(replace(
                upper(replace(m.period, ' ', '')), 'QUARTER', 'Q'), 'QTR', 'Q'), 'SEMESTER', 'S'), 'SEM', 'S'), 'MP', 'Q'
            ) as period_name
        from measurements as m
        left join goal_names as i on i.is_id and i.student_id = m.student_id and i.name = m.goal_id
        left join goal_names as w on not w.is_id and w.student_id = m.student_id and w.name = lower(trim(m.goal_id))
        join goals_now as g on g.student_id = m.student_id and g.goal_id = coalesce(i.goal_id, w.goal_id)
        left join batches as b on b.district = $district and b.batch_id = m.batch_id
        where
            m.district = $district and m.known_from <= $known and (m.known_to is null or m.known_to > $known)
            and (m.value is not null or m.progress_code is not null)
    ) as r
    left join periods as p
        on
            p.calendar = r.calendar and replace(upper(replace(p.period, ' ', '')), 'MP', 'Q') = r.period_name
            and p.start_date = (
                select max(q.start_date) from periods as q
                where
                    q.calendar = r.calendar and replace(upper(replace(q.period, ' ', '')), 'MP', 'Q') = r.period_name
                    and q.start_date <= coalesce(r.measured_on, r.load_date)
            )
) as x
where x.day <= $as_of
