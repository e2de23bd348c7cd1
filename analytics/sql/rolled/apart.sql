-- Which students must be worked out from the sessions though stored steps tell them to date? None, unless a range is asked for
-- (rolled/apart_since).
-- Grain: one row a student. Columns: student_id.
select cast(null as varchar) as student_id
where 1 = 0
