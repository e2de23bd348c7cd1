-- Which months of lines stay as they are, where everything is made anew? None.
-- Grain and columns: those of kept_months.
select cast(null as bigint) as line_no, cast(null as date) as month
where 1 = 0
