-- Which lines have an amount that can't be read, such as "as needed"? They are in no figure.
-- Grain: one row a line. Parameters: $district, the viewer's choice. Columns: those of a finding.
-- uses: ledger/unusable, base/lines, base/line_providers, ledger/names, ledger/provider_names
select
    u.student_id, n.student_name, n.link_key, u.service, l.start_day as day, l.amount_minutes as minutes, p.provider_id,
    v.provider_name, l.school, u.line_id, b.file_name as source_file, l.source_sheet, l.source_row
from unusable as u
join lines as l on l.line_no = u.line_no
join line_providers as p on p.line_no = u.line_no
left join batches as b on b.district = $district and b.batch_id = l.batch_id
left join names as n on n.student_id = u.student_id
left join provider_names as v on v.provider_id = p.provider_id
order by u.student_id, l.start_day, l.source_row
