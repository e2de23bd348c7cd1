-- Which lines are delivered outside the setting that the IEP names (rules 7 and 11)?
-- Grain: one row a chosen line and other setting. Columns: who and what, delivered_setting, delivered_minutes (in it), drift_share (of all
-- delivered minutes of the line).
-- uses: base/chosen_lines, mix/given, ledger/names, ledger/provider_names
select
    c.student_id, n.link_key, n.student_name, c.row_key as line_key, c.line_id, c.school, c.provider_id, v.provider_name,
    c.service, c.kind, c.setting, x.setting as delivered_setting, x.student_minutes as delivered_minutes,
    x.student_minutes / nullif(x.all_minutes, 0) as drift_share
from chosen_lines as c
join (
    select
        g.line_no, g.setting, sum(g.student_minutes) as student_minutes,
        sum(sum(g.student_minutes)) over (partition by g.line_no) as all_minutes
    from given as g
    group by g.line_no, g.setting
) as x on x.line_no = c.line_no and x.setting <> c.setting and x.setting <> 'other'
left join names as n on n.student_id = c.student_id
left join provider_names as v on v.provider_id = c.provider_id
where c.setting is not null
order by x.student_minutes desc, c.line_no, x.setting
