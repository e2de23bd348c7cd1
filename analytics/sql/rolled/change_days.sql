-- On which days may a figure change: a stored row begins or ends, a period or a first whole cycle closes, a clock of such rows runs, or
-- somebody gave what counts for the provider of a line?
-- Grain: one row a day. Columns: day, next_day (the first such day after it).
select d.day, coalesce(lead(d.day) over (order by d.day), date '9999-12-31') as next_day
from (
    select s.from_day as day from rolled_states as s
    union
    select s.to_day from rolled_states as s
    union
    select s.closes_on from rolled_states as s
    union
    select c.from_day from rolled_cells as c
    union
    select c.to_day from rolled_cells as c
    union
    select s.from_day from rolled_sums as s
    union
    select m.from_day from rolled_month_sums as m
    union
    select t.from_day from rolled_month_totals as t
    union
    select b.from_day from rolled_beside as b
    union
    select b.to_day from rolled_beside as b
    union
    select l.from_day from rolled_lines as l
    union
    select l.whole_from from rolled_lines as l
    union
    select g.session_date from rolled_givers as g
    union
    select w.first_day from rolled_weeks as w
    union
    select k.day
    from (
        select
            c.clock_no, c.day, c.passed, coalesce(lag(c.passed) over (partition by c.clock_no order by c.day), 0) as passed_before
        from rolled_clocks as c
    ) as k
    where
        k.passed <> k.passed_before
        and k.clock_no in (
            select s.clock_no from rolled_states as s
            union
            select c.clock_no from rolled_cells as c
            union
            select b.clock_no from rolled_beside as b
        )
) as d
where d.day > date '0001-01-01' and d.day < date '9999-12-31'
