package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of the week's alerts.
@Component
@Transactional(readOnly = true)
class DigestScreens {

    private final Digests digests;
    private final Clock clock;

    DigestScreens(Digests digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    /// @param asked a day of the week; the current week, as far as it went, when absent or nonsense
    DigestPage page(@Nullable String asked) {
        var today = LocalDate.now(clock);
        var current = Digests.monday(today);
        var chosen =
                asked == null
                        ? current
                        : FrenchDates.read(asked).map(Digests::monday).orElse(current);
        var week = chosen.isAfter(current) ? current : chosen;
        var rules = digests.rules(week);
        var weeks = digests.weeks(week);
        var most = weeks.stream().mapToInt(w -> Math.max(w.raised(), w.ended())).max().orElse(0);
        var raised = rules.stream().mapToInt(Digests.OfRule::raised).sum();
        var mailed = digests.mailed(week);
        return new DigestPage(
                DigestText.week(week),
                "/pilotage/alertes?semaine=" + week.minusWeeks(1),
                week.equals(current) ? null : "/pilotage/alertes?semaine=" + week.plusWeeks(1),
                mailed == null
                        ? DigestText.NOT_MAILED
                        : "Envoyé par courriel " + FrenchDates.relative(mailed, today),
                rules.stream().mapToInt(Digests.OfRule::open).sum(),
                rules.stream().mapToInt(Digests.OfRule::paused).sum(),
                raised,
                rules.stream().mapToInt(Digests.OfRule::closed).sum(),
                rules.stream().mapToInt(Digests.OfRule::resolved).sum(),
                DigestText.trend(raised, rules.stream().mapToInt(Digests.OfRule::before).sum()),
                rules.stream()
                        .map(r ->
                                new DigestPage.Rule(
                                        r.rule().label(),
                                        r.rule().icon(),
                                        r.open(),
                                        r.paused(),
                                        DigestText.age(r.oldest()),
                                        r.raised(),
                                        r.closed(),
                                        r.resolved(),
                                        r.before()))
                        .toList(),
                digests.coordinators().stream()
                        .map(c ->
                                new DigestPage.Coordinator(
                                        c.name() == null ? AlertText.NOBODY : c.name(),
                                        c.open(),
                                        c.urgent(),
                                        DigestText.age(c.oldest())))
                        .toList(),
                weeks.stream()
                        .map(w ->
                                new DigestPage.Week(
                                        FrenchDates.shortDay(w.monday(), today),
                                        w.raised(),
                                        w.ended(),
                                        hundredths(w.raised(), most),
                                        hundredths(w.ended(), most)))
                        .toList());
    }

    private static int hundredths(int n, int most) {
        return most == 0 ? 0 : Math.round(100f * n / most);
    }
}
