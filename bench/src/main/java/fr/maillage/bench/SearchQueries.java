package fr.maillage.bench;

import java.io.StringReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;

/// Queries drawn from the directory with a seed, each with its known answers.
///
/// - Correct prefix: the family name whole or its first 70 % (four letters at least), and the first
///   two or three letters of the given name.
/// - One error: the family name with one letter left out, replaced, added or exchanged with its
///   neighbour, and the given name whole.
/// - Name and commune: the family name whole and the name of the commune.
/// - Near: a profession within 15 km of a commune, in words.
/// - Structure: two words of its name and its commune.
///
/// Of a name, the answer is known when anybody of the same names is among the first 20: namesakes
/// are as good.
final class SearchQueries {

    private static final String TRIGRAM =
            "select pp_id from directory.floor where key operator(public.%) ? order by public.similarity(key, ?) desc limit 20";

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private static final String[][] PROFESSIONS = {
        {"infirmier", "INFIRMIER"},
        {"kiné", "MASSEUR_KINE"},
        {"orthophoniste", "ORTHOPHONISTE"},
        {"psychologue", "PSYCHOLOGUE"},
        {"sage-femme", "SAGE_FEMME"}
    };

    private final Connection connection;
    private final int count;
    private final SplittableRandom random;

    /// @param seed another draws other queries
    SearchQueries(Connection connection, int count, int seed) {
        this.connection = connection;
        this.count = count;
        this.random = new SplittableRandom(seed);
    }

    /// @param known any of them is the answer, or as many as there are when `share`
    /// @param share whether the part of the 20 that is known counts, else one is enough
    record Query(
            String typed, String plain, List<Object> values, Set<String> known, boolean share) {

        double recall(List<String> found) {
            if (known.isEmpty()) return 1;
            long good = found.stream().limit(20).filter(known::contains).count();
            return share ? (double) good / Math.min(20, known.size()) : good > 0 ? 1 : 0;
        }
    }

    private record Person(String family, String given, String commune, String communeName) {}

    List<Query> prefixes() throws SQLException {
        var queries = new ArrayList<Query>();
        for (var person : people()) {
            boolean whole = random.nextBoolean();
            int length =
                    Math.max(
                            Math.min(4, person.family().length()),
                            person.family().length() * 7 / 10);
            var family = whole ? person.family() : person.family().substring(0, length).strip();
            var given =
                    person.given().substring(0, Math.min(whole ? 2 : 3, person.given().length()));
            queries.add(named(family + " " + given, person));
        }
        return queries;
    }

    List<Query> oneError() throws SQLException {
        var queries = new ArrayList<Query>();
        for (var person : people())
            queries.add(named(wrong(person.family()) + " " + person.given(), person));
        return queries;
    }

    private Query named(String typed, Person person) throws SQLException {
        return new Query(
                typed,
                TRIGRAM,
                List.of(typed, typed),
                texts(
                        "select pp_id from directory.activity where family_key = ? and given_key = ?",
                        person.family(),
                        person.given()),
                false);
    }

    private String wrong(String name) {
        int at = random.nextInt(1, Math.max(2, name.length() - 1));
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at + 1);
            case 2 -> name.substring(0, at) + letter + name.substring(at);
            default ->
                    name.substring(0, at - 1)
                            + name.charAt(at)
                            + name.charAt(at - 1)
                            + name.substring(at + 1);
        };
    }

    List<Query> inCommune() throws SQLException {
        var queries = new ArrayList<Query>();
        for (var person : people())
            queries.add(
                    new Query(
                            person.family() + " à " + person.communeName(),
                            "select pp_id from directory.floor where key operator(public.%) ? and commune_code = ? order by public.similarity(key, ?) desc limit 20",
                            List.of(person.family(), person.commune(), person.family()),
                            texts(
                                    "select pp_id from directory.activity where family_key = ? and commune_code = ?",
                                    person.family(),
                                    person.commune()),
                            false));
        return queries;
    }

    /// The plain way measures every commune of the country, then takes the first 20.
    List<Query> near() throws SQLException {
        var queries = new ArrayList<Query>();
        var plain =
                """
                select a.pp_id from territory.commune h, territory.commune c join directory.activity a on a.commune_code = c.code
                 where h.code = ? and a.profession = ?
                   and 2 * 6371009 * asin(sqrt(power(sin(radians(c.latitude - h.latitude) / 2), 2)
                       + cos(radians(h.latitude)) * cos(radians(c.latitude)) * power(sin(radians(c.longitude - h.longitude) / 2), 2))) <= 15000
                 order by (c.latitude - h.latitude) ^ 2 + ((c.longitude - h.longitude) * cos(radians(h.latitude))) ^ 2, a.family_key limit 20
                """;
        for (var person : people()) {
            var profession = PROFESSIONS[random.nextInt(PROFESSIONS.length)];
            queries.add(
                    new Query(
                            profession[0] + " à moins de 15 km de " + person.communeName(),
                            plain,
                            List.of(person.commune(), profession[1]),
                            nearest(person.commune(), profession[1]),
                            true));
        }
        return queries;
    }

    /// All those as near as the twentieth, by distances computed for every commune.
    private Set<String> nearest(String commune, String profession) throws SQLException {
        return texts(
                """
                with near as materialized (
                  select c.code, 2 * 6371009 * asin(sqrt(power(sin(radians(c.latitude - h.latitude) / 2), 2)
                           + cos(radians(h.latitude)) * cos(radians(c.latitude)) * power(sin(radians(c.longitude - h.longitude) / 2), 2))) as metres
                    from territory.commune h, territory.commune c where h.code = ?
                ), found as (
                  select a.pp_id, min(n.metres) as metres from near n join directory.activity a on a.commune_code = n.code
                   where n.metres <= 15000 and a.profession = ? group by a.pp_id
                )
                select pp_id from found where round(metres) <= (select coalesce(max(m), 0) from (select round(metres) as m from found order by metres limit 20) f)
                """,
                commune,
                profession);
    }

    List<Query> structures() throws SQLException {
        var queries = new ArrayList<Query>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select finess, split_part(search, ' ', 3) || ' ' || split_part(search, ' ', 4), commune_name from directory.organization order by md5(finess || '"
                                        + random.nextInt(1_000_000)
                                        + "') limit "
                                        + count)) {
            while (rows.next()) {
                var words = rows.getString(2);
                queries.add(
                        new Query(
                                words + " à " + rows.getString(3),
                                "select finess from directory.organization where search operator(public.%) ? order by public.similarity(search, ?) desc limit 20",
                                List.of(
                                        words
                                                + " "
                                                + rows.getString(3)
                                                        .toLowerCase(java.util.Locale.FRENCH),
                                        words
                                                + " "
                                                + rows.getString(3)
                                                        .toLowerCase(java.util.Locale.FRENCH)),
                                Set.of(rows.getString(1)),
                                false));
            }
        }
        return queries;
    }

    private List<Person> people() throws SQLException {
        var people = new ArrayList<Person>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select f.family_key, f.given_key, f.commune_code, c.name from directory.floor f join territory.commune c on c.code = f.commune_code
                                 where c.latitude is not null and not exists (select 1 from territory.commune o where o.search = c.search and o.code <> c.code)
                                 order by md5(f.pp_id || '%d') limit %d
                                """
                                        .formatted(random.nextInt(1_000_000), count))) {
            while (rows.next())
                people.add(
                        new Person(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4)));
        }
        return people;
    }

    private Set<String> texts(String query, String... values) throws SQLException {
        var found = new HashSet<String>();
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getString(1));
            }
        }
        return found;
    }

    /// A hundred thousand structures, the size of the national file, three words and a commune
    /// each.
    static void structures(Connection connection) throws SQLException {
        var random = new SplittableRandom(23);
        var kinds = new String[] {"EHPAD", "SSIAD", "SAD", "HOPITAL", "CSAPA", "SMR"};
        var heads = new String[] {"Résidence", "Maison", "Centre", "Foyer", "Service", "Institut"};
        var sounds =
                new String[] {
                    "ba", "ro", "mi", "len", "tar", "vil", "cou", "ger", "pau", "san", "dri", "chel"
                };
        var communes = new ArrayList<String[]>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select code, name from territory.commune where population > 500 order by md5(code)")) {
            while (rows.next()) communes.add(new String[] {rows.getString(1), rows.getString(2)});
        }
        var lines = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            var commune = communes.get(random.nextInt(communes.size()));
            var kind = kinds[random.nextInt(kinds.length)];
            lines.append(
                    "%09d\t%s %s %s%s%s %s%s\t%s\t%s\t%s\t%s%n"
                            .formatted(
                                    700_000_000 + i,
                                    kind,
                                    heads[random.nextInt(heads.length)],
                                    sounds[random.nextInt(12)],
                                    sounds[random.nextInt(12)],
                                    sounds[random.nextInt(12)],
                                    sounds[random.nextInt(12)],
                                    sounds[random.nextInt(12)],
                                    kind,
                                    kind,
                                    commune[0],
                                    commune[1]));
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy directory.organization (finess, name, kind, kind_label, commune_code, commune_name) from stdin",
                            new StringReader(lines.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
