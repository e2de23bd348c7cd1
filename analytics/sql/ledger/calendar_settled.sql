-- Is there a calendar that someone loaded or confirmed (rules 2)?
-- Grain: one row. Parameters: $district. Columns: is_settled.
select
    exists (select 1 from calendar_days as c where c.district = $district and c.known_to is null)
    or exists (select 1 from settings as s where s.district = $district and s.setting = 'calendar_confirmed') as is_settled
