package fr.maillage.careplan.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.correspondence.LetterFields;
import fr.maillage.correspondence.Outbox;
import fr.maillage.correspondence.Outbox.Message;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.patient.Patients;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Letters that a plan sends: the request of an opinion, one page with its answer slip, and what
/// changes for each actor.
@Component
class PpsLetters {

    private final Outbox outbox;
    private final Patients patients;
    private final CaseFiles files;
    private final PlanFields fields;

    PpsLetters(Outbox outbox, Patients patients, CaseFiles files, PlanFields fields) {
        this.outbox = outbox;
        this.patients = patients;
        this.files = files;
        this.fields = fields;
    }

    /// Asks the attending doctor's opinion, by a letter that can be answered by post or read out on
    /// the telephone: the structure's own template.
    UUID askOpinion(Pps pps, Doctor.Known doctor, @Nullable Pps former) {
        var values = new LetterFields.Values();
        fields.fill(pps, former, values);
        return outbox.write(
                new Outbox.FromTemplate(
                        pps.patient(),
                        "MEDECIN_TRAITANT",
                        doctor.name(),
                        doctor.rpps(),
                        "AVIS_PPS",
                        "avis-pps",
                        values,
                        pps.id()));
    }

    /// Withdraws the request of an opinion made when the plan was last submitted. True when it had
    /// left: the doctor is then written to.
    boolean withdrawRequest(Pps pps, Doctor doctor, LocalDate today) {
        var left =
                outbox.withdraw(
                        pps.id(), "AVIS_PPS", pps.submittedAt(), "Plan repris en brouillon");
        if (!left || !(doctor instanceof Doctor.Known known)) return left;
        outbox.put(
                new Message(
                        pps.patient(),
                        "MEDECIN_TRAITANT",
                        known.name(),
                        null,
                        known.rpps(),
                        "CHANGEMENT",
                        "votre avis sur le plan de "
                                + patients.get(pps.patient()).displayName()
                                + " n’est plus attendu pour l’instant (version "
                                + pps.number()
                                + ")",
                        "Docteur,\n\nNous reprenons le plan sur lequel nous vous avions demandé votre avis"
                                + (pps.submittedAt() == null
                                        ? ""
                                        : " le "
                                                + FrenchDates.date(
                                                        pps.submittedAt()
                                                                .atZone(FrenchDates.PARIS)
                                                                .toLocalDate()))
                                + ", pour le corriger. Il n’y a rien à nous répondre pour l’instant"
                                + PpsText.COLON
                                + "vous recevrez une nouvelle demande avec la version corrigée.\n\nSi vous aviez déjà une remarque à faire, un appel suffit.",
                        pps.id()));
        return true;
    }

    /// Tells each actor of the circle what changes for them, when a plan comes into force: their
    /// own tasks, nothing more. The doctor is told only when the plan came into force without an
    /// answer.
    int tellCircle(Pps pps, @Nullable Pps former, LocalDate today) {
        var told = 0;
        for (var actor : files.circle(pps.patient(), today)) {
            if (actor.kind().equals("PROCHE")) continue;
            var attending = actor.role().equals("MEDECIN_TRAITANT");
            if (attending
                    && (pps.opinion() != Opinion.ATTENDU || !patients.get(pps.patient()).mtTold()))
                continue;
            var changes =
                    PpsDiff.between(
                            former == null ? null : tasks(former.content(), actor.id()),
                            tasks(pps.content(), actor.id()));
            if (changes.isEmpty() && !attending) continue;
            outbox.put(
                    new Message(
                            pps.patient(),
                            attending
                                    ? "MEDECIN_TRAITANT"
                                    : actor.kind().equals("STRUCTURE")
                                            ? "STRUCTURE"
                                            : "INTERVENANT",
                            actor.name(),
                            null,
                            actor.rpps(),
                            "CHANGEMENT",
                            "le plan de "
                                    + patients.get(pps.patient()).displayName()
                                    + " change (version "
                                    + pps.number()
                                    + ")",
                            changeBody(pps, changes, today),
                            pps.id()));
            told++;
        }
        return told;
    }

    private static String changeBody(Pps pps, List<PpsDiff.Change> changes, LocalDate today) {
        var body =
                new StringBuilder(
                        "Bonjour,\n\nLa version "
                                + pps.number()
                                + " du plan est en vigueur depuis le "
                                + FrenchDates.date(today)
                                + ".\n\n");
        if (changes.isEmpty()) {
            body.append("Elle l’est par décision de la coordination, votre avis restant attendu")
                    .append(PpsText.COLON)
                    .append("il peut encore être donné par téléphone.\n\n");
        } else {
            body.append("Ce qui vous concerne")
                    .append(PpsText.COLON)
                    .append("\n\n| Quoi | Avant | À présent\n");
            for (var change : changes) {
                body.append("| ")
                        .append(line(change.what()))
                        .append(" | ")
                        .append(change.before() == null ? "nouveau" : line(change.before()))
                        .append(" | ")
                        .append(change.after() == null ? "arrêté" : line(change.after()))
                        .append('\n');
            }
            body.append('\n');
        }
        return body.append("Une difficulté, un empêchement")
                .append(NBSP)
                .append("? Appelez-nous au numéro ci-dessus.")
                .toString();
    }

    private static Content tasks(Content content, UUID actor) {
        var mine = new ArrayList<Intervention>();
        for (var i : content.interventions()) if (Objects.equals(i.actorId(), actor)) mine.add(i);
        return new Content(java.util.Map.of(), null, null, null, List.of(), List.of(), mine);
    }

    private static String line(String text) {
        return text.replaceAll("\\s*\\R\\s*", "\u00A0; ").replace('|', '/');
    }
}
