-- Which lines owe minutes in months for which no log of their whole service, school or provider is loaded (rules 2a)?
-- Grain: one row a line and such month. Parameters: as ledger/line_shares with $by_month true, $before (the first month that isn't looked at).
-- Columns: line_key, student_id, service, school, provider_id, month, place (service, school, provider: the largest that no log
-- covers; where a service has none, its schools have none either), uncovered_minutes.
-- uses: base/chosen_lines, ledger/line_shares
select t.line_key, t.student_id, t.service, t.school, t.provider_id, t.month, t.place, t.uncovered_minutes
from (
    select
        g.*,
        case
            when cast(sum(g.covered_minutes) over (partition by g.service, g.month) as decimal(18, 6)) = 0 then 'service'
            when
                g.school is not null
                and cast(sum(g.covered_minutes) over (partition by g.school, g.month) as decimal(18, 6)) = 0
                then 'school'
            when
                g.provider_id is not null
                and cast(sum(g.covered_minutes) over (partition by g.provider_id, g.month) as decimal(18, 6)) = 0
                then 'provider'
        end as place
    from (
        select
            c.row_key as line_key, c.student_id, c.service, c.school, c.provider_id, s.month,
            s.expected_minutes as covered_minutes, s.uncovered_minutes
        from line_shares as s
        join chosen_lines as c on c.line_no = s.line_no
        where s.month < $before
    ) as g
) as t
where t.place is not null and cast(t.uncovered_minutes as decimal(18, 6)) > 0
order by t.month, t.line_key
