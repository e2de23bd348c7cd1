-- Which lines of the ledger did the viewer choose to see?
-- Grain: one row a line. Parameters: $services, $schools, $providers, $students (each wrapped and joined by character 31; empty: all).
-- Columns: those of lines, with provider_id the line's own or inferred.
-- uses: base/lines, base/line_providers
-- materialized
select
    l.line_no, l.row_key, l.line_id, l.student_id, l.service, l.kind, l.setting, l.line_grouping, l.school, l.grade,
    p.provider_id, p.is_inferred
from lines as l
join line_providers as p on p.line_no = l.line_no
where
    l.in_ledger
    and {l.service in $services}
    and {l.school in $schools}
    and {p.provider_id in $providers}
    and {l.student_id in $students}
