-- In which cycle, credit period and month is each day, for the cycles that lines of its calendar have (rules 1, 2 and 5)?
-- By the policies of the day's school year, of weekly cycles the week's (decision 0545); a quarter over July 1 is one credit period
-- where both years have quarters.
-- Grain: one row a calendar, cycle and day.
-- Columns: calendar, cycle, day, week, is_open, month (of roll-ups), cycle_key and period_key (sortable by time, also where policies
-- change; null for weeks:N and
-- iep_year, whose cycles are the line's own), cycle_days (instructional days), days_to_divide_by (B; null for the line's own).
-- uses: base/lines, base/day_facts, base/weeks, base/month_sizes, policies/by_year
-- materialized
select
    k.calendar, k.cycle, k.day, k.week, k.is_open, k.month, k.cycle_key,
    case
        when k.cycle_name in ('weeks', 'iep_year') then null
        when k.cycle_name not in ('week', 'month', 'rotation') then k.cycle_key
        else cast(coalesce(k.quarter_year, k.policy_year) as bigint) * 10000000 + case k.credit_period
            when 'cycle' then k.cycle_key
            when 'month' then k.month_key
            when 'grading_period' then k.own_quarter
            else k.policy_year
        end
    end as period_key,
    count(*) filter (where k.is_open) over (partition by k.calendar, k.cycle, k.cycle_key) as cycle_days,
    cast(
        case
            when k.cycle_name in ('weeks', 'iep_year') then null
            when k.cycle_name = 'rotation' then k.cycle_length
            when k.cycle_name = 'week' and k.closures = 'not_made_up' then 5
            when k.cycle_name = 'month' and k.edge_months = 'prorated' and k.edge_average is not null then k.edge_average
            else count(*) filter (where k.is_open) over (partition by k.calendar, k.cycle, k.cycle_key)
        end as double precision
    ) as days_to_divide_by
from (
    select
        c.calendar, c.cycle, c.cycle_name, c.cycle_length, f.day, f.week, f.is_open, m.edge_average,
        case when c.cycle_name = 'week' then w.week_quarter else f.quarter end as own_quarter, q.school_year as quarter_year,
        p.school_year as policy_year, p.closures, p.edge_months, p.credit_period,
        case when c.cycle_name = 'week' then w.week_month else f.month end as month,
        cast(extract(year from case when c.cycle_name = 'week' then w.week_month else f.month end) as integer) * 100
        + cast(extract(month from case when c.cycle_name = 'week' then w.week_month else f.month end) as integer) as month_key,
        cast(
            case c.cycle_name
                when 'week' then f.week - date '2000-01-03'
                when 'month' then extract(year from f.month) * 100 + extract(month from f.month)
                when 'quarter' then f.quarter
                when 'semester' then f.semester
                when 'year' then f.school_year
                when 'rotation' then f.school_year * 1000 + floor(f.year_place / c.cycle_length)
            end as bigint
        ) as cycle_key
    from (
        select distinct l.calendar, l.cycle, l.cycle_name, l.cycle_length from lines as l where l.in_ledger
    ) as c
    join day_facts as f on f.calendar = c.calendar
    join weeks as w on w.calendar = f.calendar and w.week = f.week
    join by_year as p on p.school_year = case when c.cycle_name = 'week' then w.week_year else f.school_year end
    left join by_year as q
        on q.school_year = floor(case when c.cycle_name = 'week' then w.week_quarter else f.quarter end / 100)
        and p.credit_period = 'grading_period' and q.credit_period = 'grading_period'
    left join month_sizes as m on m.calendar = f.calendar and m.month = f.month and c.cycle_name = 'month'
) as k
