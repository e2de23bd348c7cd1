-- Which closed credit periods lack half a planned session or more at the as-of date, settled or not yet?
-- Grain and columns: those of ledger/owing. Parameters: $as_of, $from_day (no period lies on both sides of it).
-- uses: base/chosen_lines, ledger/periods
select
    u.line_no, u.period_key, r.period, r.in_force_from as period_start, r.in_force_to as period_end, u.make_up_minutes,
    u.unaccounted_minutes
from (
    select s.line_no, s.period_key, s.make_up_minutes, s.unaccounted_minutes
    from rolled_owing as s
    where s.from_day <= $as_of and s.to_day > $as_of
    union all
    select p.line_no, p.period_key, p.make_up_minutes, p.unaccounted_minutes
    from periods as p
    where p.is_closed
) as u
join chosen_lines as c on c.line_no = u.line_no
join rolled_periods as r on r.line_no = u.line_no and r.period_key = u.period_key
where
    r.in_force_from >= $from_day and cast(u.make_up_minutes as decimal(18, 6)) > 0
    and cast(u.make_up_minutes as decimal(18, 6)) >= cast(0.5 * c.session_minutes as decimal(18, 6))
