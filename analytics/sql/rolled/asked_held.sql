-- What has settled of the lines asked for: of all of them? Swapped for rolled/chosen_held where the viewer chose some.
-- Grain and columns: those of held_sums.
-- uses: rolled/held_sums
select h.*
from held_sums as h
