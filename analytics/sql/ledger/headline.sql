-- What became of the promised minutes of the whole choice, and how many students does it concern (rules 5, 7 and 8)?
-- Grain: one row, none without lines. Columns: those of by_key and students_behind.
-- uses: ledger/by_key, ledger/students_behind
select b.*, s.students, s.students_behind
from by_key as b
cross join students_behind as s
