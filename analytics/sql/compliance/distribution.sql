-- How many students stand at which rate, by each of the three definitions?
-- Grain: one row a measure (adjusted_rate, gross_rate, provider_rate) and bin with students. Parameters: the viewer's choice.
-- Columns: measure, bin (0 to 9: from 0.1 x bin to less than 0.1 more; 10: all of it), students. Students whose rate is n/a are in none.
-- uses: base/chosen_lines, ledger/line_shares
select r.measure, r.bin, count(*) as students
from (
    select x.measure, cast(least(10, greatest(0, floor(cast(x.rate as decimal(18, 6)) * 10))) as integer) as bin
    from (
        select 'adjusted_rate' as measure, s.credited_minutes / nullif(s.due_minutes, 0) as rate from (
            select
                c.student_id, sum(p.credited_minutes) as credited_minutes,
                nullif(cast(sum(p.expected_minutes - p.excused_minutes) as decimal(18, 6)), 0) as due_minutes
            from line_shares as p join chosen_lines as c on c.line_no = p.line_no
            group by c.student_id
        ) as s
        union all
        select 'gross_rate', s.credited_minutes / nullif(s.expected_minutes, 0) from (
            select
                c.student_id, sum(p.credited_minutes) as credited_minutes,
                nullif(cast(sum(p.expected_minutes) as decimal(18, 6)), 0) as expected_minutes
            from line_shares as p join chosen_lines as c on c.line_no = p.line_no
            group by c.student_id
        ) as s
        union all
        select 'provider_rate', (s.expected_minutes - s.provider_caused_minutes) / nullif(s.expected_minutes, 0) from (
            select
                c.student_id, sum(p.provider_caused_minutes) as provider_caused_minutes,
                nullif(cast(sum(p.expected_minutes) as decimal(18, 6)), 0) as expected_minutes
            from line_shares as p join chosen_lines as c on c.line_no = p.line_no
            group by c.student_id
        ) as s
    ) as x
    where x.rate is not null
) as r
group by r.measure, r.bin
order by r.measure, r.bin
