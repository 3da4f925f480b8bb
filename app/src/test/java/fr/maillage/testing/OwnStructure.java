package fr.maillage.testing;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A structure of one test alone, so that its figures can be told to the unit, and its settings
/// changed.
public final class OwnStructure {

    private final Cast cast;
    private final JdbcClient sql;

    public final NetworkId id = new NetworkId(UUID.randomUUID());
    public final SignedIn head;
    public final SignedIn alice;
    public final SignedIn bruno;
    public final SignedIn secretary;

    public OwnStructure(Cast cast, JdbcClient sql, String region) {
        this.cast = cast;
        this.sql = sql;
        cast.in(
                id,
                () ->
                        sql.sql(
                                        """
                                        insert into network.network (id, name, short_name, kind, legal_form, region_code, phone, opening_hours)
                                        values (:id, :name, 'Structure', 'RESEAU', 'Association loi 1901', :region, '03 27 00 00 00', '9 h – 17 h')
                                        """)
                                .param("id", id.value())
                                .param("name", "Structure d’essai " + id.value())
                                .param("region", region)
                                .update());
        head = member("VASSEUR", "Irène", "HEAD", Role.HEAD);
        alice = member("ALBERT", "Alice", "COORDINATOR", Role.COORDINATOR);
        bruno = member("BRUN", "Bruno", "COORDINATOR", Role.COORDINATOR);
        secretary = member("SIMON", "Sarah", "SECRETARY", Role.SECRETARY);
    }

    private SignedIn member(String family, String given, String function, Role role) {
        var line = UUID.randomUUID();
        var account = UUID.randomUUID();
        cast.in(
                id,
                () ->
                        sql.sql(
                                        """
                                        insert into network.team_member (id, account_id, family_name, given_name, function, since)
                                        values (:id, :account, :family, :given, :function, '2020-01-01')
                                        """)
                                .param("id", line)
                                .param("account", account)
                                .param("family", family)
                                .param("given", given)
                                .param("function", function)
                                .update());
        return cast.register(
                new SignedIn(
                        account,
                        given,
                        "",
                        given + " " + family,
                        role,
                        Set.of(id.value()),
                        Set.of(),
                        line,
                        null,
                        null));
    }

    /// Themes it works on, since 2020.
    public void themes(String... codes) {
        cast.in(
                id,
                () ->
                        sql.sql(
                                        "insert into network.network_theme (theme_code, since) select t, '2020-01-01' from unnest(:codes) t")
                                .param("codes", codes)
                                .update());
    }

    public PatientId patient() {
        return cast.newPatient(id);
    }

    /// An accompaniment; `closed` with the reason, or open.
    public UUID support(
            PatientId patient,
            int level,
            @Nullable String included,
            @Nullable String closed,
            @Nullable String reason,
            SignedIn coordinator,
            String theme,
            String commune) {
        var support = UUID.randomUUID();
        var status = closed != null ? "CLOS" : level == 0 ? "VEILLE" : "ACTIF";
        cast.in(
                id,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.support (id, patient_id, theme_code, status, opened_on, included_on, level, coordinator_id, commune_code, closed_on, exit_reason)
                                        values (:id, :patient, :theme, :status, cast(coalesce(:included, '2024-01-01') as date), cast(:included as date), :level, :coordinator, :commune, cast(:closed as date), :reason)
                                        """)
                                .param("id", support)
                                .param("patient", patient.value())
                                .param("theme", theme)
                                .param("status", status)
                                .param("included", included)
                                .param("level", level)
                                .param("coordinator", coordinator.member())
                                .param("commune", commune)
                                .param("closed", closed)
                                .param("reason", reason)
                                .update());
        return support;
    }

    /// An open accompaniment by Alice, in gerontology, in Douai.
    public UUID open(PatientId patient, int level, String included) {
        return support(patient, level, included, null, null, alice, "GERONTOLOGIE", "59178");
    }

    public void level(PatientId patient, UUID support, int level, String since) {
        cast.in(
                id,
                () ->
                        sql.sql(
                                        "insert into casefile.level_change (support_id, patient_id, level, since, reason) values (:support, :patient, :level, cast(:since as date), 'essai')")
                                .param("support", support)
                                .param("patient", patient.value())
                                .param("level", level)
                                .param("since", since)
                                .update());
    }

    /// A plan in force with one intervention of `volet`.
    public void pps(PatientId patient, UUID support, String volet, String opinion, String why) {
        var pps = UUID.randomUUID();
        cast.in(
                id,
                () -> {
                    sql.sql(
                                    "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by) values (:id, :patient, :support, 1, '2026-03-01 09:00+01', 'Alice')")
                            .param("id", pps)
                            .param("patient", patient.value())
                            .param("support", support)
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, starts_on)
                                    values (:pps, gen_random_uuid(), :patient, :volet, :type, 'essai', '2026-03-01')
                                    """)
                            .param("pps", pps)
                            .param("patient", patient.value())
                            .param("volet", volet)
                            .param(
                                    "type",
                                    volet.equals("EDUCATION") ? "SEANCE_EDUCATION" : "EVALUATION")
                            .update();
                    return sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = :opinion, submitted_at = created_at, in_force_at = '2026-03-10 09:00+01',
                                           in_force_why = :why, in_force_by = 'Alice', reassess_on = '2026-09-10' where id = :id
                                    """)
                            .param("id", pps)
                            .param("opinion", opinion)
                            .param("why", why)
                            .update();
                });
    }

    public UUID referral(
            @Nullable PatientId patient,
            LocalDateTime received,
            String status,
            @Nullable String reason) {
        var referral = UUID.randomUUID();
        cast.in(
                id,
                () ->
                        sql.sql(
                                        """
                                        insert into intake.referral (id, received_at, channel, patient_id, asker_quality, asker_name, urgency, status, closed_reason)
                                        values (:id, :at, 'TELEPHONE', :patient, 'MEDECIN_TRAITANT', 'Dr X', 'NORMALE', :status, :reason)
                                        """)
                                .param("id", referral)
                                .param(
                                        "at",
                                        received.atZone(java.time.ZoneId.of("Europe/Paris"))
                                                .toOffsetDateTime())
                                .param(
                                        "patient",
                                        patient == null ? null : patient.value(),
                                        java.sql.Types.OTHER)
                                .param("status", status)
                                .param("reason", reason)
                                .update());
        return referral;
    }

    public void alert(PatientId patient, LocalDate raised) {
        cast.in(
                id,
                () ->
                        sql.sql(
                                        """
                                        insert into followup.alert (rule, subject_id, patient_id, title, raised_at, due_on, urgency)
                                        values ('SANS_CONTACT', gen_random_uuid(), :patient, 'Rétinographie non faite', cast(:day as timestamp) at time zone 'Europe/Paris', :day, 1)
                                        """)
                                .param("patient", patient.value())
                                .param("day", raised)
                                .update());
    }
}
