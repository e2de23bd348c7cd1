-- From which as-of date on may stored steps say something else, since they were made: the first day of a session that is new, other or gone,
-- or of a change in what is loaded? And did anything change besides, so that all of them must be made anew?
-- Grain: one row. Parameters: $district, $made_event (the last write that they hold). Columns: changed_from (null: no day), is_other.
-- uses: base/covers, base/days, base/years, rolled/covers_before, rolled/unsettled
select
    (
        select min(d.day)
        from (
            select min(s.session_date) as day
            from sessions as s
            where s.district = $district and (s.known_from > $made_event or s.known_to > $made_event)
            union all
            select min(greatest(o.span_from, n.span_from))
            from covers_before as o
            join covers as n
                on
                    n.service = o.service and n.kind = o.kind and n.provider_id is not distinct from o.provider_id
                    and n.school is not distinct from o.school and n.span_from <= o.span_to and n.span_to >= o.span_from
            where n.is_covered <> o.is_covered
        ) as d
    ) as changed_from,
    exists (
        select 1
        from (
            select l.district, l.known_from, l.known_to from service_lines as l
            union all
            select s.district, s.known_from, s.known_to from students as s
            union all
            select c.district, c.known_from, c.known_to from calendar_days as c
            union all
            select p.district, p.known_from, p.known_to from proposed_days as p
            union all
            select g.district, g.known_from, g.known_to from grading_periods as g
            union all
            select a.district, a.known_from, a.known_to from line_answers as a
            union all
            select r.district, r.known_from, r.known_to from batch_rows_listed as r where r.dataset = 'service_lines'
        ) as v
        where v.district = $district and (v.known_from > $made_event or v.known_to > $made_event)
    )
    or exists (
        select 1
        from people as p
        join service_lines as l on l.district = p.district and l.student_id = p.person_id
        where
            p.district = $district and p.person_kind = 'student'
            and (p.known_from > $made_event or p.known_to > $made_event)
    )
    or exists (
        select 1
        from events as e
        join batch_rows as r on r.district = e.district and r.batch_id = e.batch_id and r.dataset = 'service_lines'
        where e.district = $district and e.event_seq > $made_event
    )
    or exists (
        select 1
        from (
            select o.service, o.kind, o.provider_id, o.school from covers_before as o
            except
            select n.service, n.kind, n.provider_id, n.school from covers as n
        ) as gone
    )
    or exists (
        select 1
        from (
            select n.service, n.kind, n.provider_id, n.school from covers as n
            except
            select o.service, o.kind, o.provider_id, o.school from covers_before as o
        ) as come
    )
    or exists (
        select 1
        from (
            select s.session_date as day
            from sessions as s
            where s.district = $district and s.known_from > $made_event
            union all
            select s.makes_up_date
            from sessions as s
            where s.district = $district and s.known_from > $made_event
        ) as c
        join days as d on d.day = c.day
        where d.school_year not in (select y.school_year from years as y)
    )
    or exists (
        select 1
        from rolled_lines as o
        where not o.is_settled and o.student_id not in (select u.student_id from unsettled as u)
    ) as is_other
