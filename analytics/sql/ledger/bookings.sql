-- What does each session of a line of the ledger say: minutes given and missed, in which week, month, cycle and period (rules 4, 5)?
-- Grain: one row a session inside the range. Parameters: $from_day, $to_day, $session_counts_at.
-- Columns: row_key, line_no, session_id, session_date, counts_on, status, week, month, cycle_key, period_key, given_minutes,
-- missed_minutes, reason, is_undated (a make-up that names no date), is_counted (long enough to count as a session, rules 7).
-- uses: base/placed, base/lines, base/days, base/cycle_days, base/session_minutes
select
    b.row_key, b.line_no, b.session_id, b.session_date, b.counts_on, b.status, b.week, b.month, b.cycle_key,
    coalesce(b.period_key, b.cycle_key) as period_key, b.given_minutes, b.missed_minutes, b.reason, b.is_undated, b.is_counted
from (
    select
        p.row_key, p.line_no, p.session_id, p.session_date, p.counts_on, p.status, d.week, p.given_minutes,
        coalesce(p.reason, 'unknown') as reason, p.status = 'make_up' and p.makes_up_date is null as is_undated,
        case when l.cycle_name = 'week' then c.month else d.month end as month,
        case
            when l.cycle_name = 'weeks' then cast(floor((d.week - l.start_week) / (7 * l.cycle_length)) as bigint)
            when l.cycle_name = 'iep_year' then 1
            else c.cycle_key
        end as cycle_key,
        c.period_key,
        p.given_minutes > 0
        and cast(p.given_minutes as decimal(18, 6))
        >= cast(m.session_minutes * cast($session_counts_at as double precision) as decimal(18, 6)) as is_counted,
        case
            when p.status = 'missed' then coalesce(nullif(p.minutes, 0), m.session_minutes)
            when p.status = 'partial' then greatest(0, m.session_minutes - p.given_minutes)
            else 0
        end as missed_minutes
    from placed as p
    join lines as l on l.line_no = p.line_no and l.in_ledger
    join session_minutes as m on m.line_no = p.line_no
    join days as d on d.day = p.counts_on
    left join cycle_days as c on c.calendar = l.calendar and c.cycle = l.cycle and c.day = p.counts_on
    where p.counts_on between $from_day and $to_day
) as b
