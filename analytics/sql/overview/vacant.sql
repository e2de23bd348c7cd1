-- Which lines have nobody: in force without a provider named or inferred, or with sessions missed for a vacancy in the last month?
-- Grain: one row a line. Parameters: $as_of, $since (the first day of missed sessions that are looked at), the viewer's choice.
-- Columns: line_key, student_id, school, is_unstaffed, vacancy_minutes (missed for a vacancy from $since to $as_of, as logged).
-- uses: base/chosen_lines, ledger/last_seen, ledger/bookings
select
    c.row_key as line_key, c.student_id, c.school, c.provider_id is null and t.line_no is not null as is_unstaffed,
    coalesce(m.vacancy_minutes, 0) as vacancy_minutes
from chosen_lines as c
left join last_seen as t on t.line_no = c.line_no
left join (
    select b.line_no, sum(b.missed_minutes) as vacancy_minutes
    from bookings as b
    where b.reason = 'vacancy' and b.counts_on between $since and $as_of and b.missed_minutes > 0
    group by b.line_no
) as m on m.line_no = c.line_no
where (c.provider_id is null and t.line_no is not null) or m.line_no is not null
order by c.school, c.line_no
