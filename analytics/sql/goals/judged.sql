-- How does each chosen goal stand at the as-of date (rules 10)?
-- Grain: one row a goal. Parameters: $as_of. Columns: those of goals_now, status, reported, n_measurements, last_measured, current_value,
-- percent_met and projected_percent (fractions of the way from baseline to target, unclamped; null: n/a), slope_per_week (units).
-- uses: goals/goals_now, goals/latest, goals/trend, goals/ends, goals/school_days, goals/periods
-- materialized
select
    f.*,
    case
        when f.ended_from <= $as_of then 'ended'
        when f.start_date > $as_of then 'not_started'
        when f.n_measurements >= f.needed and f.n_reached >= f.needed then 'mastered'
        when f.n_measurements = 0 and f.reported is not null
            then case when f.last_measured < f.codes_since then 'stale' else 'reported' end
        when f.n_measurements < 4 then 'insufficient_data'
        when f.last_measured < f.values_since then 'stale'
        when f.n_measurements >= 8 and f.projected_percent is not null
            then case
                when f.projected_percent >= 0.9999995 then 'on_track'
                when f.projected_percent >= 0.7999995 then 'at_risk'
                else 'off_track'
            end
        when not f.has_aimline then 'insufficient_data'
        when f.n_wrong = 4 then 'off_track'
        else 'on_track'
    end as status
from (
    select
        g.*, e.ended_from, coalesce(l.n_measurements, 0) as n_measurements,
        case when l.n_measurements > 0 then l.last_value_day else l.last_code_day end as last_measured,
        l.current_value, l.n_reached, l.n_wrong, l.has_aimline, l.last_code as reported, t.slope * 7 as slope_per_week,
        (l.current_value - g.baseline) / nullif(g.target - g.baseline, 0) as percent_met,
        case
            when l.n_measurements >= 8 and t.slope is not null and g.due_date is not null
                then (
                    least(
                        greatest(
                            t.middle_value
                            + t.slope
                            * (cast(g.due_date - date '2000-01-01' as double precision) - t.middle_day),
                            g.lowest
                        ),
                        g.highest
                    ) - g.baseline
                ) / nullif(g.target - g.baseline, 0)
        end as projected_percent,
        v.day as values_since, c.start_date as codes_since
    from goals_now as g
    join ends as e on e.student_id = g.student_id and e.goal_id = g.goal_id
    left join latest as l on l.student_id = g.student_id and l.goal_id = g.goal_id
    left join trend as t on t.student_id = g.student_id and t.goal_id = g.goal_id
    left join (
        select d.calendar, d.day, row_number() over (partition by d.calendar order by d.day desc) as place_back
        from school_days as d
        where d.day <= $as_of
    ) as v on v.calendar = g.calendar and v.place_back = 30
    left join (
        select p.calendar, max(p.start_date) as start_date
        from periods as p
        where p.is_reported and p.grace_day <= $as_of
        group by p.calendar
    ) as c on c.calendar = g.calendar
) as f
