-- What do the lines asked for bring at the as-of date that may still change?
-- Grain: one row a line (and month where $by_month). Columns: those of moving_rows.
-- uses: rolled/asked_moving
select
    u.line_no, u.month,
    sum(u.expected_minutes) as expected_minutes, sum(u.delivered_minutes) as delivered_minutes,
    sum(u.credited_minutes) as credited_minutes, sum(u.excess_minutes) as excess_minutes,
    sum(u.excused_minutes) as excused_minutes, sum(u.review_minutes) as review_minutes,
    sum(u.make_up_minutes) as make_up_minutes, sum(u.unaccounted_minutes) as unaccounted_minutes,
    sum(u.provider_caused_minutes) as provider_caused_minutes, sum(u.open_minutes) as open_minutes,
    sum(u.uncovered_minutes) as uncovered_minutes, sum(u.lapsed_minutes) as lapsed_minutes,
    sum(u.short_minutes) as short_minutes, sum(u.given_sessions) as given_sessions
from asked_moving as u
group by u.line_no, u.month
