package fr.maillage.demo.internal;

import fr.maillage.kernel.FrenchDates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Protocols of two structures: taken from those shipped, published, one in a second version, one
/// withdrawn while it is applied, one being written, a model shared with the others; and what the
/// plans already written took from them. Written after the persons, by statements.
final class ProtocolPart {

    private static final String FRAILTY = "5-personne-agee-fragile";
    private static final String FINDINGS = "9-propositions-apres-evaluation";
    private static final String ODETTE = "LEROY Odette";
    private static final String CLAIRE = "Claire DUMONT";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Connection connection;
    private final UUID network;
    private final String head;
    private final String doctor;
    private final LocalDate today;

    private ProtocolPart(Connection connection, Structure structure, LocalDate today) {
        this.connection = connection;
        this.network = structure.id();
        this.head = structure.only("HEAD").name();
        this.doctor = "Dr " + structure.only("DOCTOR").name().replace("Dr ", "");
        this.today = today;
    }

    static void write(Connection connection, Structure platform, Structure other, LocalDate today)
            throws SQLException {
        var here = new ProtocolPart(connection, platform, today);
        here.inUse();
        here.decided();
        var part = new ProtocolPart(connection, other, today);
        part.inUse();
        part.shared(other.shortName());
    }

    private void inUse() throws SQLException {
        diabetes();
        published("2-insuffisance-cardiaque", Map.of("IC-02", "Consultation de cardiologie"));
        published(
                FRAILTY,
                Map.of(
                        "PA-13",
                        "Rééducation de la marche et de l’équilibre",
                        "PA-12",
                        "Kinésithérapie : équilibre et marche"));
        published(
                "4-soins-palliatifs",
                Map.of(
                        "SP-24",
                        "Évaluation de la douleur et du confort",
                        "SP-27",
                        "Visite du médecin traitant"));
        published("6-sortie-hopital", Map.of());
        published(
                FINDINGS,
                Map.of(
                        "EV-01",
                        "Visite d’un ergothérapeute à domicile",
                        "EV-04",
                        "Kinésithérapie : équilibre et marche",
                        "EV-30",
                        "HbA1c"));
        withdrawn();
        version(protocol("7-cancer", "7-cancer"), 1, "BROUILLON", read("7-cancer"), null, 3);
    }

    /// A second version asks for one vaccine more; Samia's plan still follows the first.
    private void diabetes() throws SQLException {
        var protocol = protocol("diabete", "1-diabete-type-2");
        var first = version(protocol, 1, "REMPLACE", without(read("1-diabete-type-2")), null, 200);
        var second =
                version(
                        protocol,
                        2,
                        "PUBLIE",
                        read("1-diabete-type-2"),
                        "Vaccin contre le zona ajouté",
                        40);
        origins(protocol, first, 1, "DT2-13", "Photographie de la rétine", "even");
        origins(protocol, second, 2, "DT2-13", "Photographie de la rétine", "odd");
        origins(protocol, first, 1, "DT2-03", "HbA1c", "even");
        origins(protocol, second, 2, "DT2-03", "HbA1c", "odd");
        origins(protocol, first, 1, "DT2-34", "Éducation thérapeutique", "even");
    }

    private void published(String code, Map<String, String> lines) throws SQLException {
        var protocol = protocol(code, code);
        var version = version(protocol, 1, "PUBLIE", read(code), null, 150);
        for (var line : new java.util.TreeMap<>(lines).entrySet())
            origins(protocol, version, 1, line.getKey(), line.getValue(), "all");
    }

    private void withdrawn() throws SQLException {
        var protocol = protocol("addictologie", "8-addictologie");
        var version = version(protocol, 1, "RETIRE", read("8-addictologie"), null, 300);
        origins(protocol, version, 1, "AD-13", "Rendez-vous au CSAPA", "all");
        run(
                """
                update protocol.protocol set withdrawn_at = ?::timestamptz, withdrawn_by = ?,
                       withdrawn_why = 'durées de prescription à revoir avec le CSAPA'
                 where network_id = ?::uuid and id = ?::uuid
                """,
                at(12),
                head,
                network,
                protocol);
    }

    /// What Claire decided for Odette: the carers' platform set aside, which still stands; the next
    /// look at the burden set aside before it grew, which is proposed again; an algorithm walked
    /// after the fall.
    private void decided() throws SQLException {
        var burden = today.minusDays(20);
        aside(
                "EV-08",
                "REFUS",
                "André ne veut pas d’inconnus pour l’instant",
                "Aidant épuisé (Mini-Zarit 6, %s)".formatted(FrenchDates.date(burden)),
                "constats=aidant-epuise;constats=repit;minizarit=6",
                6);
        aside(
                "EV-09",
                "DEJA_ORGANISE",
                "Lucie le refait à chaque passage",
                "Aidant épuisé (Mini-Zarit 4,5, %s)"
                        .formatted(FrenchDates.date(today.minusDays(50))),
                "constats=aidant-epuise;minizarit=4.5",
                48);
        run(
                """
                insert into protocol.walk (network_id, id, patient_id, version_id, root_key, steps, begun_at, begun_by, ended_at, ended_by)
                select i.network_id, ?::uuid, i.id, ?::uuid, 'PA-Q1',
                       jsonb_build_array(jsonb_build_object('question', 'PA-Q1', 'answer', 1, 'at', ?, 'by', ?),
                                         jsonb_build_object('question', 'PA-Q2', 'answer', 0, 'at', ?, 'by', ?)),
                       ?::timestamptz, ?, ?::timestamptz, ?
                  from patient.identity i where i.network_id = ?::uuid and i.display_name = ?
                """,
                id("walk"),
                id(id(FRAILTY) + "v1"),
                at(19),
                CLAIRE,
                at(19),
                CLAIRE,
                at(19),
                CLAIRE,
                at(19),
                CLAIRE,
                network,
                ODETTE);
    }

    private void aside(
            String line, String reason, String words, String because, String facts, int daysAgo)
            throws SQLException {
        run(
                """
                insert into protocol.set_aside (network_id, id, patient_id, protocol_id, version_id, line_key, reason, words, because, facts, at, by_name)
                select i.network_id, ?::uuid, i.id, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::timestamptz, ?
                  from patient.identity i where i.network_id = ?::uuid and i.display_name = ?
                """,
                id("aside" + line),
                id(FINDINGS),
                id(id(FINDINGS) + "v1"),
                line,
                reason,
                words,
                because,
                facts,
                at(daysAgo),
                CLAIRE,
                network,
                ODETTE);
    }

    /// The other structure made its own model of what is shipped, and shows it.
    private void shared(String name) throws SQLException {
        var document =
                without(read("5-personne-agee-fragile"))
                        .replace(
                                "\"title\": \"Personne âgée fragile, perte d’autonomie\"",
                                "\"title\": \"PPS gérontologie, notre modèle\"")
                        .replace("\"nature\": \"REFERENTIEL\"", "\"nature\": \"MODELE_PPS\"")
                        .replace("\"code\": \"PESEE\"", "\"code\": \"PESEE_MENSUELLE\"");
        var protocol = protocol("modele", "5-personne-agee-fragile");
        version(protocol, 1, "PUBLIE", document, null, 90);
        run(
                """
                insert into protocol.shelf (id, shared_by, by_name, number, title, nature, theme_code, document, shared_at)
                values (?::uuid, ?::uuid, ?, 1, ?::jsonb ->> 'title', ?::jsonb ->> 'nature', ?::jsonb ->> 'theme', ?::jsonb, ?::timestamptz)
                """,
                id("shelf"),
                network,
                name,
                document,
                document,
                document,
                document,
                at(60));
        run(
                "update protocol.protocol set shelf_id = ?::uuid where network_id = ?::uuid and id = ?::uuid",
                id("shelf"),
                network,
                protocol);
    }

    private UUID protocol(String name, String code) throws SQLException {
        run(
                """
                insert into protocol.protocol (network_id, id, taken_from, taken_code, created_at, created_by)
                values (?::uuid, ?::uuid, 'Maillage', ?, ?::timestamptz, ?)
                """,
                network,
                id(name),
                code,
                at(320),
                head);
        return id(name);
    }

    private UUID version(
            UUID protocol,
            int number,
            String status,
            String document,
            @Nullable String reason,
            int daysAgo)
            throws SQLException {
        var id = id(protocol + "v" + number);
        var draft = status.equals("BROUILLON");
        run(
                """
                insert into protocol.version (network_id, id, protocol_id, number, status, title, nature, theme_code, document, change_reason,
                  created_at, created_by, published_at, published_by, reviewed_by, review_on)
                values (?::uuid, ?::uuid, ?::uuid, ?::int, ?, ?::jsonb ->> 'title', ?::jsonb ->> 'nature', ?::jsonb ->> 'theme', ?::jsonb, ?,
                  ?::timestamptz, ?, ?::timestamptz, ?, ?, ?::date)
                """,
                network,
                id,
                protocol,
                String.valueOf(number),
                status,
                document,
                document,
                document,
                document,
                reason,
                at(daysAgo + 10),
                head,
                draft ? null : at(daysAgo),
                draft ? null : head,
                draft ? null : doctor,
                draft ? null : today.minusDays(daysAgo).plusMonths(8).toString());
        return id;
    }

    /// Lines of plans that came from a line of the protocol, told by their title.
    ///
    /// @param which `all`, or one half of them by the id of the person
    private void origins(
            UUID protocol, UUID version, int number, String key, String title, String which)
            throws SQLException {
        run(
                """
                insert into careplan.origin (network_id, pps_id, line_id, protocol_id, line_key, version_id, version_number, protocol_title, code)
                select i.network_id, i.pps_id, i.intervention_id, v.protocol_id, ?, v.id, v.number, v.title,
                       (select a ->> 'code' from jsonb_array_elements(v.document -> 'acts') a where a ->> 'key' = ?)
                  from careplan.intervention i
                  join careplan.pps p on p.network_id = i.network_id and p.id = i.pps_id and p.in_force_why is distinct from 'REPRISE'
                  join protocol.version v on v.network_id = i.network_id and v.id = ?::uuid
                 where i.network_id = ?::uuid and v.protocol_id = ?::uuid and v.number = ?::int and i.title = ?
                   and case ? when 'even' then get_byte(uuid_send(i.patient_id), 15) % 2 = 0
                              when 'odd' then get_byte(uuid_send(i.patient_id), 15) % 2 = 1 else true end
                """,
                key, key, version, network, protocol, String.valueOf(number), title, which);
    }

    private UUID id(String what) {
        return UUID.nameUUIDFromBytes((network + what).getBytes(StandardCharsets.UTF_8));
    }

    private String at(int daysAgo) {
        return today.minusDays(daysAgo).atTime(11, 0).atZone(PARIS).toInstant().toString();
    }

    /// The first version, before one line was added.
    private static String without(String document) {
        return document.replaceAll(
                "(?s),\\s*\\{\\s*\"key\": \"(DT2-32|PA-29)\".*?\"source\": \\{.*?\\}\\s*\\}", "");
    }

    private static String read(String code) {
        try (var in = ProtocolPart.class.getResourceAsStream("/protocol/" + code + ".json")) {
            return new String(
                    Objects.requireNonNull(in, code).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String statement, @Nullable Object... values) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (int k = 0; k < values.length; k++)
                prepared.setString(k + 1, values[k] == null ? null : String.valueOf(values[k]));
            prepared.execute();
        }
    }
}
