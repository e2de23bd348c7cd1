-- Where do the sessions before $made_from of the lines made count, as stored? They go where they went: lines are the same.
-- Grain and columns: those of rolled/placed_since.
-- Parameters: $made_from.
-- uses: base/chosen_lines
select p.*
from rolled_placed as p
join chosen_lines as l on l.line_no = p.line_no
where p.session_date < $made_from
