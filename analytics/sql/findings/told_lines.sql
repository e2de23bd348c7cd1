-- What does each service line say, in the words of a finding?
-- Grain: one row a line of the viewer's choice that is in the ledger. Parameters: $district, the viewer's choice.
-- Columns: those of a finding (student to source_row; day is the start, minutes the amount a cycle), then line_no, row_key, kind, setting,
-- plan fields and the window.
-- uses: base/chosen_lines, base/lines, base/windows, ledger/names, ledger/provider_names
select
    c.student_id, n.student_name, n.link_key, c.service, l.start_day as day, l.amount_minutes as minutes, c.provider_id,
    v.provider_name, c.school, c.line_id, b.file_name as source_file, l.source_sheet, l.source_row,
    c.line_no, l.row_key, c.kind, c.setting, c.line_grouping, l.cycle, l.iep_id, l.otr_of_record_id, w.window_from, w.window_to
from chosen_lines as c
join lines as l on l.line_no = c.line_no
join windows as w on w.line_no = c.line_no
left join batches as b on b.district = $district and b.batch_id = l.batch_id
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
