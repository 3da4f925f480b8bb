package fr.maillage.rcp.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.Typography;
import fr.maillage.rcp.internal.FeeService.Fee;
import fr.maillage.rcp.internal.FeeService.Kind;
import fr.maillage.rcp.internal.FeeService.Month;
import fr.maillage.rcp.internal.FeeService.Period;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is owed in a period, and what meetings cost.
@Component
@Transactional(readOnly = true)
class FeesScreens {

    private static final BigDecimal AN_HOUR = BigDecimal.valueOf(60);

    private final FeeService fees;
    private final Clock clock;

    FeesScreens(FeeService fees, Clock clock) {
        this.fees = fees;
        this.clock = clock;
    }

    FeesPage page(Period period, Shown shown) {
        var all = fees.of(period.from(), period.to());
        var rates = fees.rates(today());
        var hour = rates.get(Kind.HEURE);
        return new FeesPage(
                period.from().toString(),
                period.to().toString(),
                "/rcp/forfaits/forfaits.csv?du=" + period.from() + "&au=" + period.to(),
                Arrays.stream(Kind.values())
                        .map(k -> {
                            var rate = rates.get(k);
                            return new FeesPage.Rate(
                                    k.label, rate == null ? "non adopté" : rate.formatted());
                        })
                        .toList(),
                all.stream().map(this::line).toList(),
                sum(all.stream().filter(f -> f.settledOn() == null).toList()).formatted(),
                sum(all.stream().filter(f -> f.settledOn() != null).toList()).formatted(),
                sum(all).formatted(),
                fees.months(period.from(), period.to()).stream().map(m -> cost(m, hour)).toList(),
                SignedIn.current().role() == Role.HEAD ? rates(rates, shown) : null,
                evaluation(shown));
    }

    private static Money sum(List<Fee> fees) {
        return fees.stream().map(Fee::amount).reduce(Money.ZERO, Money::plus);
    }

    private FeesPage.Line line(Fee fee) {
        return new FeesPage.Line(
                fee.id().toString(),
                FrenchDates.shortDay(fee.day(), today()),
                fee.name() + ", " + Typography.inSentence(fee.profession()),
                fee.kind().label,
                fee.amount().formatted(),
                fee.settledOn() == null
                        ? null
                        : "Payé le " + FrenchDates.shortDay(fee.settledOn(), today()));
    }

    /// What a month took: the team's time at what an hour costs, and what was owed to others.
    private static FeesPage.Cost cost(Month month, @Nullable Money hour) {
        var team =
                hour == null
                        ? null
                        : hour.times(
                                BigDecimal.valueOf(month.minutes())
                                        .divide(AN_HOUR, 6, RoundingMode.HALF_UP));
        var each =
                team == null
                        ? null
                        : team.plus(month.fees())
                                .per(month.persons())
                                .map(Money::formatted)
                                .orElse(null);
        return new FeesPage.Cost(
                month.month().getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH)
                        + " "
                        + month.month().getYear(),
                month.meetings(),
                month.persons(),
                RcpText.length(month.minutes()),
                team == null ? "–" : team.formatted(),
                month.fees().formatted(),
                each == null ? "–" : each);
    }

    private static FormView rates(Map<Kind, Money> rates, Shown shown) {
        var before = new HashMap<String, List<String>>();
        rates.forEach(
                (kind, amount) -> before.put(kind.name(), List.of(RcpText.typed(amount.amount()))));
        return shown.form(
                "montants",
                "/rcp/forfaits/montants",
                "Montants adoptés",
                new Typed(before),
                typed -> {
                    var fields = new ArrayList<FormView.Field>();
                    for (var kind : Kind.values())
                        fields.add(
                                FormFields.field(
                                        kind.name(),
                                        kind.label + ", en euros",
                                        "Vide\u00A0: non adopté.",
                                        "TEXT",
                                        typed,
                                        false));
                    return fields;
                },
                0,
                "Adopter à partir d’aujourd’hui");
    }

    private FormView evaluation(Shown shown) {
        return shown.form(
                "evaluation",
                "/rcp/forfaits/evaluations",
                "Noter un forfait d’évaluation",
                new Typed(Map.of("onDay", List.of(today().toString()))),
                typed ->
                        List.of(
                                FormFields.field(
                                        "name",
                                        "Professionnel libéral",
                                        null,
                                        "TEXT",
                                        typed,
                                        false),
                                FormFields.field(
                                        "profession", "Profession", null, "TEXT", typed, false),
                                FormFields.field(
                                        "onDay", "Évaluation du", null, "DATE", typed, false),
                                FormFields.field(
                                        "amount",
                                        "Montant, en euros",
                                        "Vide\u00A0: le montant adopté.",
                                        "TEXT",
                                        typed,
                                        false)),
                0,
                "Noter");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
