-- Whoever deletes alerts: what a sink has not taken is counted as missed.
create function count_missed() returns trigger language plpgsql as $$
begin
    update sinks set missed = missed + 1
        where position < old.seq
            or exists (select 1 from dead_letters where sink = sinks.name and seq = old.seq);
    delete from dead_letters where seq = old.seq;
    return null;
end $$;
create trigger count_missed after delete on alerts for each row execute function count_missed();
