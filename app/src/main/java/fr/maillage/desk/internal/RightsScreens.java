package fr.maillage.desk.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Consents;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Recorded;
import fr.maillage.patient.Consents.State;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class RightsScreens {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseFiles files;
    private final Consents consents;
    private final Patients patients;

    RightsScreens(
            JdbcClient sql, Clock clock, CaseFiles files, Consents consents, Patients patients) {
        this.sql = sql;
        this.clock = clock;
        this.files = files;
        this.consents = consents;
        this.patients = patients;
    }

    RightsPage rights(OpenFile file) {
        var history = consents.history(file.patient());
        var acts = new ArrayList<RightsPage.ActLine>();
        for (var act : Act.values()) acts.add(line(act, history));
        var person = patients.get(file.patient());
        return new RightsPage(
                file.banner(),
                missing(file.patient(), history),
                acts,
                oppositions(file.patient()),
                person.mtTold()
                        ? null
                        : "La personne s’oppose à ce que son médecin traitant soit informé.",
                SignedIn.current().role() != Role.HEAD);
    }

    ConsentPage form(OpenFile file, Act act, ConsentForm form, FormErrors errors) {
        var circle = files.circle(file.patient(), LocalDate.now(clock));
        return new ConsentPage(
                file.banner(),
                RightsText.slug(act),
                consents.label(act),
                RightsText.rule(act),
                RightsText.states(act),
                people(file.patient()),
                circle.stream()
                        .filter(a ->
                                a.role().equals("REPRESENTANT_LEGAL")
                                        || a.role().equals("PERSONNE_DE_CONFIANCE"))
                        .map(CaseFiles.Actor::name)
                        .toList(),
                act == Act.PARTAGE_EQUIPE,
                form,
                errors);
    }

    /// Professionals of the circle today.
    List<Choice> people(PatientId patient) {
        return files.circle(patient, LocalDate.now(clock)).stream()
                .filter(a -> !a.kind().equals("PROCHE"))
                .map(a -> new Choice(a.id().toString(), a.name()))
                .toList();
    }

    private RightsPage.ActLine line(Act act, List<Recorded> history) {
        var said = history.stream().filter(r -> r.consent().act() == act).toList();
        var last = said.isEmpty() ? null : said.getFirst().consent().state();
        return new RightsPage.ActLine(
                RightsText.slug(act),
                consents.label(act),
                RightsText.rule(act),
                last == null ? "is-due" : RightsText.tone(last),
                last == null ? "circle-dashed" : RightsText.icon(last),
                last == null ? "jamais demandé" : what(said.getFirst().consent()),
                said.stream().map(this::said).toList());
    }

    private String what(Consents.Consent consent) {
        var who = consent.opposedTo();
        if (who == null) return consents.label(consent.act(), consent.state());
        return consent.state() == State.DONNE
                ? "ne s’oppose plus à " + who
                : "s’oppose au partage avec " + who;
    }

    private RightsPage.Said said(Recorded recorded) {
        var c = recorded.consent();
        return new RightsPage.Said(
                what(c),
                FrenchDates.date(c.givenOn()),
                RightsText.how(c.form(), c.givenBy(), c.representative()),
                c.scope(),
                c.reason());
    }

    private List<String> missing(PatientId patient, List<Recorded> history) {
        var sentences = new ArrayList<String>();
        for (var act : List.of(Act.ACCOMPAGNEMENT, Act.PARTAGE_EQUIPE)) {
            var last =
                    history.stream()
                            .map(Recorded::consent)
                            .filter(c -> c.act() == act && c.opposedTo() == null)
                            .findFirst();
            if (last.isEmpty()) {
                sentences.add(RightsText.missing(act));
            } else if (last.get().state() == State.A_CONFIRMER) {
                sentences.add(RightsText.toConfirm(act));
            }
        }
        var outside = outside(patient);
        var agreed =
                history.stream()
                        .map(Recorded::consent)
                        .filter(c -> c.act() == Act.PARTAGE_HORS_EQUIPE)
                        .findFirst();
        if (!outside.isEmpty() && agreed.filter(c -> c.state() == State.DONNE).isEmpty())
            sentences.add(RightsText.outside(outside));
        return sentences;
    }

    private List<String> outside(PatientId patient) {
        return sql.sql(
                        """
                        select name from casefile.circle
                        where patient_id = :patient and kind <> 'PROCHE' and not in_care_team and since <= :today and (until is null or until >= :today)
                        order by name collate "fr-x-icu"
                        """)
                .param("patient", patient.value())
                .param("today", LocalDate.now(clock))
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private List<RightsPage.Opposition> oppositions(PatientId patient) {
        return sql.sql(
                        "select whole, opposed_to, given_on from patient.opposition where patient_id = :patient order by given_on")
                .param("patient", patient.value())
                .query((row, _) ->
                        new RightsPage.Opposition(
                                row.getBoolean("whole")
                                        ? "toute l’équipe de soins"
                                        : row.getString("opposed_to"),
                                FrenchDates.date(row.getObject("given_on", LocalDate.class))))
                .list();
    }
}
