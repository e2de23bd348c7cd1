-- In which band is a line's month, and how short is it (rules 8)?
-- Grain: one row, or none. Parameters: $line_no, $month, $by_month (true). Columns: band, short_minutes, session_minutes.
-- uses: ledger/line_shares
select s.band, s.short_minutes, s.session_minutes
from line_shares as s
where s.line_no = $line_no and s.month = $month
