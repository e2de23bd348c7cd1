-- Of which students do figures hang on the as-of date in a way that stored steps can't tell: another calendar after a change of school, days
-- loaded for the provider who gave most lately, or for the school of the day?
-- Grain: one row a student. Columns: student_id.
-- uses: base/lines, base/spells, base/calendar_sources, base/coverage
select distinct l.student_id
from lines as l
left join (
    select x.service, bool_or(x.provider_id is not null) as by_provider, bool_or(x.school is not null) as by_school
    from coverage as x
    group by x.service
) as c on c.service = l.service
left join (
    select
        s.student_id, count(distinct coalesce(k.calendar, '')) > 1 as moves_calendar,
        min(coalesce(s.school, '')) <> max(coalesce(s.school, '')) as moves_school
    from spells as s
    left join (select distinct x.calendar from calendar_sources as x) as k on k.calendar = s.school
    group by s.student_id
) as m on m.student_id = l.student_id
where
    (l.in_ledger and l.provider_id is null and coalesce(c.by_provider, false)) or coalesce(m.moves_calendar, false)
    or (coalesce(m.moves_school, false) and coalesce(c.by_school, false))
