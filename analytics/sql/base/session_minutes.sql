-- How long is a planned session of each line (rules 1): stated, else amount / sessions, else the median delivered, else the default?
-- Grain: one row a line. Parameters: $default_session_minutes. Columns: line_no, session_minutes, basis (stated, computed, middle: the median,
-- default; the last two are assumed).
-- uses: base/lines, base/placed
-- materialized
select
    m.line_no, m.basis,
    case when m.amount_minutes > 0 then least(m.planned, m.amount_minutes) else m.planned end as session_minutes
from (
    select
        l.line_no, l.amount_minutes,
        coalesce(
            nullif(l.minutes_per_session, 0), l.amount_minutes / nullif(l.sessions_per_cycle, 0), d.middle,
            cast($default_session_minutes as double precision)
        ) as planned,
        case
            when l.minutes_per_session > 0 then 'stated'
            when l.sessions_per_cycle > 0 and l.amount_minutes > 0 then 'computed'
            when d.middle is not null then 'middle'
            else 'default'
        end as basis
    from lines as l
    left join (
        select p.line_no, percentile_cont(0.5) within group (order by p.minutes) as middle
        from placed as p
        where
            p.status = 'delivered' and p.minutes > 0
            and p.line_no in (
                select u.line_no from lines as u
                where
                    coalesce(u.minutes_per_session, 0) <= 0
                    and not coalesce(u.sessions_per_cycle > 0 and u.amount_minutes > 0, false)
            )
        group by p.line_no
    ) as d on d.line_no = l.line_no
) as m
