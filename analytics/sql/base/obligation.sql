-- Which of the two obligations are figures of (rules 4): the regular year, or the extended school year (esy/obligation)?
-- Grain: one row. Columns: is_extended.
select false as is_extended
