-- In which weeks was each line served, known from when on?
-- Grain: one row an edition and week. Columns: line_no (the edition's number), week, first_day (the first dated of its given sessions).
-- uses: rolled/told
-- materialized
select t.line_no, t.week, min(t.session_date) as first_day
from told as t
where t.given_minutes > 0
group by t.line_no, t.week
