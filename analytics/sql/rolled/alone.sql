-- What does each line bring, under any keys, where every line has an id of its own? As it stands: no two rows go together.
-- Grain and columns: those of ledger/key_sums.
-- uses: ledger/keyed_shares
select k.*
from keyed_shares as k
