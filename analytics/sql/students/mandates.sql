-- Which service lines of the chosen students are on file, from when to when is each in force, and what does it promise (rules 1 and 3)?
-- Grain: one row a line, of every plan, readable or not. Parameters: $district, the viewer's choice, $as_of. Columns: who and what, amounts, window_from,
-- window_to, ended_by (end, amendment, iep), is_in_force (on the as-of day), start_assumed, end_assumed, source_file, source_sheet,
-- source_row, batch_id.
-- uses: base/lines, base/windows, base/line_providers, ledger/names, ledger/provider_names
select
    l.student_id, n.link_key, n.student_name, l.row_key as line_key, l.line_id, l.iep_id, l.service, l.plan_type, l.esy, l.kind,
    l.setting, l.line_grouping as "grouping", l.is_usable, l.amount_text, l.amount_minutes, l.sessions_per_cycle, l.cycle,
    coalesce(p.provider_id, l.provider_id) as provider_id, v.provider_name, l.school, w.window_from, w.window_to, w.ended_by,
    $as_of between w.window_from and w.window_to as is_in_force, l.start_date is null as start_assumed,
    l.end_date is null as end_assumed, b.file_name as source_file, l.source_sheet, l.source_row, l.batch_id
from lines as l
join windows as w on w.line_no = l.line_no
left join line_providers as p on p.line_no = l.line_no
left join names as n on n.student_id = l.student_id
left join provider_names as v on v.provider_id = coalesce(p.provider_id, l.provider_id)
left join batches as b on b.district = $district and b.batch_id = l.batch_id
where
    {l.service in $services}
    and {l.school in $schools}
    and {coalesce(p.provider_id, l.provider_id) in $providers}
    and {l.student_id in $students}
order by l.student_id, l.service, w.window_from, l.line_no
