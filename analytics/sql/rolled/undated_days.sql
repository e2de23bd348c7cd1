-- On which day was the last make-up, on file or gone, that names no date and may go to a line?
-- Grain: one row a line with such make-ups. Parameters: $district. Columns: line_no, last_day.
-- uses: base/lines, base/chosen_lines
select l.line_no, max(s.session_date) as last_day
from chosen_lines as c
join lines as l on l.line_no = c.line_no
join sessions as s
    on
        s.district = $district and s.student_id = l.student_id and (s.service = l.service or s.line_id = l.line_id)
        and s.status = 'make_up' and s.makes_up_date is null
group by l.line_no
