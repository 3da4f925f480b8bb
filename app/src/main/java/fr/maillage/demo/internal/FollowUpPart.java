package fr.maillage.demo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was planned and what became of it; alerts, contacts, tasks and appointments.
final class FollowUpPart extends LifePart {

    FollowUpPart(Life life) {
        super(life);
    }

    /// The occurrences of an intervention from `from` to `until`, both included, all of them by the
    /// rule that the application itself follows; what happened to each comes from `outcome`.
    void occurrences(
            UUID pps, Life.Act act, LocalDate from, LocalDate until, Life.Outcome outcome) {
        for (var due : act.recurrence().dates()) {
            if (due.isBefore(from) || due.isAfter(until)) continue;
            var end = due.plusDays(act.window());
            var late = end.plusDays(act.tolerance());
            var what =
                    act.actor().name() == null && late.isBefore(today) && act.every() != null
                            ? Life.Done.not("AUCUN_INTERVENANT")
                            : outcome.of(due, end, late);
            var at = id(Life.at(due, 7, 0));
            var marked =
                    what.status().equals("PREVU") || what.status().equals("SUSPENDU")
                            ? null
                            : at(
                                    what.doneOn() == null
                                            ? min(late, today.minusDays(1))
                                            : what.doneOn());
            var done = what.doneOn();
            // late is after the window, whatever the tolerance
            copy.add(
                    Into.OCCURRENCE,
                    network,
                    at,
                    id,
                    act.id(),
                    pps,
                    act.title(),
                    act.actor().id(),
                    act.actor().name(),
                    due,
                    end,
                    late,
                    done == null ? what.status() : done.isAfter(end) ? "FAIT_HORS_DELAI" : "FAIT",
                    done,
                    what.why(),
                    null,
                    done == null ? null : act.actor().name(),
                    marked == null ? null : coordinator.name(),
                    marked);
        }
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// The usual fate: mostly done in time, sometimes late or not; a few of the last weeks left
    /// without news.
    Life.Outcome usual() {
        return (due, end, late) -> {
            if (!due.isBefore(today)) return Life.Done.WAITING;
            int chance = random.nextInt(1000);
            if (!late.isBefore(today)) {
                if (chance < 650 && !due.plusDays(1).isAfter(today.minusDays(1)))
                    return Life.Done.on(due.plusDays(random.nextInt(2)));
                return Life.Done.WAITING;
            }
            if (late.isAfter(today.minusDays(45)) && chance < 14) return Life.Done.WAITING;
            if (chance < 900) return Life.Done.on(min(due.plusDays(random.nextInt(3)), end));
            if (chance < 950 && late.plusDays(3).isBefore(today))
                return Life.Done.on(late.plusDays(1 + random.nextInt(2)));
            return Life.Done.not(
                    Names.pick(
                            List.of(
                                    "REFUS",
                                    "ABSENTE",
                                    "HOSPITALISEE",
                                    "PROFESSIONNEL_INDISPONIBLE",
                                    "DELAI",
                                    "TRANSPORT",
                                    "ORDONNANCE_MANQUANTE",
                                    "PLUS_NECESSAIRE"),
                            random));
        };
    }

    void contact(
            Instant at,
            String channel,
            boolean incoming,
            String name,
            @Nullable String quality,
            String reached,
            String reason,
            @Nullable String note,
            @Nullable String decided,
            boolean significant) {
        var contact = id(at);
        copy.add(
                Into.CONTACT,
                network,
                contact,
                at,
                channel,
                incoming ? "ENTRANT" : "SORTANT",
                name,
                quality,
                reached,
                reason,
                note,
                decided,
                significant,
                5 + random.nextInt(5) * 5,
                coordinator.account(),
                coordinator.name());
        copy.add(Into.CONTACT_PATIENT, network, contact, id, at);
        line(
                at,
                channel.equals("VISITE") ? "VISITE" : "CONTACT",
                reason,
                quality,
                "/ligne-de-vie",
                false);
    }

    void task(
            String kind,
            String title,
            @Nullable String whom,
            LocalDate due,
            @Nullable LocalTime hour) {
        copy.add(
                Into.TASK,
                network,
                id(at(today.minusDays(3))),
                id,
                kind,
                title,
                whom,
                whom == null ? null : Names.landline(random),
                due,
                hour,
                coordinator.id(),
                null,
                at(today.minusDays(3)),
                coordinator.name(),
                null,
                null,
                null);
    }

    void appointment(
            String kind,
            Instant starts,
            int minutes,
            @Nullable String title,
            @Nullable String outcome) {
        copy.add(
                Into.APPOINTMENT,
                network,
                id(starts),
                kind,
                id,
                coordinator.id(),
                starts,
                starts.plusSeconds(60L * minutes),
                title,
                who.home().name(),
                outcome,
                null,
                coordinator.name());
    }

    void alert(
            String rule,
            UUID subject,
            String title,
            Instant raised,
            LocalDate due,
            String status,
            String outcome,
            @Nullable String note) {
        copy.add(
                Into.ALERT,
                network,
                id(raised),
                rule,
                subject,
                id,
                coordinator.id(),
                title,
                raised,
                due,
                50,
                status,
                null,
                raised.plusSeconds(86_400),
                coordinator.name(),
                outcome,
                note);
    }
}
