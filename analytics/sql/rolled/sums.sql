-- What has settled of each line to date (rules 5 and 7)?
-- Grain: one row a line and span of as-of dates from $made_from on. Columns: line_no, from_day, to_day (the first as-of date after it), those of
-- day_sums to date, but what follows from them (excess, what is open of a pace).
-- uses: rolled/day_sums, rolled/editions, rolled/kept_months
select
    x.line_no, x.from_day, x.to_day,
    x.expected_minutes, x.delivered_minutes, x.credited_minutes, x.excused_minutes, x.review_minutes,
    x.make_up_minutes, x.unaccounted_minutes, x.provider_caused_minutes, x.open_minutes, x.uncovered_minutes,
    x.lapsed_minutes, x.short_minutes,
    cast(x.required_sessions as integer) as required_sessions,
    cast(x.counted_sessions as integer) as counted_sessions, cast(x.given_sessions as integer) as given_sessions
from (
    select
        e.line_no, greatest(s.day, e.from_day) as from_day, least(coalesce(s.next_day, e.to_day), e.to_day) as to_day,
        s.expected_minutes, s.delivered_minutes, s.credited_minutes, s.excused_minutes, s.review_minutes,
        s.make_up_minutes, s.unaccounted_minutes, s.provider_caused_minutes, s.open_minutes,
        s.uncovered_minutes, s.lapsed_minutes, s.short_minutes, s.required_sessions, s.counted_sessions,
        s.given_sessions
    from (
        select
            d.line_no, d.day, lead(d.day) over (partition by d.line_no order by d.day) as next_day,
            sum(d.expected_minutes) over w as expected_minutes,
            sum(d.delivered_minutes) over w as delivered_minutes,
            sum(d.credited_minutes) over w as credited_minutes, sum(d.excused_minutes) over w as excused_minutes,
            sum(d.review_minutes) over w as review_minutes, sum(d.make_up_minutes) over w as make_up_minutes,
            sum(d.unaccounted_minutes) over w as unaccounted_minutes,
            sum(d.provider_caused_minutes) over w as provider_caused_minutes,
            sum(d.open_minutes) over w as open_minutes, sum(d.uncovered_minutes) over w as uncovered_minutes,
            sum(d.lapsed_minutes) over w as lapsed_minutes, sum(d.short_minutes) over w as short_minutes,
            sum(d.required_sessions) over w as required_sessions,
            sum(d.counted_sessions) over w as counted_sessions, sum(d.given_sessions) over w as given_sessions
        from (
            select
                c.line_no, c.day,
                sum(c.expected_minutes) as expected_minutes, sum(c.delivered_minutes) as delivered_minutes,
                sum(c.credited_minutes) as credited_minutes, sum(c.excused_minutes) as excused_minutes,
                sum(c.review_minutes) as review_minutes, sum(c.make_up_minutes) as make_up_minutes,
                sum(c.unaccounted_minutes) as unaccounted_minutes,
                sum(c.provider_caused_minutes) as provider_caused_minutes, sum(c.open_minutes) as open_minutes,
                sum(c.uncovered_minutes) as uncovered_minutes, sum(c.lapsed_minutes) as lapsed_minutes,
                sum(c.short_minutes) as short_minutes, sum(c.required_sessions) as required_sessions,
                sum(c.counted_sessions) as counted_sessions, sum(c.given_sessions) as given_sessions
            from (
                select
                    y.line_no, y.day, y.expected_minutes, y.delivered_minutes, y.credited_minutes,
                    y.excused_minutes, y.review_minutes, y.make_up_minutes, y.unaccounted_minutes,
                    y.provider_caused_minutes, y.open_minutes, y.uncovered_minutes, y.lapsed_minutes,
                    y.short_minutes, y.required_sessions, y.counted_sessions, y.given_sessions
                from day_sums as y
                union all
                select
                    k.line_no, $made_from, k.expected_minutes, k.delivered_minutes, k.credited_minutes,
                    k.excused_minutes, k.review_minutes, k.make_up_minutes, k.unaccounted_minutes,
                    k.provider_caused_minutes, k.open_minutes, k.uncovered_minutes, k.lapsed_minutes,
                    k.short_minutes, k.required_sessions, k.counted_sessions, k.given_sessions
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
