-- What may still change of the lines that the viewer chose?
-- Grain and columns: those of moving_rows.
-- uses: rolled/moving_rows, base/chosen_lines
select m.*
from moving_rows as m
where m.line_no in (select c.line_no from chosen_lines as c)
