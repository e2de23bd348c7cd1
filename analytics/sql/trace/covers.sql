-- Which files' logs speak for a line, from when to when (rules 2a)?
-- Grain: one row a file and span. Parameters: $district, $line_no. Columns: file_name, covered_from, covered_to.
-- uses: base/lines, base/line_providers, base/coverage
select distinct b.file_name, c.covered_from, c.covered_to
from lines as l
join line_providers as p on p.line_no = l.line_no
join coverage as c
    on
        c.service = l.service and (c.kind is null or c.kind = l.kind)
        and (c.provider_id is null or c.provider_id = p.provider_id) and (c.school is null or c.school = l.school)
join batches as b on b.district = $district and b.batch_id = c.batch_id
where l.line_no = $line_no
order by c.covered_from, c.covered_to, b.file_name
