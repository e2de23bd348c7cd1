-- On which days does each line accrue, and how much (rules 2 and 3)? Whatever the as-of date and the range.
-- Grain: one row a line and day in force or lapsed. Columns: line_no, day, week, month, cycle_key, period_key, cycle_days,
-- days_to_divide_by (B), accrual_minutes, is_covered, is_lapsed.
-- uses: base/lines, base/line_spans, base/line_cover, base/cycle_days, base/own_cycles, base/days
-- materialized
select
    a.line_no, a.day, a.week, a.month, a.cycle_key, coalesce(a.period_key, a.cycle_key) as period_key,
    coalesce(o.cycle_days, a.cycle_days) as cycle_days,
    coalesce(a.days_to_divide_by, cast(o.cycle_days as double precision)) as days_to_divide_by,
    coalesce(a.amount_minutes / nullif(coalesce(a.days_to_divide_by, cast(o.cycle_days as double precision)), 0), 0)
        as accrual_minutes,
    c.line_no is not null as is_covered, a.is_lapsed
from (
    select
        l.line_no, l.amount_minutes, d.day, d.week, d.month, s.is_lapsed, d.period_key, d.cycle_days, d.days_to_divide_by,
        case
            when l.cycle_name = 'weeks' then cast(floor((d.week - b.week) / (7 * l.cycle_length)) as bigint)
            when l.cycle_name = 'iep_year' then case when d.day <= l.end_day then 1 else 2 end
            else d.cycle_key
        end as cycle_key
    from lines as l
    join line_spans as s on s.line_no = l.line_no
    join cycle_days as d
        on d.calendar = l.calendar and d.cycle = l.cycle and d.is_open and d.day between s.span_from and s.span_to
    join days as b on b.day = l.start_day
    where
        l.in_ledger
        and not exists (select 1 from own_cycles as x where x.line_no = l.line_no and x.by_calendar_days)
    union all
    select
        l.line_no, l.amount_minutes, d.day, d.week, d.month, s.is_lapsed, null, null, null,
        case when d.day <= l.end_day then 1 else 2 end
    from lines as l
    join own_cycles as x on x.line_no = l.line_no and x.by_calendar_days and x.cycle_key = 1
    join line_spans as s on s.line_no = l.line_no
    join days as d on d.day between s.span_from and s.span_to
    where l.in_ledger
) as a
left join own_cycles as o on o.line_no = a.line_no and o.cycle_key = a.cycle_key
left join line_cover as c on c.line_no = a.line_no and a.day between c.covered_from and c.covered_to
