-- In which spans of as-of dates has each line one length of a planned session (rules 1)? Each span is an edition of the line.
-- Grain: one row an edition. Columns: line_no, edition_no, from_day, to_day (the first as-of date after it), session_minutes.
-- uses: base/chosen_lines, base/session_lengths
-- materialized
select
    e.line_no, row_number() over (order by e.line_no, e.from_day) as edition_no, e.from_day,
    coalesce(lead(e.from_day) over (partition by e.line_no order by e.from_day), date '9999-12-31') as to_day,
    e.session_minutes
from (
    select
        s.line_no, s.from_day, s.session_minutes,
        lag(s.session_minutes) over (partition by s.line_no order by s.from_day) as minutes_before
    from session_lengths as s
    join chosen_lines as l on l.line_no = s.line_no
) as e
where e.minutes_before is null or e.minutes_before <> e.session_minutes
