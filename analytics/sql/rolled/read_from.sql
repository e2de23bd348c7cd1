-- From which day on are a line's days and sessions read, so that its months that may say something else from $made_from on are whole? Months
-- before them stay as they are stored (kept_months).
-- All is read of lines whose parts hang together otherwise: by the median of their sessions, cycles across months, days without a month, and
-- make-ups without a date, which fill whatever is short before them.
-- Grain: one row a line. Columns: line_no, accrues_from, given_from (at most that: a week may be a holiday where the child came in one of the two
-- before it).
-- uses: base/lines, base/weeks, rolled/months_again, rolled/undated_days
-- materialized
select
    r.line_no, case when r.is_whole then date '0001-01-01' else r.accrues_from end as accrues_from,
    case when r.is_whole then date '0001-01-01' else least(r.accrues_from, r.week_before) end as given_from
from (
    select
        m.line_no, m.day_before + 1 as accrues_from,
        case when l.cycle_name = 'week' then coalesce(w.before_2, date '0001-01-01') end as week_before,
        m.day_before is null or m.has_no_month or l.cycle_name = 'rotation'
        or (coalesce(l.minutes_per_session, 0) <= 0 and not coalesce(l.sessions_per_cycle > 0 and l.amount_minutes > 0, false))
        or coalesce(u.last_day > m.day_before, false) as is_whole
    from months_again as m
    join lines as l on l.line_no = m.line_no
    left join weeks as w on w.calendar = l.calendar and w.week = cast(date_trunc('week', m.first_day) as date)
    left join undated_days as u on u.line_no = m.line_no
) as r
