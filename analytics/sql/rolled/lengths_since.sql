-- How long were the delivered sessions from $made_from on of lines whose file doesn't say how long a session is planned to be (rules 1)?
-- Grain and columns: those of base/lengths_told.
-- Parameters: $made_from.
-- uses: base/lengths_told
select t.*
from lengths_told as t
where t.session_date >= $made_from
order by t.session_date
