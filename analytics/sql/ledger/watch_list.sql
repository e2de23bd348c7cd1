-- Which lines in force belong to a student who is absent often (rules 6): three absences in a row, or a quarter of the last twelve planned
-- sessions? Planned are sessions that were delivered, given in part or missed; make-ups and attempts aren't.
-- Grain: one row a chosen line. Parameters: $as_of, the viewer's choice. Columns: who and what, planned_sessions (the last ones, at most
-- twelve), absences (of these), in_a_row (the most of them), last_absence, last_seen (null: not in these), why (in_a_row, quarter).
-- uses: base/chosen_lines, base/lines, base/line_spans, ledger/placings, ledger/names, ledger/provider_names
select
    c.student_id, n.link_key, n.student_name, c.row_key as line_key, c.line_id, c.school, c.provider_id, v.provider_name, c.service,
    c.kind, c.setting, c.line_grouping as "grouping", l.amount_minutes, l.cycle, t.planned_sessions, t.absences, t.in_a_row,
    t.last_absence, t.last_seen, case when t.in_a_row >= 3 then 'in_a_row' else 'quarter' end as why
from (
    select
        r.line_no, sum(r.planned_sessions) as planned_sessions, sum(r.absences) as absences, max(r.absences) as in_a_row,
        max(case when r.absences > 0 then r.last_date end) as last_absence, max(r.last_given) as last_seen
    from (
        select
            s.line_no, s.run, count(*) as planned_sessions, count(*) filter (where s.is_absence) as absences,
            max(s.session_date) as last_date, max(case when s.is_given then s.session_date end) as last_given
        from (
            select
                x.*, x.place - row_number() over (partition by x.line_no, x.is_absence order by x.place) as run
            from (
                select
                    p.line_no, p.session_date, p.status in ('delivered', 'partial') as is_given,
                    p.status = 'missed' and p.reason in ('student_absent', 'student_unexcused') as is_absence,
                    row_number() over (partition by p.line_no order by p.session_date desc, p.row_key desc) as place
                from placings as p
                where
                    p.session_date <= $as_of and p.status in ('delivered', 'partial', 'missed')
                    and p.line_no in (select c.line_no from chosen_lines as c)
            ) as x
            where x.place <= 12
        ) as s
        group by s.line_no, s.is_absence, s.run
    ) as r
    group by r.line_no
) as t
join chosen_lines as c on c.line_no = t.line_no
join lines as l on l.line_no = t.line_no
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
where
    (t.in_a_row >= 3 or (t.planned_sessions = 12 and t.absences * 4 >= t.planned_sessions))
    and exists (
        select 1 from line_spans as f
        where f.line_no = t.line_no and not f.is_lapsed and $as_of between f.span_from and f.span_to
    )
order by t.absences desc, n.student_name, c.student_id, c.line_no
