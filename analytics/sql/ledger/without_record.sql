-- Which lines have expected minutes without any record in closed periods (rules 5), or no row of a log at all, and when was their last one?
-- Grain: one row a chosen line and such closed period; one without a period for a line without any row whose periods are all open.
-- Parameters: as periods, the viewer's choice. Columns: who and what, last_logged (the day of the latest row of any outcome; null: none),
-- period_start, period_end, expected_minutes, unaccounted_minutes (of the period; null without one).
-- uses: base/chosen_lines, base/lines, base/placed, base/numbered_days, ledger/periods, ledger/owed, ledger/names, ledger/provider_names
select
    c.student_id, n.link_key, n.student_name, c.row_key as line_key, c.line_id, c.school, c.provider_id, v.provider_name,
    c.service, c.kind, c.setting, l.amount_minutes, l.cycle, g.last_logged, f.day as period_start, e.day as period_end,
    p.expected_minutes, p.unaccounted_minutes
from chosen_lines as c
join lines as l on l.line_no = c.line_no
join (
    select o.line_no from owed as o
    group by o.line_no having cast(sum(coalesce(o.expected_minutes, 0)) as decimal(18, 6)) > 0
) as w on w.line_no = c.line_no
left join (
    select s.line_no, max(s.session_date) as last_logged from placed as s
    where s.line_no is not null
    group by s.line_no
) as g on g.line_no = c.line_no
left join periods as p
    on p.line_no = c.line_no and p.is_closed and cast(p.unaccounted_minutes as decimal(18, 6)) > 0
left join numbered_days as f on f.counted_by = p.counted_by and f.day_no = p.first_no
left join numbered_days as e on e.counted_by = p.counted_by and e.day_no = p.last_no
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
where p.line_no is not null or g.line_no is null
order by n.student_name, c.student_id, c.line_id, f.day
