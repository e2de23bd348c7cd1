-- Which lines did a person say were changed by a later one beside them, and on which day does that one begin (rules 3)?
-- Grain: one row an earlier line. Parameters: $district, $known. Columns: row_key, day, answered_by, answered_on.
-- uses: base/lines
-- materialized
select x.row_key, x.day, x.answered_by, x.answered_on
from (
    select
        e.row_key, n.start_day as day, a.answered_by, cast(a.answered_at as date) as answered_on,
        row_number() over (partition by e.row_key order by n.start_day, n.row_key) as place
    from line_answers as a
    join lines as e on e.row_key = a.earlier_key
    join lines as n on n.row_key = a.later_key and n.start_day > e.start_day
    where
        a.district = $district and a.answer = 'changed'
        and a.known_from <= $known and (a.known_to is null or a.known_to > $known)
) as x
where x.place = 1
