-- Who gave most of each line that names no provider in the last six instructional weeks (rules 12)?
-- Grain: one row a line, none unless $with_providers. Parameters: $as_of, $with_providers. Columns: line_no, provider_id.
select s.line_no, s.provider_id
from (
    select
        g.line_no, g.provider_id,
        row_number() over (
            partition by g.line_no order by sum(g.given_minutes) desc, sum(g.session_rows) desc, g.provider_id
        ) as place
    from rolled_givers as g
    join (
        select w.calendar, max(w.week_no) as week_no from rolled_weeks as w where w.first_day <= $as_of group by w.calendar
    ) as n on n.calendar = g.calendar and g.week_no > n.week_no - 6 and g.week_no <= n.week_no
    where g.session_date <= $as_of and $with_providers
    group by g.line_no, g.provider_id
) as s
where s.place = 1
