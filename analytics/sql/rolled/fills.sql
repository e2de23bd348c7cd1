-- From when on do make-ups that name no date fill how much of earlier periods, and bring how much to their own (rules 5)?
-- Grain: one row an edition, period, month and day on which that changes. Columns: line_no (the edition's number), period_key, month (null for
-- what is filled: that is the period's), day, filled_minutes and dated_minutes (the changes).
-- uses: rolled/moments, rolled/moment_booked, ledger/make_up_room
-- materialized
select
    m.line_no, r.period_key, cast(null as date) as month, m.day,
    r.filled_minutes - coalesce(lag(r.filled_minutes) over (partition by m.line_no, r.period_key order by m.day), 0)
        as filled_minutes,
    cast(0 as double precision) as dated_minutes
from make_up_room as r
join moments as m on m.moment_no = r.line_no
union all
select
    m.line_no, c.period_key, c.month, m.day, 0,
    c.minutes - coalesce(lag(c.minutes) over (partition by m.line_no, c.period_key, c.month order by m.day), 0)
from (
    select
        b.line_no, b.period_key, b.month,
        sum(
            greatest(0, b.given_to_here - r.left_before) - greatest(0, b.given_to_here - b.given_minutes - r.left_before)
        ) as minutes
    from (
        select
            u.line_no, u.period_key, u.month, u.given_minutes,
            sum(u.given_minutes) over (
                partition by u.line_no, u.period_key order by u.session_date, u.session_id, u.row_key
                rows between unbounded preceding and current row
            ) as given_to_here
        from moment_booked as u
        where u.is_undated
    ) as b
    join make_up_room as r on r.line_no = b.line_no and r.period_key = b.period_key
    group by b.line_no, b.period_key, b.month
) as c
join moments as m on m.moment_no = c.line_no
