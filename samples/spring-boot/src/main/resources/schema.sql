create table stock (available int not null);
create table orders (id varchar primary key, total int not null);
insert into stock values (100);
