-- By which number of days is a monthly amount divided in the first and last month of a school year (rules 2, edge_months)?
-- Grain: one row a calendar and edge month. Columns: calendar, month, edge_average (null: its own days).
-- uses: base/day_facts
select e.calendar, e.month, case when e.others_average > e.open_days then e.others_average end as edge_average
from (
    select
        m.calendar, m.month, m.open_days, m.is_edge,
        cast(sum(case when m.is_edge then 0 else m.open_days end) over (partition by m.calendar, m.school_year)
        as double precision) / nullif(
            sum(case when m.is_edge then 0 else 1 end) over (partition by m.calendar, m.school_year), 0
        ) as others_average
    from (
        select
            f.calendar, f.school_year, f.month, count(*) as open_days,
            f.month = min(f.month) over (partition by f.calendar, f.school_year)
            or f.month = max(f.month) over (partition by f.calendar, f.school_year) as is_edge
        from day_facts as f
        where f.is_open
        group by f.calendar, f.school_year, f.month
    ) as m
) as e
where e.is_edge
