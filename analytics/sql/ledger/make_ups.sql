-- What is to be made up, or decided (rules 5): the candidates of each line and closed period?
-- Grain: one row a chosen line and closed period with half a planned session or more. Parameters: as periods, the viewer's choice.
-- Columns: who and what, period_start, period_end, make_up_minutes, make_up_sessions, unaccounted_minutes, since, attempts, decision.
-- uses: base/chosen_lines, base/numbered_days, base/session_minutes, ledger/periods, ledger/booked, ledger/names, ledger/provider_names
select
    c.student_id, n.link_key, n.student_name, c.row_key as line_key, c.line_id, c.school, c.provider_id, v.provider_name,
    c.service, c.kind, c.setting, f.day as period_start, e.day as period_end, p.make_up_minutes,
    p.make_up_minutes / nullif(m.session_minutes, 0) as make_up_sessions, p.unaccounted_minutes, e.day as since,
    coalesce(a.attempts, 0) as attempts, d.decision, d.decided_on
from chosen_lines as c
join periods as p on p.line_no = c.line_no
join session_minutes as m on m.line_no = c.line_no
join numbered_days as f on f.counted_by = p.counted_by and f.day_no = p.first_no
join numbered_days as e on e.counted_by = p.counted_by and e.day_no = p.last_no
left join (
    select b.line_no, b.period_key, count(*) as attempts
    from booked as b
    where b.is_attempt
    group by b.line_no, b.period_key
) as a on a.line_no = p.line_no and a.period_key = p.period_key
left join (
    select
        x.line_id, x.student_id, x.period, x.decision, x.decided_on,
        row_number() over (
            partition by x.line_id, x.student_id, x.period order by x.decided_on desc nulls last, x.known_from desc
        ) as place
    from decisions as x
    where x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
        and coalesce(x.decided_on <= $as_of, true)
) as d
    on
        d.line_id = c.line_id and coalesce(d.student_id, c.student_id) = c.student_id and d.place = 1
        and d.period in (
            substr(cast(f.day as varchar), 1, 7), substr(cast(e.day as varchar), 1, 7),
            cast(f.day as varchar)
        )
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
where
    p.is_closed
    and cast(p.make_up_minutes as decimal(18, 6)) > 0
    and cast(p.make_up_minutes as decimal(18, 6)) >= cast(0.5 * m.session_minutes as decimal(18, 6))
order by v.provider_name, n.student_name, c.line_id, f.day
