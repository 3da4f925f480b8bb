package fr.maillage.directory.internal.ror;

import java.util.Map;
import java.util.HashMap;
import fr.maillage.directory.internal.fhir.Body;
import fr.maillage.directory.internal.load.Reason;
import fr.maillage.directory.internal.load.Remarks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// Resources of the ROR on their way to `directory.offer`: put beside as they are read, a thousand
/// at a time, then taken in by one merge. An older version of a resource never replaces a newer
/// one. On a connection of the owner of the schema; the merge is in the caller's transaction.
public final class RorStore {

    private static final int BATCH = 1_000;

    private final Connection connection;
    private final Remarks remarks;
    private final Instant now;
    private final Map<String, String> offers = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<Timestamp> updates = new ArrayList<>();
    private final List<@Nullable String> bodies = new ArrayList<>();

    /// What a merge did to the offers.
    public record Merged(long before, long after, long changed, long gone) {}

    /// @param now what a resource without a date is dated
    public RorStore(Connection connection, Remarks remarks, Instant now) throws SQLException {
        this.connection = connection;
        this.remarks = remarks;
        this.now = now;
        execute(
                "create temporary table ror_read (n bigint generated always as identity, key text, kind text, updated_at timestamptz, body jsonb)");
    }

    /// Puts one beside.
    ///
    /// @param number of its entry, from 1; null when it came from a service
    /// @param type `resourceType`, when nothing could be read
    public void add(
            @Nullable Long number,
            @Nullable String named,
            @Nullable Resource resource,
            @Nullable String type)
            throws SQLException {
        if (resource == null) {
            remarks.add(type == null ? Reason.RESOURCE_TYPE : Reason.UNREADABLE, number, type);
            return;
        }
        switch (RorReader.read(resource, named)) {
            case Reading.Left(var why, var detail) -> remarks.add(why, number, detail);
            case Reading.Gone(var key, var at, var why) -> {
                if (why != null) remarks.add(why, number, key);
                put(key, "SERVICE", at, null);
            }
            case Reading.Taken(var read) -> {
                if (read.kind() == RorResource.Kind.SERVICE
                        && another(String.valueOf(read.body().get("offer")), read.key())) {
                    remarks.add(Reason.TWICE, number, String.valueOf(read.body().get("offer")));
                    return;
                }
                for (var said : read.remarks()) remarks.add(said.reason(), number, said.detail());
                put(read.key(), read.kind().name(), read.updatedAt(), Body.json(read.body()));
            }
        }
    }

    /// Whether another resource gave this offer: the same one may come again, on two pages or in a
    /// later version.
    private boolean another(String offer, String key) {
        var first = offers.putIfAbsent(offer, key);
        return first != null && !first.equals(key);
    }

    private void put(String key, String kind, @Nullable Instant at, @Nullable String body)
            throws SQLException {
        keys.add(Body.plain(key));
        kinds.add(kind);
        // a day to come would keep every later version out until then
        updates.add(Timestamp.from(at == null ? Instant.EPOCH : at.isAfter(now) ? now : at));
        bodies.add(body);
        if (keys.size() == BATCH) send();
    }

    private void send() throws SQLException {
        if (keys.isEmpty()) return;
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into ror_read (key, kind, updated_at, body)
                        select key, kind, nullif(at, timestamptz 'epoch'), body::jsonb from unnest(?, ?, ?, ?) as r (key, kind, at, body)
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.setArray(2, connection.createArrayOf("text", kinds.toArray()));
            statement.setArray(3, connection.createArrayOf("timestamptz", updates.toArray()));
            statement.setArray(4, connection.createArrayOf("text", bodies.toArray()));
            statement.executeUpdate();
        }
        keys.clear();
        kinds.clear();
        updates.clear();
        bodies.clear();
    }

    /// Offers of the ROR in use.
    public long inUse() throws SQLException {
        return number("select count(*) from directory.offer where source = 'ROR'");
    }

    /// Services among what was put beside.
    public long services() throws SQLException {
        send();
        return number(
                "select count(distinct key) from ror_read where kind = 'SERVICE' and body is not null");
    }

    /// Takes in what was put beside.
    ///
    /// @param whole it is all there is: what is not in it goes, unless it changed since
    public Merged merge(boolean whole) throws SQLException {
        send();
        execute("select pg_advisory_xact_lock(hashtextextended('directory.ror', 0))");
        var before = inUse();
        execute(
                """
                delete from ror_read r using ror_read later where later.key = r.key
                   and (coalesce(later.updated_at, timestamptz '-infinity'), later.n) > (coalesce(r.updated_at, timestamptz '-infinity'), r.n);
                create unique index on ror_read (key);
                analyze ror_read;
                """);
        if (whole)
            execute(
                    """
                    delete from directory.ror_resource k where not exists (select 1 from ror_read r where r.key = k.key)
                       and k.updated_at <= (select coalesce(max(updated_at), timestamptz 'infinity') from ror_read)
                    """);
        execute(
                """
                delete from directory.ror_resource k using ror_read r
                 where r.key = k.key and r.body is null and coalesce(r.updated_at, timestamptz 'infinity') >= k.updated_at
                """);
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into directory.ror_resource as k (key, kind, updated_at, body)
                        select key, kind, coalesce(updated_at, ?), body from ror_read where body is not null
                        on conflict (key) do update set kind = excluded.kind, updated_at = excluded.updated_at, body = excluded.body
                         where excluded.updated_at >= k.updated_at and (k.body <> excluded.body
                               or k.updated_at < excluded.updated_at and exists (select 1 from ror_read r where r.key = k.key and r.updated_at is not null))
                        """)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.executeUpdate();
        }
        unknown();
        long changed;
        long gone;
        try (var statement = connection.createStatement();
                var made =
                        statement.executeQuery(
                                "select changed, gone from directory.make_offers()")) {
            made.next();
            changed = made.getLong(1);
            gone = made.getLong(2);
        }
        execute("drop table ror_read");
        return new Merged(before, inUse(), changed, gone);
    }

    /// Communes nothing here knows, and names of resources that are not there.
    private void unknown() throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                select r.body ->> 'commune_code', count(*) from ror_read r
                                 where r.body ->> 'commune_code' is not null
                                   and not exists (select 1 from territory.commune c where c.code = r.body ->> 'commune_code')
                                 group by 1 order by 1
                                """)) {
            while (found.next())
                remarks.add(Reason.COMMUNE, null, found.getString(1), found.getLong(2));
        }
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                select named.key, count(*) from ror_read r
                                 cross join lateral (values (r.body ->> 'organization'), (r.body ->> 'place')) as named (key)
                                 where r.kind = 'SERVICE' and named.key is not null
                                   and not exists (select 1 from directory.ror_resource k where k.key = named.key)
                                 group by 1 order by 1
                                """)) {
            while (found.next())
                remarks.add(Reason.UNKNOWN_NAMED, null, found.getString(1), found.getLong(2));
        }
    }

    private void execute(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
