-- How much of each shortfall does the log give a provider's reason for (absence, vacancy, meeting, connection), and how much is expected in
-- periods that are still open? Capped by what is missing: min(minutes missed for a provider's reason, E - C) of each credit period, spread
-- over its months in proportion to E (rules 5). The recorded causes only: no record is nobody's.
-- Grain: one row a line and month. Columns: line_no, month, expected_minutes, credited_minutes, excused_minutes, provider_caused_minutes,
-- open_minutes (expected in periods that are still open).
-- uses: ledger/accounts, ledger/periods, ledger/missed
select
    a.line_no, a.month, a.expected_minutes, a.credited_minutes, a.excused_minutes,
    coalesce(
        least(coalesce(m.provider_minutes, 0), p.expected_minutes - p.credited_minutes)
        * a.expected_minutes / nullif(p.expected_minutes, 0), 0
    ) as provider_caused_minutes,
    case when a.is_closed then 0 else a.expected_minutes end as open_minutes
from accounts as a
join periods as p on p.line_no = a.line_no and p.period_key = a.period_key
left join (
    select n.line_no, n.period_key, sum(n.missed_minutes) as provider_minutes
    from missed as n
    where n.cause = 'provider'
    group by n.line_no, n.period_key
) as m on m.line_no = a.line_no and m.period_key = a.period_key
