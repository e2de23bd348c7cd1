-- Which direct lines in force were not seen for long (rules 6)?
-- Grain: one row a chosen line. Parameters: as so_far. Columns: those of so_far.
-- uses: ledger/so_far
select f.*
from so_far as f
where f.is_unseen
order by f.line_no
