-- When was each line last seen, and how many covered school days ago (rules 6)? Days of the student's own absence don't count.
-- Grain: one row a line of the ledger in force on the as-of date. Parameters: $as_of.
-- Columns: line_no, last_seen (null: never), days_since, missed_since (the reason logged most since then).
-- uses: base/line_spans, base/lines, base/line_stints, base/days_counted, base/day_numbers, ledger/placings, ledger/last_given, ledger/own_absences
-- materialized
select i.line_no, i.last_seen, coalesce(d.days, 0) - coalesce(a.days, 0) as days_since, m.reason as missed_since
from (
    select l.line_no, s.last_seen
    from lines as l
    join (
        select distinct f.line_no from line_spans as f
        where not f.is_lapsed and $as_of between f.span_from and f.span_to
    ) as i on i.line_no = l.line_no
    left join last_given as s on s.line_no = l.line_no
    where l.in_ledger
) as i
left join (
    select
        t.line_no,
        sum(greatest(0, least(t.opened_to, c.to_date) - greatest(t.opened_before, coalesce(n.days_passed, 0)))) as days
    from line_stints as t
    join days_counted as c on c.counted_by = t.counted_by
    left join last_given as s on s.line_no = t.line_no
    left join day_numbers as n on n.counted_by = t.counted_by and n.day = s.last_seen
    where not t.is_lapsed and t.is_covered
    group by t.line_no
) as d on d.line_no = i.line_no
left join (
    select b.line_no, count(*) as days
    from own_absences as b
    left join last_given as q on q.line_no = b.line_no
    where q.last_seen is null or b.session_date > q.last_seen
    group by b.line_no
) as a on a.line_no = i.line_no
left join (
    select
        p.line_no, p.reason, row_number() over (partition by p.line_no order by count(*) desc, p.reason) as place
    from placings as p
    left join last_given as q on q.line_no = p.line_no
    where p.session_date <= $as_of and p.status = 'missed' and (q.last_seen is null or p.session_date > q.last_seen)
    group by p.line_no, p.reason
) as m on m.line_no = i.line_no and m.place = 1
