-- Which lines have no log row at all, though a log of their service is loaded?
-- Grain: one row a line. Parameters: as findings/told_lines. Columns: those of a finding; minutes are those promised to date, be a log of
-- their days and provider loaded or not.
-- uses: findings/told_lines, base/placed, base/coverage, ledger/line_shares
select
    t.student_id, t.student_name, t.link_key, t.service, t.day, s.promised_minutes as minutes, t.provider_id, t.provider_name,
    t.school, t.line_id, t.source_file, t.source_sheet, t.source_row
from told_lines as t
join (
    select x.line_no, sum(x.expected_minutes + x.uncovered_minutes) as promised_minutes from line_shares as x group by x.line_no
) as s on s.line_no = t.line_no and cast(s.promised_minutes as decimal(18, 6)) > 0
where
    not exists (select 1 from placed as p where p.line_no = t.line_no)
    and exists (select 1 from coverage as c where c.service = t.service)
order by t.student_id, t.day, t.source_row
