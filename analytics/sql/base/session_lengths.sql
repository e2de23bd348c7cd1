-- How long is a planned session of each line (rules 1), from which as-of date on: stated, else amount / sessions, else the median delivered
-- to date, else the default?
-- Grain: one row a line and span of as-of dates that agree; the spans of a line follow each other through all time. Parameters:
-- $default_session_minutes. Columns: line_no, from_day, to_day (where the next span begins), session_minutes, basis (stated, computed,
-- middle: the median, default; the last two are assumed).
-- uses: base/lines, base/given_lengths
-- materialized
select
    s.line_no, s.from_day, coalesce(lead(s.from_day) over (partition by s.line_no order by s.from_day), date '9999-12-31') as to_day,
    s.basis, case when s.amount_minutes > 0 then least(s.planned, s.amount_minutes) else s.planned end as session_minutes
from (
    select
        l.line_no, l.amount_minutes, date '0001-01-01' as from_day,
        coalesce(
            nullif(l.minutes_per_session, 0), l.amount_minutes / nullif(l.sessions_per_cycle, 0),
            cast($default_session_minutes as double precision)
        ) as planned,
        case
            when l.minutes_per_session > 0 then 'stated'
            when l.sessions_per_cycle > 0 and l.amount_minutes > 0 then 'computed'
            else 'default'
        end as basis
    from lines as l
    union all
    select
        c.line_no, l.amount_minutes, c.session_date,
        coalesce(nullif(l.minutes_per_session, 0), l.amount_minutes / nullif(l.sessions_per_cycle, 0), c.middle), 'middle'
    from (
        select
            m.line_no, m.session_date, m.middle,
            lag(m.middle) over (partition by m.line_no order by m.session_date) as middle_before
        from (
            select
                b.line_no, b.session_date,
                (
                    min(case when 2 * b.up_to >= b.in_all then b.minutes end)
                    + min(case when 2 * b.up_to > b.in_all then b.minutes end)
                ) / 2 as middle
            from (
                select
                    n.line_no, n.session_date, n.minutes, sum(n.so_far) over (partition by n.line_no, n.session_date) as in_all,
                    sum(n.so_far) over (partition by n.line_no, n.session_date order by n.minutes) as up_to
                from (
                    select
                        d.line_no, d.session_date, v.minutes,
                        sum(coalesce(g.sessions, 0)) over (
                            partition by d.line_no, v.minutes order by d.session_date
                        ) as so_far
                    from (select distinct x.line_no, x.session_date from given_lengths as x) as d
                    join (select distinct y.line_no, y.minutes from given_lengths as y) as v on v.line_no = d.line_no
                    left join given_lengths as g
                        on g.line_no = d.line_no and g.session_date = d.session_date and g.minutes = v.minutes
                ) as n
            ) as b
            group by b.line_no, b.session_date
        ) as m
    ) as c
    join lines as l on l.line_no = c.line_no
    where c.middle_before is null or c.middle_before <> c.middle
) as s
