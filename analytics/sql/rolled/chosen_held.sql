-- What has settled of the lines that the viewer chose?
-- Grain and columns: those of held_sums.
-- uses: rolled/held_sums, base/chosen_lines
select h.*
from held_sums as h
where h.line_no in (select c.line_no from chosen_lines as c)
