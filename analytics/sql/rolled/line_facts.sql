-- Who and what is each line of the ledger, in which spans of as-of dates?
-- Grain: one row a line that a log may change and span. Columns: line_no, from_day, to_day (the first as-of date after it), row_key, line_id,
-- student_id, service, kind, setting, line_grouping, school, grade, provider_id (the line's own), session_minutes, whole_from (the day on
-- which its first whole cycle closed; null: none), is_settled (false: answered from the sessions themselves).
-- uses: base/lines, rolled/editions, rolled/roster, rolled/first_whole, rolled/unsettled, rolled/fact_lines
select
    l.line_no, greatest(e.from_day, coalesce(r.from_day, e.from_day)) as from_day, least(e.to_day, coalesce(r.to_day, e.to_day)) as to_day,
    l.row_key, l.line_id, l.student_id, l.service, l.kind, l.setting, l.line_grouping,
    case when r.student_id is null then l.school else coalesce(l.own_school, r.school) end as school,
    case when r.student_id is null then l.grade else r.grade end as grade, l.provider_id, e.session_minutes, w.whole_from,
    u.student_id is null as is_settled
from lines as l
join fact_lines as f on f.line_no = l.line_no
join editions as e on e.line_no = l.line_no
left join roster as r on r.student_id = l.student_id and r.from_day < e.to_day and r.to_day > e.from_day
left join first_whole as w on w.line_no = l.line_no
left join unsettled as u on u.student_id = l.student_id
order by l.line_no
