-- Which days do the loaded logs speak for (rules 2a)?
-- Grain: one row a span of a batch. Parameters: $district, $known.
-- Columns: batch_id, service, kind (null: both), provider_id (null: all), school (null: all), covered_from, covered_to.
-- uses: base/batches_now, base/logged, base/logged_kinds, base/lines
-- materialized
select s.batch_id, s.service, s.kind, p.provider_id, cast(null as varchar) as school, s.covered_from, s.covered_to
from (
    select
        l.batch_id, l.service, l.kind, min(l.month_start) as covered_from,
        least(cast(date_trunc('month', max(l.last_day)) + interval '1 month' as date) - 1, min(b.load_date)) as covered_to
    from logged_kinds as l
    join batches_now as b on b.batch_id = l.batch_id
    where
        not exists (
            select 1 from batch_covers as c
            where
                c.district = $district and c.batch_id = l.batch_id and c.service = l.service
                and c.known_from <= $known and (c.known_to is null or c.known_to > $known)
        )
        and not exists (
            select 1
            from (
                select
                    m.batch_id, m.service, m.month_start, m.rows_in_month,
                    sum(m.rows_in_month) over (partition by m.batch_id, m.service) as rows_in_all,
                    lag(m.month_start) over (partition by m.batch_id, m.service order by m.month_start) as month_before,
                    lead(m.month_start) over (partition by m.batch_id, m.service order by m.month_start) as month_after
                from (
                    select g.batch_id, g.service, g.month_start, sum(g.row_count) as rows_in_month
                    from logged as g
                    group by g.batch_id, g.service, g.month_start
                ) as m
            ) as x
            where
                x.batch_id = l.batch_id and x.service = l.service and x.month_start = l.month_start
                and coalesce(x.month_before, x.month_after) is not null
                and coalesce(cast(x.month_before + interval '1 month' as date) < x.month_start, true)
                and coalesce(cast(x.month_start + interval '1 month' as date) < x.month_after, true)
                and x.rows_in_month * 100 < x.rows_in_all
        )
    group by l.batch_id, l.service, l.kind
) as s
left join (
    select distinct n.batch_id, n.service, n.provider_id
    from logged as n
    join (
        select t.batch_id, t.service
        from (
            select g.batch_id, g.service, min(g.batch_seq) as batch_seq, count(distinct g.provider_id) as named
            from logged as g
            group by g.batch_id, g.service
        ) as t
        join (
            select e.service, e.provider_id, min(e.known_since) as known_since
            from (
                select o.service, o.provider_id, o.batch_seq as known_since from logged as o
                union all
                select x.service, x.provider_id, -1 from lines as x
            ) as e
            where e.provider_id is not null
            group by e.service, e.provider_id
        ) as k on k.service = t.service and k.known_since < t.batch_seq
        where t.named > 0
        group by t.batch_id, t.service, t.named
        having t.named * 2 < count(*)
    ) as q on q.batch_id = n.batch_id and q.service = n.service
    where n.provider_id is not null
) as p on p.batch_id = s.batch_id and p.service = s.service
where s.covered_from <= s.covered_to
union all
select c.batch_id, c.service, c.kind, c.provider_id, c.school, c.from_day, c.to_day
from batch_covers as c
join batches_now as b on b.batch_id = c.batch_id
where c.district = $district and c.known_from <= $known and (c.known_to is null or c.known_to > $known)
