-- Which lines have an amount that can't be read (rules 1)? They are listed and counted beside the headline, in no figure.
-- Grain: one row a line. Parameters: the viewer's choice. Columns: line_no, student_id, line_id, service, amount_text.
-- uses: base/lines, base/line_providers
select l.line_no, l.student_id, l.line_id, l.service, l.amount_text
from lines as l
join line_providers as p on p.line_no = l.line_no
where
    not l.is_usable and l.plan_type = 'IEP' and not l.esy
    and ($services = '' or position(chr(31) || l.service || chr(31) in $services) > 0)
    and ($schools = '' or position(chr(31) || l.school || chr(31) in $schools) > 0)
    and ($providers = '' or position(chr(31) || p.provider_id || chr(31) in $providers) > 0)
    and ($students = '' or position(chr(31) || l.student_id || chr(31) in $students) > 0)
