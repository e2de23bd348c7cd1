-- What is to be made up, or decided (rules 5): the candidates of each line and closed period?
-- Grain: one row a chosen line and closed period with half a planned session or more. Parameters: as periods, the viewer's choice.
-- Columns: who and what, period (its name), period_start, period_end, make_up_minutes, make_up_sessions, unaccounted_minutes, since,
-- attempts, decision, decided_minutes, decided_on, decided_by, status (open; offered; part: a part was settled; settled), is_open.
-- uses: ledger/make_up_items
select
    i.student_id, i.link_key, i.student_name, i.line_key, i.line_id, i.school, i.provider_id, i.provider_name, i.service,
    i.kind, i.setting, i.period, i.period_start, i.period_end, i.make_up_minutes, i.make_up_sessions,
    i.unaccounted_minutes, i.since, i.attempts, i.decision, i.decided_minutes, i.decided_on, i.decided_by, i.status,
    i.is_open
from make_up_items as i
order by i.provider_name, i.student_name, i.line_id, i.period_start
