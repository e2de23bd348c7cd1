-- Which lines have an amount that can't be read (rules 1)? They are listed and counted beside the headline, in no figure.
-- Grain: one row a line. Parameters: the viewer's choice. Columns: line_no, student_id, line_id, service, amount_text.
-- uses: base/lines, base/line_providers
select l.line_no, l.student_id, l.line_id, l.service, l.amount_text
from lines as l
join line_providers as p on p.line_no = l.line_no
where
    not l.is_usable and l.plan_type = 'IEP' and not l.esy
    and {l.service in $services}
    and {l.school in $schools}
    and {p.provider_id in $providers}
    and {l.student_id in $students}
