-- Does anything that figures sum lie before a day: sessions, days that logs cover, or days on which lines accrue?
-- Grain: one row. Parameters: $district, $known, $first_day. Columns: is_before.
-- uses: base/batches_now, base/calendar_rows, base/logged
select
    exists (
        select 1 from sessions as s
        where
            s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
            and (s.session_date < $first_day or s.makes_up_date < $first_day)
    )
    or exists (
        select 1 from batch_covers as c
        join batches_now as b on b.batch_id = c.batch_id
        where
            c.district = $district and c.known_from <= $known and (c.known_to is null or c.known_to > $known)
            and c.from_day < $first_day
    )
    or exists (select 1 from logged as g where g.month_start < $first_day)
    or (
        exists (select 1 from calendar_rows as r where r.day < $first_day)
        and exists (
            select 1 from service_lines as l
            where
                l.district = $district and l.known_from <= $known and (l.known_to is null or l.known_to > $known)
                and (l.start_date is null or l.start_date < $first_day)
        )
    ) as is_before
