-- What do lines bring together, under any keys of the line and by month (rules 5, 7 and 8)?
-- Grain: one row a combination of the keys asked for. Columns: those of keyed_shares, counts of lines as whole numbers.
-- uses: ledger/keyed_shares
select
    k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line, k.month,
    {minutes: sum(k.*)}, {line_counts: cast(sum(k.*) as bigint)},
    sum(k.counted_sessions) as counted_sessions, sum(k.required_sessions) as required_sessions
from keyed_shares as k
group by k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line, k.month
