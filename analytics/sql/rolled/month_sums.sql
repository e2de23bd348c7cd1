-- What has settled of each line and month to date (rules 5 and 7)?
-- Grain: one row a line, month (not a kept one) and span of as-of dates from $made_from on. Columns: line_no, month, from_day, to_day (the first
-- as-of date after it), is_final (nothing of the month changes any more), those of day_sums to date.
-- uses: rolled/day_sums, rolled/editions
select
    x.line_no, x.month, x.from_day, x.to_day, x.is_final, {settling: x.*}, x.excess_minutes, {session_counts: cast(x.* as integer)}
from (
    select
        e.line_no, s.month, greatest(s.day, e.from_day) as from_day,
        least(coalesce(s.next_day, e.to_day), e.to_day) as to_day,
        s.next_day is null and e.to_day = date '9999-12-31' as is_final,
        {settling: s.*}, s.excess_minutes, {session_counts: s.*}
    from (
        select
            d.line_no, d.month, d.day, lead(d.day) over (partition by d.line_no, d.month order by d.day) as next_day,
            {settling: sum(d.*) over w}, sum(d.excess_minutes) over w as excess_minutes, {session_counts: sum(d.*) over w}
        from day_sums as d
        window w as (partition by d.line_no, d.month order by d.day)
    ) as s
    join editions as e on e.edition_no = s.line_no
) as x
where x.from_day < x.to_day
order by case when x.to_day - x.from_day > 31 then 0 else 1 end, x.to_day, x.from_day
