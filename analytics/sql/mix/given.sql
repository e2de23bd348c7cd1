-- In which setting was each credited session given, and how long did it take the provider (rules 11)?
-- Grain: one row a session with minutes inside the range: of a ledger line, or any where no line is on file. Columns: those of all_given.
-- uses: base/lines, mix/all_given
select g.*
from all_given as g
where
    g.line_no in (select l.line_no from lines as l where l.in_ledger)
    or not exists (select 1 from lines as l)
