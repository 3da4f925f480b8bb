package fr.maillage.desk.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.AlertRule;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Typography;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one page of a person. What belongs to other modules is read through the views they publish.
@Component
@Transactional(readOnly = true)
class SynthesisScreens {

    /// Alerts about rights: like the rights themselves, they stay inside the team.
    private static final String[] RIGHTS = {
        AlertRule.DROIT_QUI_SE_TERMINE.name(),
        AlertRule.RECOURS_POSSIBLE.name(),
        AlertRule.DEMARCHE_A_FAIRE.name()
    };

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseFiles files;
    private final Consents consents;
    private final SynthesisCare care;

    SynthesisScreens(
            JdbcClient sql, Clock clock, CaseFiles files, Consents consents, SynthesisCare care) {
        this.sql = sql;
        this.clock = clock;
        this.files = files;
        this.consents = consents;
        this.care = care;
    }

    SynthesisPage of(OpenFile file) {
        var patient = file.patient();
        var role = SignedIn.current().role();
        var clinical = file.clinical();
        var team = role.team();
        var parts = file.parts();
        var medical = clinical && (team || parts.contains("MEDICAL"));
        var opens = opens(file, Part.PPS);
        var circle = team || parts.stream().anyMatch(part -> !part.equals("TACHES"));
        var plan = care.plan(patient);
        return new SynthesisPage(
                file.banner(),
                file.banner().crisis() == null ? null : file.banner().crisis().words(),
                clinical && plan != null ? plan.project() : null,
                care.words(plan),
                opens && plan != null ? "/dossiers/" + patient + "/pps" : null,
                clinical ? care.goals(patient, parts) : List.of(),
                clinical,
                clinical ? late(patient, team) : List.of(),
                clinical ? null : hidden(patient),
                clinical ? care.works(patient, parts) : List.of(),
                circle ? calls(patient) : List.of(),
                circle,
                team || clinical ? appointments(patient, clinical) : List.of(),
                team,
                team ? facts(patient, clinical) : List.of(),
                team ? contacts(patient, clinical) : List.of(),
                medical ? care.health(patient) : List.of(),
                team ? agreements(patient) : List.of(),
                team ? entitlements(patient) : List.of());
    }

    private static boolean opens(OpenFile file, Part part) {
        return file.banner().tabs().stream()
                .anyMatch(tab -> tab.key().equals(part.name().toLowerCase(java.util.Locale.ROOT)));
    }

    private List<SynthesisPage.Late> late(PatientId patient, boolean team) {
        var today = LocalDate.now(clock);
        var found =
                new ArrayList<SynthesisPage.Late>(
                        sql.sql(
                                        """
                                        select id, rule, subject_id, title, due_on, status from followup.open_alert
                                        where patient_id = :patient and (:team or rule <> all (:inside)) order by status, followup.urgency(urgency, due_on, :today) desc, due_on limit 30
                                        """)
                                .param("patient", patient.value())
                                .param("team", team)
                                .param("today", today)
                                .param("inside", RIGHTS)
                                .query((row, _) -> {
                                    var due = row.getObject("due_on", LocalDate.class);
                                    var paused = row.getString("status").equals("EN_PAUSE");
                                    var soon = due.isAfter(today);
                                    var right = List.of(RIGHTS).contains(row.getString("rule"));
                                    return new SynthesisPage.Late(
                                            paused ? "" : soon ? "is-due" : "is-late",
                                            paused
                                                    ? "player-pause"
                                                    : soon ? "clock" : "alert-circle",
                                            paused
                                                    ? "En pause"
                                                    : soon
                                                            ? "Dû "
                                                                    + FrenchDates.relative(
                                                                            due, today)
                                                            : FrenchDates.relative(due, today),
                                            row.getString("title"),
                                            (soon ? "dû le" : "depuis le")
                                                    + Typography.NBSP
                                                    + FrenchDates.shortDay(due, today),
                                            !team
                                                    ? null
                                                    : "/dossiers/"
                                                            + patient
                                                            + (right
                                                                    ? "/mesures/"
                                                                            + row.getString(
                                                                                    "subject_id")
                                                                    : "/suivi"));
                                })
                                .list());
        if (!team) return found;
        found.addAll(
                sql.sql(
                                """
                                select kind, title, who, due_on from followup.task_to_do where patient_id = :patient and due_on <= :soon order by due_on limit 20
                                """)
                        .param("patient", patient.value())
                        .param("soon", today.plusDays(7))
                        .query((row, _) -> {
                            var due = row.getObject("due_on", LocalDate.class);
                            var who = row.getString("who");
                            return new SynthesisPage.Late(
                                    due.isBefore(today) ? "is-due" : "",
                                    row.getString("kind").equals("RAPPEL") ? "phone" : "check",
                                    FrenchDates.relative(due, today),
                                    row.getString("title"),
                                    who == null ? "" : who,
                                    "/taches");
                        })
                        .list());
        return found;
    }

    private String hidden(PatientId patient) {
        int open =
                sql.sql(
                                "select count(*) from followup.open_alert where patient_id = :patient and status = 'OUVERTE'")
                        .param("patient", patient.value())
                        .query((row, _) -> row.getInt(1))
                        .single();
        return open == 0
                ? "Aucune alerte ouverte."
                : FilesText.alerts(open) + (open == 1 ? " ouverte." : " ouvertes.");
    }

    private List<SynthesisPage.Call> calls(PatientId patient) {
        var near =
                List.of(
                        "PERSONNE_DE_CONFIANCE",
                        "PERSONNE_A_PREVENIR",
                        "AIDANT_PRINCIPAL",
                        "MEDECIN_TRAITANT",
                        "COORDONNATEUR_DE_CAS",
                        "REPRESENTANT_LEGAL");
        return files.circle(patient, LocalDate.now(clock)).stream()
                .sorted(
                        java.util.Comparator.comparingInt(a ->
                                near.contains(a.role()) ? near.indexOf(a.role()) : near.size()))
                .map(a -> {
                    var phone = a.phone();
                    var number = phone == null ? null : PhoneNumber.parse(phone).orElse(null);
                    return new SynthesisPage.Call(
                            a.name(),
                            a.quality(),
                            phone == null ? null : PhoneNumber.written(phone),
                            number == null ? null : number.dial());
                })
                .toList();
    }

    private List<SynthesisPage.Dated> appointments(PatientId patient, boolean clinical) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select a.kind, a.starts_at, a.title, m.given_name || ' ' || upper(m.family_name) as member
                        from agenda.to_come a join network.team_member m on m.network_id = a.network_id and m.id = a.member_id
                        where a.patient_id = :patient and a.starts_at >= :from order by a.starts_at limit 5
                        """)
                .param("patient", patient.value())
                .param("from", Timestamp.from(today.atStartOfDay(FrenchDates.PARIS).toInstant()))
                .query((row, _) -> {
                    var at = row.getTimestamp("starts_at").toInstant();
                    var time = LocalDateTime.ofInstant(at, FrenchDates.PARIS);
                    var title = row.getString("title");
                    return new SynthesisPage.Dated(
                            FrenchDates.shortDay(time.toLocalDate(), today)
                                    + " à "
                                    + FrenchDates.time(time),
                            FrenchDates.exact(at),
                            clinical && title != null
                                    ? FilesText.appointment(row.getString("kind"))
                                            + Typography.NBSP
                                            + ": "
                                            + title
                                    : FilesText.appointment(row.getString("kind")),
                            row.getString("member"));
                })
                .list();
    }

    private List<SynthesisPage.Fact> facts(PatientId patient, boolean clinical) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select at, kind, title, author, link from patient.line_of_life
                        where patient_id = :patient and (not clinical or :clinical) order by at desc, id desc limit 6
                        """)
                .param("patient", patient.value())
                .param("clinical", clinical)
                .query((row, _) -> {
                    var at = row.getTimestamp("at").toInstant();
                    var kind = row.getString("kind");
                    var author = row.getString("author");
                    return new SynthesisPage.Fact(
                            FilesText.kindTone(kind),
                            FilesText.kindIcon(kind),
                            row.getString("title"),
                            LifelineScreens.link(row.getString("link")),
                            LifelineScreens.when(at, today),
                            FrenchDates.exact(at),
                            author == null ? "" : author);
                })
                .list();
    }

    private List<SynthesisPage.Dated> contacts(PatientId patient, boolean clinical) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select at, channel, direction, who, reached, reason, author_name from followup.contact_about
                        where patient_id = :patient order by at desc, id desc limit 4
                        """)
                .param("patient", patient.value())
                .query((row, _) -> {
                    var at = row.getTimestamp("at").toInstant();
                    var reason = row.getString("reason");
                    return new SynthesisPage.Dated(
                            LifelineScreens.when(at, today),
                            FrenchDates.exact(at),
                            FilesText.contact(
                                    row.getString("channel"),
                                    row.getString("direction"),
                                    row.getString("who")),
                            FilesText.reached(row.getString("reached"))
                                    + (clinical && reason != null && !reason.isBlank()
                                            ? ", " + reason
                                            : "")
                                    + " · "
                                    + row.getString("author_name"));
                })
                .list();
    }

    /// Rights that live, the soonest end first; no health content.
    private List<SynthesisPage.Agreement> entitlements(PatientId patient) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select label, state, ends_on, warn_on from casefile.open_right where patient_id = :patient
                        order by state <> 'ACCORDE', ends_on nulls last, id limit 6
                        """)
                .param("patient", patient.value())
                .query((row, _) -> {
                    var ends = row.getObject("ends_on", LocalDate.class);
                    var warn = row.getObject("warn_on", LocalDate.class);
                    var granted = "ACCORDE".equals(row.getString("state"));
                    var soon = granted && warn != null && !warn.isAfter(today);
                    return new SynthesisPage.Agreement(
                            RightsText.entitlementTone(
                                    row.getString("state"),
                                    soon,
                                    ends != null && ends.isBefore(today)),
                            soon ? "hourglass" : granted ? "circle-check" : "send",
                            row.getString("label"),
                            RightsText.entitlement(row.getString("state"), ends, today));
                })
                .list();
    }

    private List<SynthesisPage.Agreement> agreements(PatientId patient) {
        return Arrays.stream(
                        new Act[] {Act.ACCOMPAGNEMENT, Act.PARTAGE_EQUIPE, Act.PARTAGE_HORS_EQUIPE})
                .map(act ->
                        consents.last(patient, act)
                                .map(c ->
                                        new SynthesisPage.Agreement(
                                                RightsText.tone(c.state()),
                                                RightsText.icon(c.state()),
                                                consents.label(act),
                                                consents.label(act, c.state())
                                                        + ", le"
                                                        + Typography.NBSP
                                                        + FrenchDates.date(c.givenOn())))
                                .orElseGet(() ->
                                        new SynthesisPage.Agreement(
                                                act == Act.PARTAGE_HORS_EQUIPE ? "" : "is-due",
                                                "circle-dashed",
                                                consents.label(act),
                                                "jamais demandé")))
                .toList();
    }
}
