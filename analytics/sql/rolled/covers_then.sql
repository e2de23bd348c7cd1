-- Which days were loaded at an earlier event (in a table of the cursor)?
-- Grain and columns: those of base/covers.
select c.*
from covers_then as c
