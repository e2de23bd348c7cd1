-- In which week, month, cycle and credit period does each session of a line of the ledger count (rules 4, 5)? Whatever the as-of date.
-- Grain: one row a session. Columns: row_key, line_no, session_id (of make-ups without a date only), session_date, counts_on, status, week,
-- month, cycle_key, period_key, minutes (as logged), given_minutes, school_year (of the day it counts on), reason (of missed and partial
-- ones), is_undated (a make-up that names no date).
-- uses: base/all_placed, base/lines, base/days, base/cycle_days
-- materialized
select
    b.row_key, b.line_no, case when b.is_undated then b.session_id end as session_id, b.session_date, b.counts_on, b.status, b.week, b.month, b.cycle_key,
    coalesce(b.period_key, b.cycle_key) as period_key, b.minutes, b.given_minutes, b.reason, b.is_undated,
    b.school_year
from (
    select
        p.row_key, p.line_no, p.session_id, p.session_date, p.counts_on, p.status, d.week, d.school_year, p.minutes,
        p.given_minutes,
        coalesce(p.reason, 'unknown') as reason, p.status = 'make_up' and p.makes_up_date is null as is_undated,
        case when l.cycle_name = 'week' then c.month else d.month end as month,
        case
            when l.cycle_name = 'weeks' then cast(floor((d.week - l.start_week) / (7 * l.cycle_length)) as bigint)
            when l.cycle_name = 'iep_year' then 1
            else c.cycle_key
        end as cycle_key,
        c.period_key
    from all_placed as p
    join lines as l on l.line_no = p.line_no and l.in_ledger
    join days as d on d.day = p.counts_on
    left join cycle_days as c on c.calendar = l.calendar and c.cycle = l.cycle and c.day = p.counts_on
) as b
