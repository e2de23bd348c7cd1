-- Which lines in force end soon without a successor?
-- Grain: one row a line. Parameters: $as_of, $until (the last day looked at), the viewer's choice.
-- Columns: line_key, student_id, line_id, link_key, student_name, service, setting, school, provider_name, ends_on.
-- uses: base/chosen_lines, base/lines, base/windows, ledger/names, ledger/provider_names
select
    c.row_key as line_key, c.student_id, c.line_id, n.link_key, n.student_name, c.service, l.setting, c.school, v.provider_name,
    w.window_to as ends_on
from chosen_lines as c
join lines as l on l.line_no = c.line_no
join windows as w on w.line_no = c.line_no
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
where
    l.end_date is not null and w.window_from <= $as_of and w.window_to >= $as_of and w.window_to <= $until
    and not exists (
        select 1 from lines as o join windows as v on v.line_no = o.line_no
        where o.student_id = l.student_id and o.service = l.service and o.line_no <> l.line_no and v.window_to > w.window_to
    )
order by w.window_to, n.student_name, c.line_id
