-- Which lines in force are not confirmed by the file of the student's later IEP (rules 3)?
-- Grain: one row a line. Parameters: $as_of, as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines, ledger/unconfirmed
select
    {finding: t.*}
from told_lines as t
join unconfirmed as u on u.line_no = t.line_no
where $as_of between t.window_from and t.window_to
order by t.student_id, t.day, t.source_row
