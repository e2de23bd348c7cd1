-- Which quarters and semesters do grading periods tell (rules 2)? Quarters are all but S1 and S2; semesters are these, else Q1+Q2 and Q3+Q4.
-- Grain: one row a school year, part (quarter, semester) and part_no (0, 1, ...). Columns: start_date, end_date.
-- uses: base/grading
select
    g.school_year, 'quarter' as part,
    cast(row_number() over (partition by g.school_year order by g.end_date) - 1 as integer) as part_no,
    g.start_date, g.end_date
from grading as g
where g.period not in ('S1', 'S2')
union all
select
    g.school_year, 'semester', case when g.called in ('S1', 'Q1', 'Q2') then 0 else 1 end, min(g.start_date), max(g.end_date)
from grading as g
join (
    select
        p.school_year,
        bool_or(p.period = 'S1') and bool_or(p.period = 'S2') as semesters,
        bool_or(p.called = 'Q1') and bool_or(p.called = 'Q2') and bool_or(p.called = 'Q3') and bool_or(p.called = 'Q4')
        and not bool_or(p.called = 'Q5') as quarters
    from grading as p
    group by p.school_year
) as n on n.school_year = g.school_year
where
    (n.semesters and g.period in ('S1', 'S2'))
    or (not n.semesters and n.quarters and g.called in ('Q1', 'Q2', 'Q3', 'Q4'))
group by g.school_year, case when g.called in ('S1', 'Q1', 'Q2') then 0 else 1 end
