-- How does each credit period of a line stand while something may still change in it (rules 5)?
-- Grain: one row a line, period and span of as-of dates from $made_from on. Columns: line_no, period_key, month, is_long and shortfall_order
-- (as in period_ends), from_day, to_day (the first as-of date after it), closes_on, then those of steps.
-- uses: rolled/steps, rolled/period_ends, rolled/editions
select
    x.line_no, x.period_key, x.month, x.is_long, x.shortfall_order, x.from_day, x.to_day, x.closes_on, cast(x.clock_no as bigint) as clock_no, x.expected_base, x.rate, x.clock_to,
    x.dated_minutes, x.filled_minutes, x.told_minutes, x.excused_missed, x.review_missed, x.make_up_missed,
    x.provider_missed, cast(x.given_sessions as bigint) as given_sessions
from (
    select
        e.line_no, s.period_key, p.month, p.is_long, p.shortfall_order, greatest(s.day, e.from_day) as from_day,
        least(coalesce(s.next_day, p.settles_on), e.to_day) as to_day, p.closes_on, s.clock_no, s.expected_base, s.rate,
        s.clock_to, s.dated_minutes, s.filled_minutes, s.told_minutes, s.excused_missed, s.review_missed, s.make_up_missed,
        s.provider_missed, s.given_sessions
    from steps as s
    join period_ends as p on p.line_no = s.line_no and p.period_key = s.period_key
    join editions as e on e.edition_no = s.line_no
) as x
where x.from_day < x.to_day
order by case when x.to_day - x.from_day > 31 then 0 else 1 end, x.to_day, x.from_day
