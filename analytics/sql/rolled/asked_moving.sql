-- What may still change of the lines asked for: of all of them? Swapped for rolled/chosen_moving where the viewer chose some.
-- Grain and columns: those of moving_rows.
-- uses: rolled/moving_rows
select m.*
from moving_rows as m
