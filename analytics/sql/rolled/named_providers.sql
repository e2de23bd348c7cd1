-- Whose is each line by its file? Where none is named and logs of some providers are loaded only, stored steps can't tell the line
-- (rolled/unsettled), and who gave most of it doesn't matter to them.
-- Grain: one row a line. Columns: those of base/line_providers.
-- uses: base/lines
select l.line_no, l.provider_id, false as is_inferred
from lines as l
