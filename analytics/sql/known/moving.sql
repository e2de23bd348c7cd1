-- Which events after a point may say something else of an as-of day?
-- All but closed months and uploads that bring no row of the kind that figures read but sessions of later months: their days, and the days that
-- they speak for, come after it.
-- Grain: one row an event, in order. Parameters: $district, $known, $as_of. Columns: event_seq.
select e.event_seq
from events as e
where
    e.district = $district and e.event_seq > $known and e.kind <> 'close'
    and (
        e.kind <> 'import'
        or e.batch_id in (
            select r.batch_id from batch_rows as r where r.district = $district and r.dataset <> 'sessions'
            union
            select g.batch_id from batch_logs as g where g.district = $district and g.month_start <= $as_of
            union
            select c.batch_id from batch_covers as c where c.district = $district and c.from_day <= $as_of
        )
        or e.event_seq in (
            select s.known_from from sessions as s
            where s.district = $district and s.known_from > $known and s.session_date <= $as_of
            union
            select s.known_to from sessions as s
            where s.district = $district and s.known_to > $known and s.session_date <= $as_of
        )
        or e.event_seq in (
            select v.event_seq
            from (
                select l.district, l.known_to as event_seq from service_lines as l
                union all
                select t.district, t.known_to from students as t
                union all
                select d.district, d.known_to from calendar_days as d
                union all
                select g.district, g.known_to from grading_periods as g
                union all
                select p.district, p.known_to from proposed_days as p
                union all
                select p.district, p.known_from from proposed_days as p
            ) as v
            where v.district = $district and v.event_seq > $known
        )
    )
order by e.event_seq
