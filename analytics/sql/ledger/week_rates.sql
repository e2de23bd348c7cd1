-- How did each closed week of each weekly line go (rules 9): what was due in it, and how much of that was credited?
-- Grain: one row a line and week whose days have all come and are all loaded.
-- Columns: line_no, week, credited_minutes (min(D, E) of the week), due_minutes (E - X of the week, 0 where all is excused).
-- materialized
-- by line
-- uses: ledger/line_stretches, base/lines, base/days_counted, ledger/week_bookings, policies/by_year
select
    r.line_no, r.week, r.credited_minutes,
    r.owed_minutes - least(
        r.excused_missed,
        r.owed_minutes - r.credited_minutes - case
            when r.shortfall_order = 'provider_first'
                then least(r.make_up_missed, r.owed_minutes - r.credited_minutes)
            else 0
        end
    ) as due_minutes
from (
    select
        w.line_no, w.week, w.owed_minutes, least(coalesce(b.given_minutes, 0), w.owed_minutes) as credited_minutes,
        coalesce(b.excused_missed, 0) as excused_missed, coalesce(b.make_up_missed, 0) as make_up_missed, y.shortfall_order
    from (
        select s.line_no, s.week, max(s.school_year) as school_year,
            sum(s.accrual_minutes * (s.opened_to - s.opened_before)) as owed_minutes
        from line_stretches as s
        join days_counted as c on c.counted_by = s.counted_by
        join lines as l on l.line_no = s.line_no and l.cycle_name = 'week'
        where not s.is_lapsed
        group by s.line_no, s.week
        having bool_and(s.is_covered and s.opened_to <= least(c.to_date, c.to_range) and s.opened_before >= c.before_range)
    ) as w
    left join week_bookings as b on b.line_no = w.line_no and b.week = w.week
    join by_year as y on y.school_year = w.school_year
) as r
