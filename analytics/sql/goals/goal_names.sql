-- Which goal does a measurement mean by the id or the words that its file gives, whichever list was loaded first (decision 0110)?
-- Grain: one row a student and name. Parameters: $district, $known. Columns: student_id, name (an id as written, or the goal's words in
-- small letters), is_id, goal_id. A goal of which a file gave only the words is the one goal with an id of its own that has these words;
-- words of several goals name none.
-- materialized
with told as (
    select
        r.student_id, r.goal_id, lower(trim(r.goal_text)) as words, r.goal_id = 'G-' || left(r.row_key, 16) as is_derived
    from goals as r
    where r.district = $district and r.known_from <= $known and (r.known_to is null or r.known_to > $known)
),

by_words as (
    select
        t.student_id, t.words,
        case
            when count(distinct case when not t.is_derived then t.goal_id end) = 1
                then min(case when not t.is_derived then t.goal_id end)
            when count(distinct t.goal_id) = 1 then min(t.goal_id)
        end as goal_id
    from told as t
    where t.words is not null
    group by t.student_id, t.words
)

select
    t.student_id, t.goal_id as name, true as is_id,
    case when t.is_derived then coalesce(w.goal_id, t.goal_id) else t.goal_id end as goal_id
from told as t
left join by_words as w on w.student_id = t.student_id and w.words = t.words
union all
select w.student_id, w.words as name, false as is_id, w.goal_id
from by_words as w
where w.goal_id is not null
