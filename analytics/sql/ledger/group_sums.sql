-- What does each group of lines bring together?
-- Grain and columns: those of key_sums. A step of its own, since months of a whole district may be told otherwise (rolled/month_group_sums).
-- uses: ledger/key_sums
select k.*
from key_sums as k
