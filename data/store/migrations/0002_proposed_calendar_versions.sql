-- The proposed calendar keeps its versions like everything else, so that a figure can be told as it stood after any upload.
alter table proposed_days rename to proposed_days_before;

create table proposed_days (
    district varchar not null,
    day date not null,
    is_instructional boolean not null,
    day_type varchar not null,
    known_from bigint not null,
    known_to bigint,
    primary key (district, day, known_from)
);

insert into proposed_days
select b.district, b.day, b.is_instructional, b.day_type, 0, null
from proposed_days_before as b;

drop table proposed_days_before;
