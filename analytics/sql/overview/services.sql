-- How does each service stand in students and staffing?
-- Grain: one row a service with chosen lines that have minutes to date or are in force. Parameters: as ledger/lines.
-- Columns: service, students, lines, unstaffed_lines (in force, no provider named or inferred).
-- uses: base/chosen_lines, ledger/line_shares, ledger/last_seen
select
    c.service, count(distinct c.student_id) as students, count(*) as lines,
    count(*) filter (where c.provider_id is null and t.line_no is not null) as unstaffed_lines
from chosen_lines as c
left join line_shares as s on s.line_no = c.line_no
left join last_seen as t on t.line_no = c.line_no
where s.line_no is not null or t.line_no is not null
group by c.service
order by c.service
