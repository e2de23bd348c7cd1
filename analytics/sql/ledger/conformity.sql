-- How do lines fare on each test apart (rules 7)?
-- Grain: one row a combination of the keys asked for. Columns: the keys, evidence_rate, frequency_rate, duration_rate, setting_rate,
-- grouping_rate, cycles_met_rate (of the closed cycles that require a session) (fractions; null where nothing can be tested), lines.
-- Parameters: $from_day, $to_day.
-- uses: base/chosen_lines, base/keyed_lines, ledger/line_shares, ledger/cycles, base/placed
select
    g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line, count(*) filter (where g.has_expected) as lines,
    cast(count(*) filter (where g.has_expected and g.has_evidence) as double precision)
    / nullif(count(*) filter (where g.has_expected), 0) as evidence_rate,
    cast(sum(g.counted_sessions) as double precision) / nullif(sum(g.required_sessions), 0) as frequency_rate,
    cast(count(*) filter (where g.has_expected and cast(g.adjusted_rate as decimal(18, 6)) >= 1) as double precision)
    / nullif(count(*) filter (where g.has_expected and g.adjusted_rate is not null), 0) as duration_rate,
    sum(g.in_setting) / nullif(sum(g.with_setting), 0) as setting_rate,
    sum(g.in_grouping) / nullif(sum(g.with_grouping), 0) as grouping_rate,
    cast(sum(g.cycles_met) as double precision) / nullif(sum(g.cycles), 0) as cycles_met_rate
from (
    select
        s.has_expected, s.has_evidence, s.adjusted_rate, s.counted_sessions, s.required_sessions, y.cycles_met, y.cycles,
        b.in_setting, b.with_setting, b.in_grouping, b.with_grouping,
        k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line
    from keyed_lines as k
    join line_shares as s on s.line_no = k.line_no
    left join (
        select c.line_no, count(*) as cycles, count(*) filter (where c.counted_sessions >= c.required_sessions) as cycles_met
        from cycles as c
        where c.required_sessions > 0
        group by c.line_no
    ) as y on y.line_no = k.line_no
    left join (
        select
            p.line_no,
            coalesce(sum(p.given_minutes) filter (where p.setting = l.setting), 0) as in_setting,
            sum(p.given_minutes) filter (where p.setting is not null and l.setting is not null) as with_setting,
            coalesce(sum(p.given_minutes) filter (where p.session_grouping = l.line_grouping), 0) as in_grouping,
            sum(p.given_minutes) filter (where p.session_grouping is not null and l.line_grouping is not null)
                as with_grouping
        from placed as p
        join chosen_lines as l on l.line_no = p.line_no
        where p.counts_on between $from_day and $to_day
        group by p.line_no
    ) as b on b.line_no = k.line_no
) as g
group by g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line
having count(*) filter (where g.has_expected) > 0
order by g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line
