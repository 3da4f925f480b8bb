package fr.maillage.patient.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Identities.Change;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What somebody's identity was: each trait that changed, who said so, when, on what ground; and
/// the names they bore here, by which they are still found.
@Component
class IdentityHistory {

    /// Columns whose changes are kept.
    static final List<String> KEPT =
            List.of(
                    "birth_name",
                    "used_name",
                    "given_names",
                    "sex",
                    "birth_date",
                    "birth_place",
                    "ins");

    private final JdbcClient sql;
    private final Clock clock;

    IdentityHistory(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Writes down what differs between two lines of one person, and the name borne before.
    ///
    /// @param ground PIECE, DECLARATION, SAISIE, JUGEMENT, MARIAGE, INSI or FUSION
    /// @return how many traits changed
    int changed(
            PatientId patient,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            String ground,
            @Nullable String why) {
        var changes = 0;
        for (var column : KEPT) {
            var was = Sent.orNull(MergeField.text(before, column));
            var became = Sent.orNull(MergeField.text(after, column));
            if (Objects.equals(was, became)) continue;
            changes++;
            sql.sql(
                            """
                            insert into patient.identity_change (id, patient_id, at, field, was, became, ground, why, by_name, status_was, status_became)
                            values (:id, :patient, :now, :field, :was, :became, :ground, :why, :by, :statusWas, :statusBecame)
                            """)
                    .param("id", Ids.next())
                    .param("patient", patient.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("field", column)
                    .param("was", was, java.sql.Types.VARCHAR)
                    .param("became", became, java.sql.Types.VARCHAR)
                    .param("ground", ground)
                    .param("why", why, java.sql.Types.VARCHAR)
                    .param("by", SignedIn.find().map(SignedIn::displayName).orElse("Maillage"))
                    .param("statusWas", MergeField.text(before, "identity_status"))
                    .param("statusBecame", MergeField.text(after, "identity_status"))
                    .update();
        }
        if (!sameNames(before, after)) former(patient, before, null);
        return changes;
    }

    /// Each change, the latest first.
    List<Change> of(PatientId patient) {
        return sql.sql(
                        """
                        select at, field, was, became, ground, why, by_name, status_was, status_became from patient.identity_change
                        where patient_id = :patient order by at desc, id desc limit 200
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Change(
                                PatientText.trait(row.getString("field")),
                                shown(row.getString("field"), row.getString("was")),
                                shown(row.getString("field"), row.getString("became")),
                                row.getTimestamp("at").toInstant(),
                                row.getString("by_name"),
                                PatientText.ground(row.getString("ground")),
                                row.getString("why"),
                                row.getString("status_was").equals("QUALIFIEE")
                                        && !row.getString("status_became").equals("QUALIFIEE")))
                .list();
    }

    private static String shown(String column, @Nullable String value) {
        if (value == null) return "";
        return switch (column) {
            case "sex" -> MergeField.SEX.words(Map.of("sex", value));
            case "birth_date" -> FrenchDates.date(LocalDate.parse(value));
            case "ins" -> Ins.parse(value).map(Ins::formatted).orElse(value);
            default -> value;
        };
    }

    /// The same after a merge: the absorbed file's names find the person too, until they are
    /// parted.
    void merged(
            UUID merge,
            PatientId survivor,
            Map<String, @Nullable Object> ours,
            Map<String, @Nullable Object> theirs,
            Map<String, @Nullable Object> result) {
        changed(survivor, ours, result, "FUSION", MergeText.MERGED_CHANGE);
        if (!sameNames(theirs, result)) former(survivor, theirs, merge);
    }

    /// Takes the absorbed file's names back.
    void parted(UUID merge) {
        sql.sql("delete from patient.former_name where merge_id = :merge")
                .param("merge", merge)
                .update();
    }

    private void former(
            PatientId patient, Map<String, @Nullable Object> name, @Nullable UUID merge) {
        sql.sql(
                        """
                        insert into patient.former_name (id, patient_id, birth_name, used_name, given_names, until, merge_id)
                        select :id, :patient, :birth, :used, :given, :until, :merge
                        where not exists (select 1 from patient.former_name f where f.patient_id = :patient and f.birth_name = :birth
                                             and coalesce(f.used_name, '') = coalesce(:used, '') and f.given_names = :given)
                        """)
                .param("id", Ids.next())
                .param("patient", patient.value())
                .param("birth", MergeField.text(name, "birth_name"))
                .param(
                        "used",
                        Sent.orNull(MergeField.text(name, "used_name")),
                        java.sql.Types.VARCHAR)
                .param("given", MergeField.text(name, "given_names"))
                .param("until", Timestamp.from(clock.instant()))
                .param("merge", merge, java.sql.Types.OTHER)
                .update();
    }

    private static boolean sameNames(
            Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return List.of("birth_name", "used_name", "given_names").stream()
                .allMatch(c -> MergeField.text(one, c).equalsIgnoreCase(MergeField.text(other, c)));
    }
}
