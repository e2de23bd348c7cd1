-- What has settled of each line to date (rules 5 and 7)?
-- Grain: one row a line and span of as-of dates from $made_from on. Columns: line_no, from_day, to_day (the first as-of date after it), those of
-- day_sums to date, but what follows from them (excess, what is open of a pace).
-- uses: rolled/day_sums, rolled/editions, rolled/kept_months
select
    x.line_no, x.from_day, x.to_day, {settling: x.*}, {session_counts: cast(x.* as integer)}
from (
    select
        e.line_no, greatest(s.day, e.from_day) as from_day, least(coalesce(s.next_day, e.to_day), e.to_day) as to_day,
        {settling: s.*}, {session_counts: s.*}
    from (
        select
            d.line_no, d.day, lead(d.day) over (partition by d.line_no order by d.day) as next_day,
            {settling: sum(d.*) over w}, {session_counts: sum(d.*) over w}
        from (
            select
                c.line_no, c.day,
                {settling: sum(c.*)}, {session_counts: sum(c.*)}
            from (
                select
                    y.line_no, y.day, {settling: y.*}, {session_counts: y.*}
                from day_sums as y
                union all
                select
                    k.line_no, $made_from, {settling: k.*}, {session_counts: k.*}
                from kept_months as k
            ) as c
            group by c.line_no, c.day
        ) as d
        window w as (partition by d.line_no order by d.day)
    ) as s
    join editions as e on e.edition_no = s.line_no
) as x
where x.from_day < x.to_day
order by case when x.to_day - x.from_day > 31 then 0 else 1 end, x.to_day, x.from_day
