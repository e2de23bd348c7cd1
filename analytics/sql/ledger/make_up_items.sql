-- What is to be made up, or decided, of each line and closed period (rules 5)?
-- Grain: one row a chosen line and period of owing. Columns: those of owing, make_up_sessions, attempts, decision, decided_minutes, decided_on,
-- decided_by, status (open; offered; part: a part was settled; settled), is_open.
-- materialized
-- by line
-- uses: base/chosen_lines, base/session_minutes, ledger/owing, ledger/period_decisions, ledger/bookings
select r.*, r.status <> 'settled' as is_open
from (
    select
        o.line_no, o.period_key, o.period, o.period_start, o.period_end, o.make_up_minutes, o.unaccounted_minutes,
        o.make_up_minutes / nullif(m.session_minutes, 0) as make_up_sessions, coalesce(a.attempts, 0) as attempts,
        d.decision, d.decided_minutes, d.decided_on, d.decided_by,
        case
            when d.decision is null then 'open'
            when d.decision = 'offered' then 'offered'
            when cast(o.make_up_minutes - d.decided_minutes as decimal(18, 6)) >= cast(0.5 * m.session_minutes as decimal(18, 6))
                then 'part'
            else 'settled'
        end as status
    from owing as o
    join chosen_lines as c on c.line_no = o.line_no
    join session_minutes as m on m.line_no = o.line_no
    left join period_decisions as d on d.line_no = o.line_no and d.period_key = o.period_key
    left join (
        select b.line_no, b.period_key, count(*) as attempts
        from bookings as b
        where b.status = 'attempt'
        group by b.line_no, b.period_key
    ) as a on a.line_no = o.line_no and a.period_key = o.period_key
) as r
