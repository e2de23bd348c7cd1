-- What was missed for reasons of providers and schools, as logged, uncapped (rules 6)?
-- Grain: one row a service with sessions of chosen lines. Columns: service, provider_caused_minutes, school_caused_minutes.
-- uses: base/chosen_lines, ledger/bookings, ledger/causes
select
    c.service, coalesce(sum(b.missed_minutes) filter (where t.cause = 'provider'), 0) as provider_caused_minutes,
    coalesce(sum(b.missed_minutes) filter (where t.cause = 'school'), 0) as school_caused_minutes
from bookings as b
join chosen_lines as c on c.line_no = b.line_no
join causes as t on t.reason = b.reason
where b.missed_minutes > 0
group by c.service
