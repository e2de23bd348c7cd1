-- Which students must be worked out from the sessions, since months can't tell a range of theirs (straddling, in a table of the cursor)?
-- Grain and columns: those of rolled/apart.
select s.student_id
from straddling_made as s
