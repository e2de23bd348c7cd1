-- Where do the sessions count that are stored, where everything is made anew? There are none.
-- Grain and columns: those of rolled/placed_since.
-- uses: rolled/placed_since
select p.*
from placed_since as p
where 1 = 0
