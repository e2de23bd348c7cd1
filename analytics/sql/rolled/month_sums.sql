-- What has settled of each line and month to date (rules 5 and 7)?
-- Grain: one row a line, month (not a kept one) and span of as-of dates from $made_from on. Columns: line_no, month, from_day, to_day (the first as-of date after it), is_final (nothing
-- of the month changes any more), those of
-- sum_changes to date, but what follows from them (what is open of a pace).
-- uses: rolled/day_sums, rolled/editions
select
    x.line_no, x.month, x.from_day, x.to_day, x.is_final,
    x.expected_minutes, x.delivered_minutes, x.credited_minutes, x.excess_minutes, x.excused_minutes,
    x.review_minutes,
    x.make_up_minutes, x.unaccounted_minutes, x.provider_caused_minutes, x.open_minutes, x.uncovered_minutes,
    x.lapsed_minutes, x.short_minutes,
    cast(x.required_sessions as integer) as required_sessions,
    cast(x.counted_sessions as integer) as counted_sessions, cast(x.given_sessions as integer) as given_sessions
from (
    select
        e.line_no, s.month, greatest(s.day, e.from_day) as from_day,
        least(coalesce(s.next_day, e.to_day), e.to_day) as to_day,
        s.next_day is null and e.to_day = date '9999-12-31' as is_final,
        s.expected_minutes, s.delivered_minutes, s.credited_minutes, s.excess_minutes, s.excused_minutes,
        s.review_minutes,
        s.make_up_minutes, s.unaccounted_minutes, s.provider_caused_minutes, s.open_minutes,
        s.uncovered_minutes, s.lapsed_minutes, s.short_minutes, s.required_sessions, s.counted_sessions,
        s.given_sessions
    from (
        select
            d.line_no, d.month, d.day, lead(d.day) over (partition by d.line_no, d.month order by d.day) as next_day,
            sum(d.expected_minutes) over w as expected_minutes,
            sum(d.delivered_minutes) over w as delivered_minutes,
            sum(d.credited_minutes) over w as credited_minutes, sum(d.excess_minutes) over w as excess_minutes,
            sum(d.excused_minutes) over w as excused_minutes,
            sum(d.review_minutes) over w as review_minutes, sum(d.make_up_minutes) over w as make_up_minutes,
            sum(d.unaccounted_minutes) over w as unaccounted_minutes,
            sum(d.provider_caused_minutes) over w as provider_caused_minutes,
            sum(d.open_minutes) over w as open_minutes, sum(d.uncovered_minutes) over w as uncovered_minutes,
            sum(d.lapsed_minutes) over w as lapsed_minutes, sum(d.short_minutes) over w as short_minutes,
            sum(d.required_sessions) over w as required_sessions,
            sum(d.counted_sessions) over w as counted_sessions, sum(d.given_sessions) over w as given_sessions
        from day_sums as d
        window w as (partition by d.line_no, d.month order by d.day)
    ) as s
    join editions as e on e.edition_no = s.line_no
) as x
where x.from_day < x.to_day
order by case when x.to_day - x.from_day > 31 then 0 else 1 end, x.to_day, x.from_day
