package fr.maillage.directory.internal.load;

import fr.maillage.kernel.Finess;
import fr.maillage.directory.internal.files.Columns;
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
                    var structure = structure(columns);
                    var cell = person.reading().in(columns);
                    return (line, out) -> {
                        if (!line.text(number).isEmpty() || structure.of(line) == null)
                            return cell.give(line, out);
                        out.blank();
                        return null;
                    };
                });
    }

    /// The FINESS number of the structure, "" without one: part of the key, since one address may
    /// serve several structures.
    static Column finess(String name) {
        return new Column(
                name,
                "text",
                columns -> {
                    var structure = structure(columns);
                    return (line, out) -> {
                        var finess = structure.of(line);
                        if (finess == null) out.blank();
                        else out.text(finess);
                        return null;
                    };
                });
    }

    /// A column of its own in older files; today one for the numbers of every kind, of which a
    /// FINESS is told by its check digit, bare or behind its prefix of a national number (1).
    private static Column.Value structure(Columns columns) {
        int place = columns.first("Numéro FINESS site", "Identification Structure");
        return line -> {
            var number = line.text(place);
            return Finess.parse(
                            number.length() == 10 && number.startsWith("1")
                                    ? number.substring(1)
                                    : number)
                    .map(Finess::value)
                    .orElse(null);
        };
    }

    @Override
    public long before(Database database) throws SQLException {
        return PERSONS.before(database);
    }

    /// Those of people: the mailboxes of structures stand beside their structure.
    @Override
    public long lines(Database database) throws SQLException {
        return database.number(
                "select count(distinct (pp_id, address)) from staged where pp_id <> ''");
    }

    @Override
    public Import.Done run(Database database, UUID edition, Remarks remarks) throws SQLException {
        database.execute(
                """
                create temporary table person_mailbox on commit drop as
                  select distinct on (pp_id, address) pp_id, address, site_id, nullif(finess, '') as finess from staged where pp_id <> '' order by pp_id, address, line;
                create temporary table structure_mailbox on commit drop as
                  select finess, min(address) as address from staged where pp_id = '' group by finess;
                analyze person_mailbox;
                analyze structure_mailbox
                """);
        var done = PERSONS.run(database, edition, remarks);
        // a file of people alone says nothing of structures; one that names some says all of them
        long structures =
                database.update(
                        """
                        update directory.organization o set mssante = s.address
                          from directory.organization k left join structure_mailbox s on s.finess = k.finess
                         where k.finess = o.finess and o.mssante is distinct from s.address
                           and (s.address is not null or o.source = 'FINESS' and exists (select 1 from structure_mailbox))
                        """);
        return new Import.Done(
                0, done.before(), done.added(), done.removed(), done.changed() + structures);
    }
}
