-- How do the months of a credit period of several months stand while something may still change in the period (rules 5)?
-- Grain: one row a line, period, month and span of as-of dates from $made_from on. Columns: line_no, period_key, month, from_day, to_day, clock_no,
-- expected_base, rate and clock_to (as in steps), dated_minutes, given_sessions.
-- uses: rolled/changes, rolled/open_pieces, rolled/period_ends, rolled/editions
select
    x.line_no, x.period_key, x.month, x.from_day, x.to_day, cast(x.clock_no as bigint) as clock_no, x.expected_base, x.rate, x.clock_to, x.dated_minutes,
    cast(x.given_sessions as bigint) as given_sessions
from (
    select
        e.line_no, s.period_key, s.month, greatest(s.day, e.from_day) as from_day,
        least(coalesce(s.next_day, n.settles_on), e.to_day) as to_day, s.clock_no, s.expected_base, s.rate, s.clock_to,
        s.dated_minutes, s.given_sessions
    from (
        select
            d.line_no, d.period_key, d.month, d.day,
            lead(d.day) over (partition by d.line_no, d.period_key, d.month order by d.day) as next_day,
            sum(d.clock_no) over w as clock_no, sum(d.expected_base) over w as expected_base, sum(d.rate) over w as rate,
            sum(d.clock_to) over w as clock_to, sum(d.dated_minutes) over w as dated_minutes,
            sum(d.given_sessions) over w as given_sessions
        from (
            select
                u.line_no, u.period_key, u.month, u.day, sum(u.clock_no) as clock_no,
                sum(u.expected_base) as expected_base, sum(u.rate) as rate, sum(u.clock_to) as clock_to,
                sum(u.dated_minutes) as dated_minutes, sum(u.given_sessions) as given_sessions
            from (
                select
                    c.line_no, c.period_key, c.month, greatest(c.day, $made_from) as day, 0 as clock_no, cast(0 as double precision) as expected_base,
                    cast(0 as double precision) as rate, cast(0 as double precision) as clock_to, c.dated_minutes,
                    c.given_sessions
                from changes as c
                join period_ends as l
                    on
                        l.line_no = c.line_no and l.period_key = c.period_key and l.is_long and l.settles_on > $made_from
                where c.filled_minutes = 0
                union all
                select
                    a.line_no, a.period_key, a.month, greatest(a.start_day, $made_from), a.clock_no - coalesce(lag(a.clock_no) over v, 0),
                    a.expected_base - coalesce(lag(a.expected_base) over v, 0),
                    a.rate - coalesce(lag(a.rate) over v, 0), a.clock_to - coalesce(lag(a.clock_to) over v, 0), 0, 0
                from (
                    select
                        p.line_no, p.period_key, p.month, p.start_day, p.clock_no, p.rate, p.clock_to,
                        coalesce(
                            sum(p.rate * (p.clock_to - p.clock_from)) over (
                                partition by p.line_no, p.period_key, p.month order by p.start_day
                                rows between unbounded preceding and 1 preceding
                            ), 0
                        ) - p.rate * p.clock_from as expected_base
                    from open_pieces as p
                    where p.is_long
                ) as a
                window v as (partition by a.line_no, a.period_key, a.month order by a.start_day)
            ) as u
            group by u.line_no, u.period_key, u.month, u.day
        ) as d
        window w as (partition by d.line_no, d.period_key, d.month order by d.day)
    ) as s
    join period_ends as n on n.line_no = s.line_no and n.period_key = s.period_key
    join editions as e on e.edition_no = s.line_no
) as x
where x.from_day < x.to_day
order by case when x.to_day - x.from_day > 31 then 0 else 1 end, x.to_day, x.from_day
