-- How many rows of each kind did each event after a point bring, change or take out?
-- Grain: one row an event with such rows. Parameters: $district, $known. Columns: event_seq, rows_new, rows_changed, rows_gone.
select
    v.event_seq, sum(v.rows_new) as rows_new, sum(v.rows_changed) as rows_changed, sum(v.rows_gone) as rows_gone
from (
    select
        coalesce(n.event_seq, g.event_seq) as event_seq,
        case when n.event_seq is not null and g.event_seq is null then 1 else 0 end as rows_new,
        case when n.event_seq is not null and g.event_seq is not null then 1 else 0 end as rows_changed,
        case when n.event_seq is null then 1 else 0 end as rows_gone
    from (
        select 'sessions' as dataset, s.row_key, s.known_from as event_seq from sessions as s
        where s.district = $district and s.known_from > $known and coalesce(s.known_to > s.known_from, true)
        union all
        select 'service_lines', l.row_key, l.known_from from service_lines as l
        where l.district = $district and l.known_from > $known and coalesce(l.known_to > l.known_from, true)
        union all
        select 'students', p.row_key, p.known_from from students as p
        where p.district = $district and p.known_from > $known and coalesce(p.known_to > p.known_from, true)
        union all
        select 'calendar_days', c.row_key, c.known_from from calendar_days as c
        where c.district = $district and c.known_from > $known and coalesce(c.known_to > c.known_from, true)
    ) as n
    full join (
        select 'sessions' as dataset, s.row_key, s.known_to as event_seq from sessions as s
        where s.district = $district and s.known_to > $known and s.known_to > s.known_from
        union all
        select 'service_lines', l.row_key, l.known_to from service_lines as l
        where l.district = $district and l.known_to > $known and l.known_to > l.known_from
        union all
        select 'students', p.row_key, p.known_to from students as p
        where p.district = $district and p.known_to > $known and p.known_to > p.known_from
        union all
        select 'calendar_days', c.row_key, c.known_to from calendar_days as c
        where c.district = $district and c.known_to > $known and c.known_to > c.known_from
    ) as g on g.dataset = n.dataset and g.row_key = n.row_key and g.event_seq = n.event_seq
) as v
group by v.event_seq
order by v.event_seq
