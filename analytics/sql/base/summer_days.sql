-- Which days count for lines of the extended school year? None in the ledger of the regular year (esy/summer_days says which).
-- Grain: one row a calendar of the extended year and day. Columns: calendar, day, is_listed.
select cast('' as varchar) as calendar, date '2000-01-01' as day, true as is_listed
where false
