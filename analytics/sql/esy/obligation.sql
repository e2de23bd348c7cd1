-- Which of the two obligations are figures of (rules 4)? Swapped for base/obligation: the extended school year.
-- Grain: one row. Columns: is_extended.
select true as is_extended
