package fr.maillage.careplan.internal;

import fr.maillage.careplan.PlanDrafts;
import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FieldMerge;
import fr.maillage.web.FormFields.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The acts that bring a version of a plan into force, each in its own transaction, by whoever is
/// signed in.
public final class PlanActs {

    private final PpsService acts;
    private final PlanBeginnings beginnings;
    private final DraftService pieces;
    private final PpsRepository plans;
    private final PlanDrafts drafts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Runnable heard;

    /// @param heard waits until what follows an act was done: nobody does the next one sooner
    public PlanActs(BeanFactory beans, Runnable heard) {
        this.heard = heard;
        acts = beans.getBean(PpsService.class);
        beginnings = beans.getBean(PlanBeginnings.class);
        pieces = beans.getBean(DraftService.class);
        plans = beans.getBean(PpsRepository.class);
        drafts = beans.getBean(PlanDrafts.class);
        clock = beans.getBean(Clock.class);
        transaction = new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
    }

    /// Brings version `number` into force with one more weekly act, from wherever it stands: what
    /// was done before is not done again.
    public void inForce(PatientId patient, int number, UUID referent) {
        if (found(() -> plans.inForce(patient)).filter(p -> p.number() == number).isPresent())
            return;
        if (found(() -> plans.inPreparation(patient)).isEmpty())
            beginnings.begin(
                    patient, number == 1 ? "" : "Le pas de la porte ne se passe plus seule");
        heard.run();
        var title = "Passage " + number;
        var draft = found(() -> drafts.inPreparation(patient)).orElseThrow();
        if (draft.draft() && draft.acts().stream().noneMatch(a -> a.title().equals(title)))
            drafts.write(draft.id(), draft.seen(), goals(draft), List.of(weekly(title)), Set.of());
        var pps = found(() -> plans.inPreparation(patient)).orElseThrow();
        if (pps.draft() && pps.content().reassessOn() == null) steer(pps, referent);
        if (pps.draft()) acts.submit(pps.id());
        heard.run();
        acts.answer(
                pps.id(),
                new Pps.Given(
                        Opinion.VALIDE,
                        LocalDate.now(clock),
                        "Dr Anne MOREL",
                        "10100000017",
                        "COURRIER",
                        null));
        heard.run();
    }

    private void steer(Pps pps, UUID referent) {
        var piece = new Piece.Section(Topic.Section.CONDUITE);
        var was = piece.in(pps.content()).orElseThrow().values();
        var typed = new LinkedHashMap<>(was);
        typed.put("_tag", List.of(FieldMerge.seen(was)));
        typed.put("reassess_on", List.of(LocalDate.now(clock).plusMonths(6).toString()));
        typed.put("referent", List.of(referent.toString()));
        pieces.save(pps.id(), piece, new Typed(typed), null);
    }

    private static List<PlanDrafts.GoalLine> goals(PlanDrafts.Draft draft) {
        return draft.goals().isEmpty()
                ? List.of(
                        new PlanDrafts.GoalLine(
                                Ids.next(),
                                "Marcher jusqu’au marché",
                                "MEDICAL",
                                "QUALITATIF",
                                null,
                                null,
                                List.of()))
                : List.of();
    }

    private PlanDrafts.ActLine weekly(String title) {
        return new PlanDrafts.ActLine(
                Ids.next(),
                null,
                InterventionType.CONSULTATION.name(),
                title,
                null,
                "Infirmière de ville",
                "Infirmière",
                new Recurrence(LocalDate.now(clock), null, 1, "SEMAINE", 20, Set.of(), null),
                2,
                3,
                null,
                List.of());
    }

    private <T> Optional<T> found(Supplier<Optional<T>> question) {
        Optional<T> answer = transaction.execute(_ -> question.get());
        return Objects.requireNonNull(answer);
    }
}
