-- When was each line last seen, and how many covered school days ago (rules 6)? Days of the student's own absence don't count.
-- Grain: one row a line of the ledger in force on the as-of date. Parameters: $as_of.
-- Columns: line_no, last_seen (null: never), days_since, missed_since (the reason logged most since then).
-- uses: base/line_spans, base/lines, base/placed, ledger/line_days
-- materialized
select l.line_no, s.last_seen, coalesce(d.days_since, 0) as days_since, m.reason as missed_since
from lines as l
join (
    select distinct f.line_no from line_spans as f
    where not f.is_lapsed and $as_of between f.span_from and f.span_to
) as i on i.line_no = l.line_no
left join (
    select p.line_no, max(p.session_date) as last_seen
    from placed as p
    where p.line_no is not null and p.given_minutes > 0
    group by p.line_no
) as s on s.line_no = l.line_no
left join (
    select x.line_no, count(*) as days_since
    from line_days as x
    left join (
        select p.line_no, max(p.session_date) as last_seen
        from placed as p
        where p.line_no is not null and p.given_minutes > 0
        group by p.line_no
    ) as q on q.line_no = x.line_no
    left join (
        select distinct a.line_no, a.session_date
        from placed as a
        where
            a.status = 'missed'
            and a.reason in ('student_absent', 'student_unexcused', 'student_refused', 'student_suspended')
    ) as o on o.line_no = x.line_no and o.session_date = x.day
    where
        not x.is_lapsed and x.is_covered and x.day <= $as_of and (q.last_seen is null or x.day > q.last_seen)
        and o.line_no is null
    group by x.line_no
) as d on d.line_no = l.line_no
left join (
    select
        p.line_no, coalesce(p.reason, 'unknown') as reason,
        row_number() over (partition by p.line_no order by count(*) desc, coalesce(p.reason, 'unknown')) as place
    from placed as p
    left join (
        select x.line_no, max(x.session_date) as last_seen from placed as x where x.given_minutes > 0 group by x.line_no
    ) as q on q.line_no = p.line_no
    where p.line_no is not null and p.status = 'missed' and (q.last_seen is null or p.session_date > q.last_seen)
    group by p.line_no, coalesce(p.reason, 'unknown')
) as m on m.line_no = l.line_no and m.place = 1
where l.in_ledger
