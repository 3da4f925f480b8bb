package fr.maillage.careplan.internal;

import static fr.maillage.kernel.Typography.NBSP;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Letters that a plan sends: the request of an opinion, one page with its answer slip, and what
/// changes for each actor.
@Component
class PpsLetters {

    /// What fits on one page beside the answer slip; the whole plan goes with it.
    private static final int MOST_CHANGES = 14;

    private final Outbox outbox;
    private final Patients patients;
    private final CaseFiles files;
    private final JdbcClient sql;

    PpsLetters(Outbox outbox, Patients patients, CaseFiles files, JdbcClient sql) {
        this.outbox = outbox;
        this.patients = patients;
        this.files = files;
        this.sql = sql;
    }

    /// Asks the attending doctor's opinion, by a letter that can be answered by post or read out on
    /// the telephone.
    UUID askOpinion(Pps pps, Doctor.Known doctor, @Nullable Pps former) {
        var person = patients.get(pps.patient());
        return outbox.put(
                new Message(
                        pps.patient(),
                        "MEDECIN_TRAITANT",
                        doctor.name(),
                        address(doctor.rpps()),
                        doctor.rpps(),
                        "AVIS_PPS",
                        "votre avis sur le plan personnalisé de santé de "
                                + person.displayName()
                                + (person.birthDate() == null
                                        ? ""
                                        : ", né(e) le " + FrenchDates.numeric(person.birthDate()))
                                + " (version "
                                + pps.number()
                                + ")",
                        opinionBody(pps, former),
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
                        address(known.rpps()),
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

    private static String opinionBody(Pps pps, @Nullable Pps former) {
        var changes = PpsDiff.between(former == null ? null : former.content(), pps.content());
        var body =
                new StringBuilder(
                        former == null || former.inForceAt() == null
                                ? "Docteur, voici le plan proposé pour votre patient. Il entrera en vigueur avec votre avis.\n\n"
                                : "Docteur, voici ce qui change par rapport au plan en vigueur depuis le "
                                        + FrenchDates.date(
                                                former.inForceAt()
                                                        .atZone(FrenchDates.PARIS)
                                                        .toLocalDate())
                                        + ".\n\n");
        var reason = pps.content().text(Topic.CHANGE_REASON);
        if (!reason.isEmpty())
            body.append("Motif").append(PpsText.COLON).append(line(reason)).append("\n\n");
        body.append(former == null ? "| Quoi | Proposé\n" : "| Quoi | Avant | Proposé\n");
        changes.stream()
                .limit(MOST_CHANGES)
                .forEach(change -> {
                    body.append("| ").append(line(change.what()));
                    if (former != null)
                        body.append(" | ")
                                .append(change.before() == null ? "absent" : line(change.before()));
                    body.append(" | ")
                            .append(change.after() == null ? "retiré" : line(change.after()))
                            .append('\n');
                });
        if (changes.size() > MOST_CHANGES) {
            body.append("\nEt ")
                    .append(changes.size() - MOST_CHANGES)
                    .append(" autres changements")
                    .append(PpsText.COLON)
                    .append("voir le plan joint.\n");
        }
        body.append("\nÀ réévaluer avant le ")
                .append(PpsText.day(pps.content().reassessOn()))
                .append(".\n\n");
        body.append("Votre réponse, à renvoyer ou à donner par téléphone")
                .append(PpsText.COLON)
                .append("\n\n");
        body.append(
                "□ Je valide le plan en l’état\n□ Je valide après amendement, précisé ci-dessous\n□ Je demande une modification, précisée ci-dessous\n\n");
        body.append("___\n___\n\nDate et signature").append(PpsText.COLON);
        return body.toString();
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
                            address(actor.rpps()),
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

    /// The practice's address, when the directory knows it.
    private @Nullable String address(@Nullable String rpps) {
        if (rpps == null) return null;
        return sql.sql(
                        "select concat_ws(E'\\n', organization, address, commune_name) as words from directory.practitioner where rpps = :rpps")
                .param("rpps", rpps)
                .query((row, _) -> String.valueOf(row.getString("words")))
                .optional()
                .filter(words -> !words.isBlank())
                .orElse(null);
    }

    private static String line(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ; ").replace('|', '/');
    }
}
