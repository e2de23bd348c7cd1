-- How much does each chosen line accrue in each cycle, credit period and month (rules 2 and 3)? Whatever the as-of date and the range.
-- Grain: one row a line and days in a row that agree in all of that; no row a day. Columns: line_no, counted_by (calendar of
-- numbered_days), school_year, week (of weekly cycles and blocks of weeks), month, cycle_key, period_key, cycle_days, days_to_divide_by (B),
-- accrual_minutes (each day's), opened_before and opened_to (numbers of the days: after the one, up to the other), is_covered, is_lapsed.
-- uses: base/lines, base/chosen_lines, base/line_stints, base/cycle_spans, base/block_days, base/iep_years, base/days
-- materialized
-- by line
select
    a.line_no, a.counted_by, a.school_year, a.week, a.month, a.cycle_key, coalesce(a.period_key, a.cycle_key) as period_key, a.cycle_days,
    a.days_to_divide_by, coalesce(a.amount_minutes / nullif(a.days_to_divide_by, 0), 0) as accrual_minutes,
    a.opened_before, a.opened_to, a.is_covered, a.is_lapsed
from (
    select
        t.line_no, t.counted_by, s.school_year, s.week, s.month, s.period_key, l.amount_minutes,
        coalesce(s.cycle_key, b.cycle_key, case when i.line_no is not null then case when t.is_lapsed then 2 else 1 end end)
            as cycle_key,
        coalesce(b.cycle_days, i.cycle_days, s.cycle_days) as cycle_days,
        coalesce(s.days_to_divide_by, cast(coalesce(b.cycle_days, i.cycle_days) as double precision)) as days_to_divide_by,
        greatest(t.opened_before, s.opened_before) as opened_before, least(t.opened_to, s.opened_to) as opened_to,
        t.is_covered, t.is_lapsed
    from line_stints as t
    join chosen_lines as x on x.line_no = t.line_no
    join lines as l on l.line_no = t.line_no
    join cycle_spans as s
        on
            s.calendar = t.counted_by and s.cycle = l.cycle and s.school_year = t.school_year
            and s.opened_before < t.opened_to and s.opened_to > t.opened_before
    left join block_days as b
        on
            b.calendar = t.counted_by and b.cycle = l.cycle and b.start_week = l.start_week
            and b.cycle_key = cast(floor((s.week - l.start_week) / (7 * l.cycle_length)) as bigint)
    left join iep_years as i on i.line_no = t.line_no
    union all
    select
        t.line_no, t.counted_by, m.school_year, null, m.month, null, l.amount_minutes, case when t.is_lapsed then 2 else 1 end, i.cycle_days,
        cast(i.cycle_days as double precision), greatest(t.opened_before, m.opened_before), least(t.opened_to, m.opened_to),
        t.is_covered, t.is_lapsed
    from line_stints as t
    join chosen_lines as x on x.line_no = t.line_no
    join lines as l on l.line_no = t.line_no
    join iep_years as i on i.line_no = t.line_no
    join (
        select
            d.month, d.school_year, min(d.day) - date '2000-01-01' as opened_before,
            max(d.day) - date '1999-12-31' as opened_to
        from days as d
        group by d.month, d.school_year
    ) as m on m.opened_before < t.opened_to and m.opened_to > t.opened_before
    where t.counted_by = ' every day'
) as a
