-- From which day on does nothing more change in a credit period, and on which does it close (rules 5)?
-- Grain: one row an edition and period. Columns: line_no (the edition's number), period_key, settles_on, closes_on (null: never, some of it isn't
-- loaded), month (that of all its minutes; null where there are several), is_long (there are several), shortfall_order (as in ledger/balances).
-- uses: rolled/editions, rolled/pieces, rolled/changes, base/days, policies/by_year
-- materialized
select
    m.line_no, m.period_key, m.settles_on, w.closes_on, m.is_long, case when not m.is_long then m.month end as month,
    w.shortfall_order
from (
    select
        u.line_no, u.period_key, max(u.day) as settles_on, min(u.month) as month,
        min(u.month) <> max(u.month) as is_long
    from (
        select c.line_no, c.period_key, c.month, c.day from changes as c
        union all
        select e.edition_no, p.period_key, p.month, p.end_day
        from pieces as p
        join editions as e on e.line_no = p.line_no
        where p.is_covered and not p.is_lapsed and p.start_day < e.to_day
    ) as u
    group by u.line_no, u.period_key
) as m
join editions as e on e.edition_no = m.line_no
left join (
    select
        x.line_no, x.period_key, case when x.is_covered then x.last_day end as closes_on, y.shortfall_order
    from (
        select p.line_no, p.period_key, max(p.end_day) as last_day, bool_and(p.is_covered) as is_covered
        from pieces as p
        where not p.is_lapsed
        group by p.line_no, p.period_key
    ) as x
    join days as d on d.day = x.last_day
    join by_year as y on y.school_year = d.school_year
) as w on w.line_no = e.line_no and w.period_key = m.period_key
