package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.load.Professions;
import fr.maillage.directory.internal.fhir.Body;
import fr.maillage.directory.internal.load.Reason;
import fr.maillage.directory.internal.load.Remarks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;

/// Resources of the Annuaire Santé on their way to `directory.activity`: put beside as they come,
/// then taken in by one merge, in the caller's transaction, on a connection of the owner of the
/// schema.
final class AnnuaireStore implements Taking {

    private static final int BATCH = 500;

    private final Connection connection;
    private final Remarks remarks;
    private final AnnuaireReader reader;
    private final List<String[]> waiting = new ArrayList<>();

    AnnuaireStore(Connection connection, Remarks remarks) throws SQLException {
        this.connection = connection;
        this.remarks = remarks;
        this.reader = new AnnuaireReader(Professions.known(connection));
        execute(
                "create temporary table annuaire_read (n bigint generated always as identity, key text, kind text, body jsonb)");
    }

    @Override
    public void add(Resource resource) throws SQLException {
        switch (reader.read(resource)) {
            case AnnuaireReader.Read.Left(var why, var detail) -> remarks.add(why, null, detail);
            case AnnuaireReader.Read.Taken(var key, var kind, var body) -> {
                waiting.add(new String[] {Body.plain(key), kind, Body.json(body)});
                if (waiting.size() >= BATCH) send();
            }
        }
    }

    private void send() throws SQLException {
        if (waiting.isEmpty()) return;
        try (var statement =
                connection.prepareStatement(
                        "insert into annuaire_read (key, kind, body) select key, kind, body::jsonb from unnest(?, ?, ?) as r (key, kind, body)")) {
            for (int column = 0; column < 3; column++) {
                int of = column;
                statement.setArray(
                        column + 1,
                        connection.createArrayOf(
                                "text", waiting.stream().map(w -> w[of]).toArray()));
            }
            statement.executeUpdate();
        }
        waiting.clear();
    }

    @Override
    public Taken merge(UUID edition) throws SQLException {
        send();
        // as the files: one at a time
        execute("select pg_advisory_xact_lock(hashtextextended('directory.import', 0))");
        // brought along with several: the last said counts
        execute(
                """
                delete from annuaire_read r using annuaire_read later where later.key = r.key and later.n > r.n;
                create unique index on annuaire_read (key);
                analyze annuaire_read;
                """);
        try (var statement =
                connection.prepareStatement(
                        "select changed, gone, unknown, (select count(*) from directory.activity) as lines from directory.merge_annuaire(?)")) {
            statement.setObject(1, edition);
            try (var merged = statement.executeQuery()) {
                merged.next();
                if (merged.getLong("unknown") > 0)
                    remarks.add(Reason.REFERENCE, null, null, merged.getLong("unknown"));
                communes();
                return new Taken(
                        merged.getLong("lines"), merged.getLong("changed"), merged.getLong("gone"));
            }
        }
    }

    private void communes() throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                select r.body ->> 'commune_code', count(*) from annuaire_read r
                                 where r.body ->> 'commune_code' is not null
                                   and not exists (select 1 from territory.commune c where c.code = r.body ->> 'commune_code')
                                 group by 1 order by 1
                                """)) {
            while (found.next())
                remarks.add(Reason.COMMUNE, null, found.getString(1), found.getLong(2));
        }
    }

    private void execute(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
