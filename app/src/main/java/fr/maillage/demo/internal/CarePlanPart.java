package fr.maillage.demo.internal;

import fr.maillage.kernel.PhoneNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plans, the opinions about them and their handing over.
final class CarePlanPart extends LifePart {

    CarePlanPart(Life life) {
        super(life);
    }

    /// One version of a plan with everything in it, and the occurrences its interventions gave
    /// until it was replaced.
    void plan(
            Life.Version v,
            Life.Words w,
            List<Life.Aim> aims,
            List<Life.Act> acts,
            @Nullable String caseCoordinator) {
        var mt = who.mt();
        var doctor = mt == null ? structure.only("DOCTOR").name() : mt.name();
        var inForceBy =
                v.inForceWhy() == null
                        ? null
                        : v.inForceWhy().equals("AVIS") && mt != null
                                ? mt.name()
                                : coordinator.name();
        copy.add(
                Into.PPS,
                network,
                v.id(),
                id,
                life.support,
                v.number(),
                v.previous(),
                v.status(),
                v.opinion(),
                v.changeReason(),
                v.created(),
                coordinator.name(),
                v.submitted(),
                v.inForce(),
                inForceBy,
                v.inForceWhy(),
                v.inForceReason(),
                v.replaced(),
                v.closed(),
                v.reassess(),
                w.mtProblems(),
                w.person(),
                w.relatives(),
                null,
                w.project(),
                doctor,
                phone(mt == null ? structure.phone() : mt.phone()),
                "Traitement accepté",
                null,
                null,
                w.education(),
                null,
                w.social(),
                null,
                w.medicalContext(),
                w.socialContext(),
                w.psychologicalContext(),
                w.autonomyContext(),
                "Structure : " + phone(structure.phone()) + ". Urgence vitale : 15.",
                w.crisis(),
                coordinator.id(),
                coordinator.name(),
                caseCoordinator);
        if (v.submitted() != null) {
            for (var around : life.circle.around()) {
                copy.add(
                        Into.PLAN_ACTOR,
                        network,
                        v.id(),
                        around.id(),
                        around.group(),
                        around.role(),
                        around.main(),
                        around.name(),
                        around.profession(),
                        around.phone());
            }
        }
        int rank = 0;
        for (var pathology : w.pathologies()) {
            copy.add(
                    Into.PATHOLOGY,
                    network,
                    v.id(),
                    id(v.created()),
                    pathology,
                    severity(pathology, rank),
                    rank == 0,
                    rank == 0,
                    rank++);
        }
        rank = 0;
        for (var aim : aims) {
            copy.add(
                    Into.GOAL,
                    network,
                    v.id(),
                    aim.id(),
                    aim.problem(),
                    null,
                    aim.domain(),
                    aim.kind(),
                    aim.title(),
                    aim.indicator(),
                    aim.target(),
                    aim.due(),
                    aim.result(),
                    aim.why(),
                    rank++);
        }
        rank = 0;
        for (var act : acts) {
            copy.add(
                    Into.INTERVENTION,
                    network,
                    v.id(),
                    act.id(),
                    id,
                    act.goal(),
                    act.volet(),
                    act.type(),
                    act.title(),
                    act.actor().id(),
                    act.actor().name(),
                    act.actor().profession(),
                    act.actor().group(),
                    rank == 0,
                    null,
                    act.starts(),
                    act.ends(),
                    act.every(),
                    act.unit(),
                    act.times(),
                    act.weekdays().stream().sorted().toList(),
                    act.window(),
                    act.tolerance(),
                    null,
                    rank++);
        }
        line(
                v.created(),
                "PPS",
                "PPS v" + v.number() + " : brouillon",
                v.changeReason(),
                "/pps/" + v.id(),
                true);
        if (v.submitted() != null)
            line(
                    v.submitted(),
                    "PPS",
                    "PPS v" + v.number() + " soumis pour avis",
                    null,
                    "/pps/" + v.id(),
                    true);
        if (v.inForce() != null)
            line(
                    v.inForce(),
                    "PPS",
                    "PPS v" + v.number() + " en vigueur",
                    v.inForceReason(),
                    "/pps/" + v.id(),
                    true);
        if (v.submitted() != null
                && v.inForce() == null
                && !v.opinion().equals("MODIFICATION_DEMANDEE")
                && mt != null
                && who.mtTold()) {
            life.mail.message(
                    v.submitted(),
                    "MEDECIN_TRAITANT",
                    mt.name(),
                    mt.rpps(),
                    "AVIS_PPS",
                    "Votre avis sur un plan personnalisé de santé",
                    "Docteur,\n\nLe plan personnalisé de santé de "
                            + who.called()
                            + " (version "
                            + v.number()
                            + ") attend votre avis.\n\nVous pouvez répondre par téléphone, par courrier "
                            + "ou à l’écran.",
                    v.id(),
                    random.nextInt(5) > 0);
        }
    }

    private static String severity(String pathology, int rank) {
        if (pathology.endsWith("léger")) return "LEGERE";
        return rank == 0 ? "SEVERE" : "MODEREE";
    }

    /// As people read it.
    private static @Nullable String phone(@Nullable String number) {
        return number == null ? null : PhoneNumber.written(number);
    }

    void opinion(UUID pps, String opinion, LocalDate on, String channel, @Nullable String words) {
        var mt = who.mt();
        if (mt == null) throw new IllegalStateException("an opinion is a doctor’s");
        var at = at(on);
        copy.add(
                Into.OPINION,
                network,
                id(at),
                pps,
                opinion,
                on,
                mt.name(),
                mt.rpps(),
                channel,
                words,
                coordinator.name(),
                at);
        line(
                at,
                "PPS",
                "Avis du médecin traitant : "
                        + switch (opinion) {
                            case "VALIDE" -> "validé en l’état";
                            case "VALIDE_APRES_AMENDEMENT" -> "validé après amendement";
                            default -> "modification demandée";
                        },
                words,
                "/pps/" + pps,
                true);
    }

    /// The doctor has the plan; the opinion is still awaited.
    void received(UUID pps, LocalDate on, String way, @Nullable String words) {
        var mt = who.mt();
        if (mt == null) throw new IllegalStateException("a plan is received by a doctor");
        // no chance in it: the rest of the life stays what it was
        var at = on.isBefore(today) ? Life.at(on, 14, 5) : Life.at(on, 8, 5);
        copy.add(
                Into.RECEIPT,
                network,
                id(at),
                pps,
                on,
                way,
                mt.name(),
                words,
                coordinator.name(),
                at);
        line(at, "PPS", "Plan reçu par le médecin traitant", words, "/pps/" + pps, true);
    }

    void handedOver(UUID pps, LocalDate on, boolean byDoctor) {
        var mt = who.mt();
        copy.add(
                Into.HANDING_OVER,
                network,
                id(at(on)),
                pps,
                on,
                byDoctor && mt != null ? mt.name() : coordinator.name(),
                byDoctor && mt != null ? "MEDECIN" : "COORDONNATEUR",
                "PERSONNE",
                at(on));
    }

    List<Life.Aim> withResults(List<Life.Aim> aims, String result, String why) {
        var changed = new ArrayList<Life.Aim>();
        for (var a : aims) {
            changed.add(
                    new Life.Aim(
                            a.id(),
                            a.domain(),
                            a.kind(),
                            a.title(),
                            a.problem(),
                            a.indicator(),
                            a.target(),
                            a.due(),
                            result,
                            why));
        }
        return changed;
    }
}
