package fr.maillage.rcp.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.Typography;
import fr.maillage.rcp.internal.FeeService.Fee;
import fr.maillage.rcp.internal.FeeService.Kind;
import fr.maillage.rcp.internal.FeeService.Month;
import fr.maillage.web.Csv;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
import java.util.UUID;

/// Flat payments of a period, and what meetings cost.
@Controller
@RequestMapping("/rcp/forfaits")
@PreAuthorize(Allowed.TEAM)
class FeeController {

    private static final BigDecimal AN_HOUR = BigDecimal.valueOf(60);

    private final FeeService fees;
    private final Clock clock;

    FeeController(FeeService fees, Clock clock) {
        this.fees = fees;
        this.clock = clock;
    }

    /// @param from first day, of the year when nothing is said
    private record Period(LocalDate from, LocalDate to) {}

    private Period period(@Nullable String from, @Nullable String to) {
        var last = FrenchDates.read(FormFields.text(to)).orElse(today());
        var first =
                FrenchDates.read(FormFields.text(from)).orElse(LocalDate.of(last.getYear(), 1, 1));
        return new Period(first.isAfter(last) ? last : first, last);
    }

    @GetMapping
    @PreAuthorize(Allowed.TEAM)
    String list(
            @RequestParam(name = "du", required = false) @Nullable String from,
            @RequestParam(name = "au", required = false) @Nullable String to,
            Submission sent) {
        return sent.show("rcp/fees", page(period(from, to), Shown.none()));
    }

    @GetMapping("/forfaits.csv")
    @PreAuthorize(Allowed.TEAM)
    ResponseEntity<byte[]> csv(
            @RequestParam(name = "du", required = false) @Nullable String from,
            @RequestParam(name = "au", required = false) @Nullable String to) {
        var period = period(from, to);
        return Csv.file(
                Csv.of(
                        RcpText.FEES_HEAD,
                        fees.of(period.from(), period.to()).stream()
                                .map(f ->
                                        List.of(
                                                FrenchDates.numeric(f.day()),
                                                f.kind().label,
                                                f.name(),
                                                f.profession(),
                                                f.amount()
                                                        .amount()
                                                        .toPlainString()
                                                        .replace('.', ','),
                                                f.settledOn() == null
                                                        ? "à payer"
                                                        : "payé le "
                                                                + FrenchDates.numeric(
                                                                        f.settledOn())))),
                "forfaits.csv");
    }

    @PostMapping("/montants")
    @PreAuthorize(Allowed.HEAD)
    String adopt(Submission sent) {
        var typed = Typed.of(sent.values());
        return sent.end(
                Act.to("/rcp/forfaits", RcpText.ADOPTED, () -> fees.adopt(typed)),
                outcome -> again("montants", sent, outcome));
    }

    @PostMapping("/evaluations")
    @PreAuthorize(Allowed.TEAM)
    String evaluation(Submission sent) {
        var typed = Typed.of(sent.values());
        return sent.end(
                Act.to("/rcp/forfaits", RcpText.FEE_NOTED, () -> fees.evaluation(typed)),
                outcome -> again("evaluation", sent, outcome));
    }

    @PostMapping("/{id}/paiement")
    @PreAuthorize(Allowed.TEAM)
    String settle(@PathVariable UUID id, Submission sent) {
        var on = sent.text("annuler").isEmpty() ? today() : null;
        return sent.end(
                Act.to("/rcp/forfaits", RcpText.SETTLED, () -> fees.settle(id, on)),
                outcome -> again("", sent, outcome));
    }

    private String again(String form, Submission sent, FormOutcome outcome) {
        return sent.show(
                "rcp/fees",
                page(period(null, null), new Shown(form, Typed.of(sent.values()), outcome)));
    }

    private FeesPage page(Period period, Shown shown) {
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
        rates.forEach((kind, amount) ->
                before.put(
                        kind.name(), List.of(amount.amount().toPlainString().replace('.', ','))));
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
                                        "Vide : non adopté.",
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
                                        "Vide : le montant adopté.",
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
