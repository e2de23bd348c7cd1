-- Which answers are stored before any is worked out? None.
-- Grain and columns: from_day, to_day (the first as-of date after it), asked (the keys that a day is worked out by), these keys, and the columns of
-- ledger/key_sums.
select
    cast(null as date) as from_day, cast(null as date) as to_day, cast(null as varchar) as asked,
    cast(null as varchar) as school, cast(null as varchar) as provider,
    cast(null as varchar) as service, cast(null as varchar) as setting, cast(null as varchar) as grade,
    cast(null as date) as month,
    {minutes: cast(0 as double precision)}, {line_counts: cast(0 as bigint)},
    cast(0 as bigint) as counted_sessions, cast(0 as bigint) as required_sessions
where 1 = 0
