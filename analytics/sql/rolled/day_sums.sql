-- What settles for each edition of a line, by month and day, once for all: sum_changes together, those up to $made_from as of $made_from?
-- Grain: one row an edition, month that isn't kept, and day. Columns: those of sum_changes but pace_gap_minutes.
-- uses: rolled/sum_changes, rolled/kept_months
-- materialized
select
    c.line_no, c.month, greatest(c.day, $made_from) as day,
    sum(c.expected_minutes) as expected_minutes, sum(c.delivered_minutes) as delivered_minutes,
    sum(c.credited_minutes) as credited_minutes, sum(c.excess_minutes) as excess_minutes,
    sum(c.excused_minutes) as excused_minutes,
    sum(c.review_minutes) as review_minutes, sum(c.make_up_minutes) as make_up_minutes,
    sum(c.unaccounted_minutes) as unaccounted_minutes,
    sum(c.provider_caused_minutes) as provider_caused_minutes, sum(c.open_minutes) as open_minutes,
    sum(c.uncovered_minutes) as uncovered_minutes, sum(c.lapsed_minutes) as lapsed_minutes,
    sum(c.short_minutes) as short_minutes, sum(c.required_sessions) as required_sessions,
    sum(c.counted_sessions) as counted_sessions, sum(c.given_sessions) as given_sessions
from sum_changes as c
left join kept_months as k on k.line_no = c.line_no and k.month is not distinct from c.month
where k.line_no is null
group by c.line_no, c.month, greatest(c.day, $made_from)
