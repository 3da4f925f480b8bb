package fr.maillage.demo.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.followup.NotDone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was planned and what became of it; alerts, contacts, tasks and appointments.
final class FollowUpPart extends LifePart {

    FollowUpPart(Life life) {
        super(life);
    }

    /// The occurrences of an intervention from `from` to `until`, both included, all of them by the
    /// rule that the application itself follows; what happened to each comes from `outcome`.
    /// Returns their ids, by day.
    Map<LocalDate, UUID> occurrences(
            UUID pps, Life.Act act, LocalDate from, LocalDate until, Life.Outcome outcome) {
        var written = new LinkedHashMap<LocalDate, UUID>();
        var dates = act.recurrence().dates();
        // a series begins with `from`; one that was over by then was typed in with what became of
        // it
        var over = !dates.isEmpty() && dates.getLast().isBefore(from);
        for (var due : dates) {
            if (due.isBefore(from) && !over || due.isAfter(until)) continue;
            var end = due.plusDays(act.window());
            var late = end.plusDays(act.tolerance());
            var what =
                    act.actor().name() == null && late.isBefore(today) && act.every() != null
                            ? Life.Done.not("AUCUN_INTERVENANT")
                            : outcome.of(due, end, late);
            var occurrence = id(Life.at(due, 7, 0));
            written.put(due, occurrence);
            var told = what.told() == null ? null : min(what.told(), until);
            var marked =
                    what.status().equals("PREVU") || what.status().equals("SUSPENDU")
                            ? null
                            : at(
                                    told != null
                                            ? told
                                            : what.doneOn() == null
                                                    ? min(late, today.minusDays(1))
                                                    : what.doneOn());
            var done = what.doneOn();
            // late is after the window, whatever the tolerance
            copy.add(
                    Into.OCCURRENCE,
                    network,
                    occurrence,
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
            if (marked != null && marked.isAfter(Life.at(late.plusDays(1), 8, 0)))
                actAlert(occurrence, act, end, late, marked, what);
        }
        return written;
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
            // a few were done in time and told late, once the alert had been seen
            if (chance < 870) return Life.Done.on(min(due.plusDays(random.nextInt(3)), end));
            var told = min(late.plusDays(1 + soon()), today.minusDays(1));
            if (chance < 900)
                return Life.Done.on(min(due.plusDays(random.nextInt(3)), end)).told(told);
            if (chance < 950 && late.plusDays(3).isBefore(today)) {
                var done = late.plusDays(1 + random.nextInt(2));
                return Life.Done.on(done).told(told.isBefore(done) ? done : told);
            }
            var why =
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
                            random);
            return chance < 970 ? Life.Done.not(why).told(told) : Life.Done.not(why);
        };
    }

    /// Days before somebody sees to an alert: two out of three within three days, some within
    /// weeks.
    private int soon() {
        var chance = random.nextInt(100);
        return chance < 65
                ? random.nextInt(3)
                : chance < 92 ? 3 + random.nextInt(7) : 10 + random.nextInt(18);
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

    /// An act that nobody spoke of in time, spoken of in the end: the alert that was raised
    /// meanwhile is closed by the same gesture, or was put off first.
    private void actAlert(
            UUID occurrence,
            Life.Act act,
            LocalDate end,
            LocalDate late,
            Instant marked,
            Life.Done what) {
        var actor = act.actor().name();
        var rule =
                act.type().equals("CONSULTATION")
                        ? AlertRule.CONSULTATION_NON_FAITE
                        : AlertRule.ACTE_NON_FAIT;
        var title = act.title() + (actor == null ? "" : " · " + actor);
        var raised = late.plusDays(1);
        var told = marked.atZone(Loader.PARIS).toLocalDate();
        var days = (int) raised.until(told, ChronoUnit.DAYS);
        var done = what.doneOn();
        var why = what.why();
        if (days >= 2 && random.nextInt(3) == 0) {
            // put off, and marked on the very day it was put off to: no second alert
            closedAlert(
                    rule,
                    occurrence,
                    title,
                    Life.at(raised, 3, 10),
                    end,
                    at(raised.plusDays(random.nextInt(days))),
                    Names.pick(
                            List.of("RELANCE", "REPROGRAMME", "REPROGRAMME", "MT_PREVENU"), random),
                    told,
                    null);
        } else {
            closedAlert(
                    rule,
                    occurrence,
                    title,
                    Life.at(raised, 3, 10),
                    end,
                    marked,
                    done != null ? "FAIT" : "CAUSE_DISPARUE",
                    null,
                    done != null
                            ? actor == null ? "Fait" : "Fait, confirmé par " + actor
                            : why == null
                                    ? null
                                    : "Non fait\u00a0: "
                                            + NotDone.valueOf(why)
                                                    .label()
                                                    .toLowerCase(Locale.FRENCH));
        }
        line(
                marked,
                "SUIVI",
                act.title()
                        + (done == null
                                ? ", non fait"
                                : done.isAfter(end) ? ", fait hors délai" : ", fait"),
                null,
                "/suivi",
                true);
    }

    /// An alert of the past, and what was said when it was closed.
    ///
    /// @param outcome FAIT, REPROGRAMME, RELANCE, MT_PREVENU, PLAN_ADAPTE, PLUS_D_ACTUALITE or
    ///   CAUSE_DISPARUE
    /// @param until put off to that day
    void closedAlert(
            AlertRule rule,
            UUID subject,
            String title,
            Instant raised,
            LocalDate due,
            Instant closed,
            String outcome,
            @Nullable LocalDate until,
            @Nullable String note) {
        var byItself = outcome.equals("CAUSE_DISPARUE") && !rule.ofAct();
        var daysLate = due.until(closed.atZone(Loader.PARIS).toLocalDate(), ChronoUnit.DAYS);
        copy.add(
                Into.ALERT,
                network,
                id(raised),
                rule.name(),
                subject,
                id,
                coordinator.id(),
                title,
                raised,
                due,
                rule.urgency(daysLate, life.level),
                byItself ? "RESOLUE" : "CLOSE",
                until,
                closed,
                byItself ? "Maillage" : coordinator.name(),
                outcome,
                note);
    }

    /// A rule of alerts as it holds for this person alone.
    void ruleOverride(AlertRule rule, int threshold, String reason, Instant at) {
        copy.add(
                Into.RULE_OVERRIDE,
                network,
                id(at),
                id,
                rule.name(),
                threshold,
                reason,
                at,
                coordinator.name());
    }

    /// An alert that waits with the rest of a file in pause.
    void pausedAlert(AlertRule rule, UUID subject, String title, Instant raised, LocalDate due) {
        copy.add(
                Into.ALERT,
                network,
                id(raised),
                rule.name(),
                subject,
                id,
                coordinator.id(),
                title,
                raised,
                due,
                rule.urgency(due.until(today, ChronoUnit.DAYS), life.level),
                "EN_PAUSE",
                null,
                null,
                null,
                null,
                null);
    }
}
