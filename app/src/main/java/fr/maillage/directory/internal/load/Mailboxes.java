package fr.maillage.directory.internal.load;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Secure mailboxes into `directory.mailbox`, and those of structures beside their structure.
final class Mailboxes implements Merge {

    private static final Keyed PERSONS =
            new Keyed(
                    "directory.mailbox",
                    "person_mailbox",
                    "true",
                    List.of("pp_id", "address"),
                    List.of("site_id", "finess"));

    /// The professional, or "" for the mailbox of a structure.
    static Column owner(String name) {
        var person = Column.person(name);
        return new Column(
                name,
                "text",
                columns -> {
                    var number = columns.of("Identifiant PP");
                    var finess = columns.of("Numéro FINESS site");
                    var cell = person.reading().in(columns);
                    return (line, out) -> {
                        if (!line.text(number).isEmpty() || line.text(finess).isEmpty())
                            return cell.give(line, out);
                        out.blank();
                        return null;
                    };
                });
    }

    @Override
    public long before(Database database) throws SQLException {
        return PERSONS.before(database);
    }

    @Override
    public Import.Done run(Database database, UUID edition, Remarks remarks) throws SQLException {
        database.execute(
                """
                create temporary table person_mailbox on commit drop as select pp_id, address, site_id, finess from staged where pp_id <> '';
                analyze person_mailbox
                """);
        var done = PERSONS.run(database, edition, remarks);
        long structures =
                database.update(
                        """
                        update directory.organization o set mssante = s.address
                          from (select finess, min(address) as address from staged where pp_id = '' group by finess) s
                         where s.finess = o.finess and o.mssante is distinct from s.address
                        """);
        return new Import.Done(
                0, done.before(), done.added(), done.removed(), done.changed() + structures);
    }
}
