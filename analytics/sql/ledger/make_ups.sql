-- What is to be made up, or decided (rules 5): the candidates of each line and closed period?
-- Grain: one row a chosen line and closed period with half a planned session or more. Parameters: as periods, the viewer's choice.
-- Columns: who and what, period (its name), period_start, period_end, make_up_minutes, make_up_sessions, unaccounted_minutes, since (the day on
-- which it closed), attempts, decision, decided_minutes, decided_on, decided_by, status, is_open (as in make_up_items).
-- uses: base/chosen_lines, ledger/make_up_items, ledger/names, ledger/provider_names
select
    c.student_id, n.link_key, n.student_name, c.row_key as line_key, c.line_id, c.school, c.provider_id, v.provider_name, c.service,
    c.kind, c.setting, i.period, i.period_start, i.period_end, i.make_up_minutes, i.make_up_sessions,
    i.unaccounted_minutes, i.period_end as since, i.attempts, i.decision, i.decided_minutes, i.decided_on, i.decided_by,
    i.status, i.is_open
from make_up_items as i
join chosen_lines as c on c.line_no = i.line_no
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
order by v.provider_name, n.student_name, c.line_id, i.period_start
