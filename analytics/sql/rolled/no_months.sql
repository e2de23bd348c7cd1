-- Which months of lines stay as they are, where everything is made anew? None.
-- Grain and columns: those of kept_months.
-- materialized
select
    cast(0 as bigint) as line_no, cast(null as date) as month,
    {settling: cast(0 as double precision)}, cast(0 as double precision) as excess_minutes, {session_counts: 0}
where 1 = 0
