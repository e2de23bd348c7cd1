-- How many sessions are there, and do the stored steps hold everything that was written?
-- Grain: one row. Parameters: $district. Columns: sessions, is_current.
select
    (select count(*) from sessions as s where s.district = $district and s.known_to is null) as sessions,
    exists (
        select 1
        from rolled_up as r
        where
            r.district = $district
            and r.event_seq = (select coalesce(max(e.event_seq), 0) from events as e where e.district = $district)
    ) as is_current
