-- What is to be made up, or decided, of each line and closed period (rules 5)?
-- Grain: one row a line and closed period with half a planned session or more. Parameters: as periods. Columns: those of make_ups, line_no.
-- materialized
-- by line
-- uses: base/chosen_lines, base/numbered_days, base/session_minutes, ledger/periods, ledger/period_names, ledger/period_decisions, ledger/booked, ledger/names, ledger/provider_names
select r.*, r.status <> 'settled' as is_open
from (
    select
        c.line_no, c.student_id, n.link_key, n.student_name, c.row_key as line_key, c.line_id, c.school, c.provider_id, v.provider_name,
        c.service, c.kind, c.setting, k.period, f.day as period_start, e.day as period_end, p.make_up_minutes,
        p.make_up_minutes / nullif(m.session_minutes, 0) as make_up_sessions, p.unaccounted_minutes, e.day as since,
        coalesce(a.attempts, 0) as attempts, d.decision, d.decided_minutes, d.decided_on, d.decided_by,
        case
            when d.decision is null then 'open'
            when d.decision = 'offered' then 'offered'
            when cast(p.make_up_minutes - d.decided_minutes as decimal(18, 6)) >= cast(0.5 * m.session_minutes as decimal(18, 6))
                then 'part'
            else 'settled'
        end as status
    from chosen_lines as c
    join periods as p on p.line_no = c.line_no
    join period_names as k on k.line_no = p.line_no and k.period_key = p.period_key
    join numbered_days as f on f.counted_by = p.counted_by and f.day_no = p.first_no
    join numbered_days as e on e.counted_by = p.counted_by and e.day_no = p.last_no
    join session_minutes as m on m.line_no = c.line_no
    left join period_decisions as d on d.line_no = p.line_no and d.period_key = p.period_key
    left join (
        select b.line_no, b.period_key, count(*) as attempts
        from booked as b
        where b.is_attempt
        group by b.line_no, b.period_key
    ) as a on a.line_no = p.line_no and a.period_key = p.period_key
    left join names as n on n.student_id = c.student_id
    left join provider_names as v on v.provider_id = c.provider_id
    where
        p.is_closed
        and cast(p.make_up_minutes as decimal(18, 6)) > 0
        and cast(p.make_up_minutes as decimal(18, 6)) >= cast(0.5 * m.session_minutes as decimal(18, 6))
) as r
