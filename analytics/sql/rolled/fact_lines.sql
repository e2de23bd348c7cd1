-- Of which lines made may a log change who and what they are: their first whole cycle hadn't closed before $made_from, their length is
-- the median of their sessions, or stored steps can tell them no more?
-- Grain: one row a line. Column: line_no.
-- Parameters: $made_from.
-- uses: base/lines, base/chosen_lines, rolled/unsettled
select c.line_no
from chosen_lines as c
join lines as l on l.line_no = c.line_no
left join (
    select o.line_no, bool_and(coalesce(o.whole_from < $made_from, false)) as has_whole, bool_and(o.is_settled) as is_settled
    from rolled_lines as o
    group by o.line_no
) as s on s.line_no = c.line_no
left join unsettled as u on u.student_id = l.student_id
where
    not coalesce(s.has_whole, false) or s.is_settled <> (u.student_id is null)
    or (coalesce(l.minutes_per_session, 0) <= 0 and not coalesce(l.sessions_per_cycle > 0 and l.amount_minutes > 0, false))
