-- Which overlapping lines of one student may be a change or an addition (rules 3), and nobody has said?
-- Grain: one row a line. Parameters: as findings/told_lines. Columns: those of a finding.
-- uses: findings/told_lines, findings/changed_pairs
select
    {finding: t.*}
from told_lines as t
where t.line_no in (select p.earlier_no from changed_pairs as p) or t.line_no in (select p.later_no from changed_pairs as p)
order by t.student_id, t.day, t.source_row
