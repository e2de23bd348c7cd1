-- How does each credit period of an edition stand from each day on which something changes in it (rules 5)?
-- Grain: one row an edition, period that settles after $made_from, and such day; what changed until then is told as of $made_from. Columns:
-- line_no (the edition's number), period_key, day, next_day (null: none), clock_no (0: nothing expected yet), expected_base and rate
-- (expected: base + rate x the clock, at most clock_to), clock_to, dated_minutes, filled_minutes, told_minutes, the minutes missed by
-- treatment, provider_missed, given_sessions.
-- uses: rolled/changes, rolled/open_pieces, rolled/period_ends
-- materialized
select
    d.line_no, d.period_key, d.day, lead(d.day) over (partition by d.line_no, d.period_key order by d.day) as next_day, sum(d.clock_no) over w as clock_no,
    sum(d.expected_base) over w as expected_base, sum(d.rate) over w as rate, sum(d.clock_to) over w as clock_to,
    sum(d.dated_minutes) over w as dated_minutes, sum(d.filled_minutes) over w as filled_minutes,
    sum(d.told_minutes) over w as told_minutes, sum(d.excused_missed) over w as excused_missed,
    sum(d.review_missed) over w as review_missed, sum(d.make_up_missed) over w as make_up_missed,
    sum(d.provider_missed) over w as provider_missed, sum(d.given_sessions) over w as given_sessions
from (
    select
        u.line_no, u.period_key, u.day, sum(u.clock_no) as clock_no, sum(u.expected_base) as expected_base,
        sum(u.rate) as rate, sum(u.clock_to) as clock_to, sum(u.dated_minutes) as dated_minutes,
        sum(u.filled_minutes) as filled_minutes, sum(u.told_minutes) as told_minutes,
        sum(u.excused_missed) as excused_missed, sum(u.review_missed) as review_missed,
        sum(u.make_up_missed) as make_up_missed, sum(u.provider_missed) as provider_missed,
        sum(u.given_sessions) as given_sessions
    from (
        select
            c.line_no, c.period_key, greatest(c.day, $made_from) as day, 0 as clock_no, cast(0 as double precision) as expected_base,
            cast(0 as double precision) as rate, cast(0 as double precision) as clock_to, c.dated_minutes, c.filled_minutes,
            c.told_minutes, c.excused_missed, c.review_missed, c.make_up_missed, c.provider_missed, c.given_sessions
        from changes as c
        join period_ends as p on p.line_no = c.line_no and p.period_key = c.period_key and p.settles_on > $made_from
        union all
        select
            a.line_no, a.period_key, greatest(a.start_day, $made_from), a.clock_no - coalesce(lag(a.clock_no) over v, 0),
            a.expected_base - coalesce(lag(a.expected_base) over v, 0), a.rate - coalesce(lag(a.rate) over v, 0),
            a.clock_to - coalesce(lag(a.clock_to) over v, 0), 0, 0, 0, 0, 0, 0, 0, 0
        from (
            select
                p.line_no, p.period_key, p.start_day, p.clock_no, p.rate, p.clock_to,
                coalesce(
                    sum(p.rate * (p.clock_to - p.clock_from)) over (
                        partition by p.line_no, p.period_key order by p.start_day
                        rows between unbounded preceding and 1 preceding
                    ), 0
                ) - p.rate * p.clock_from as expected_base
            from open_pieces as p
        ) as a
        window v as (partition by a.line_no, a.period_key order by a.start_day)
    ) as u
    group by u.line_no, u.period_key, u.day
) as d
window w as (partition by d.line_no, d.period_key order by d.day)
