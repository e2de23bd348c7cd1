-- Which lines have that id, and what do they promise?
-- Grain: one row a line with the id. Parameters: $line_id, $only_student (empty: any student's). Columns: the line's fields, window,
-- session_minutes and its basis.
-- uses: base/lines, base/windows, base/session_minutes, base/line_providers
select
    l.line_no, l.line_id, l.student_id, l.service, l.kind, l.plan_type, l.esy, l.in_ledger, l.is_usable, l.amount_text, l.setting,
    l.line_grouping, l.amount_minutes, l.sessions_per_cycle, l.cycle, l.start_date, l.end_date, l.school, l.calendar,
    p.provider_id, p.is_inferred, w.window_from, w.window_to, w.ended_by, m.session_minutes, m.basis as session_minutes_basis,
    b.file_name as source_file, l.source_sheet, l.source_row
from lines as l
join windows as w on w.line_no = l.line_no
join session_minutes as m on m.line_no = l.line_no
join line_providers as p on p.line_no = l.line_no
left join batches as b on b.district = $district and b.batch_id = l.batch_id
where l.line_id = $line_id and ($only_student = '' or l.student_id = $only_student)
order by l.line_no
