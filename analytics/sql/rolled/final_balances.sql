-- How does each credit period of an edition stand once nothing more changes in it (rules 5)?
-- Grain: one row an edition and period that settles in the edition's time and has a month that isn't kept. Columns: those of ledger/balances
-- that are minutes, with line_no the edition's number, is_closed and shortfall_order.
-- uses: rolled/changes, rolled/pieces, rolled/period_ends, rolled/editions, ledger/cells
select
    b.line_no, b.period_key, p.closes_on is not null as is_closed, b.expected_minutes, b.dated_minutes, b.filled_minutes,
    b.told_minutes, b.excused_missed, b.review_missed, b.make_up_missed, b.provider_missed, p.shortfall_order
from (
    select
        u.line_no, u.period_key, sum(u.expected_minutes) as expected_minutes, sum(u.dated_minutes) as dated_minutes,
        sum(u.filled_minutes) as filled_minutes, sum(u.told_minutes) as told_minutes,
        sum(u.excused_missed) as excused_missed, sum(u.review_missed) as review_missed,
        sum(u.make_up_missed) as make_up_missed, sum(u.provider_missed) as provider_missed
    from (
        select
            c.line_no, c.period_key, cast(0 as double precision) as expected_minutes, c.dated_minutes, c.filled_minutes,
            c.told_minutes, c.excused_missed, c.review_missed, c.make_up_missed, c.provider_missed
        from changes as c
        union all
        select e.edition_no, p.period_key, p.rate * (p.clock_to - p.clock_from), 0, 0, 0, 0, 0, 0, 0
        from pieces as p
        join editions as e on e.line_no = p.line_no and p.start_day < e.to_day
        where p.is_covered and not p.is_lapsed
    ) as u
    join (select distinct x.line_no, x.period_key from cells as x) as w on w.line_no = u.line_no and w.period_key = u.period_key
    group by u.line_no, u.period_key
) as b
join period_ends as p on p.line_no = b.line_no and p.period_key = b.period_key
join editions as e on e.edition_no = b.line_no
where p.settles_on < e.to_day
