-- Is there a calendar of the district that someone loaded, or a proposed one that someone confirmed (rules 2)? One of some schools alone
-- stands on the proposed days of the district.
-- Grain: one row. Parameters: $district, $calendar_known. Columns: is_settled.
select
    exists (
        select 1 from calendar_days as c
        where
            c.district = $district and c.school = '' and c.known_from <= $calendar_known
            and (c.known_to is null or c.known_to > $calendar_known)
    )
    or exists (
        select 1 from events as e
        where e.district = $district and e.kind = 'calendar' and e.event_seq <= $calendar_known
    ) as is_settled
