package fr.maillage.rcp.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.rcp.internal.FeeService.Period;
import fr.maillage.web.Csv;
import fr.maillage.web.FormFields;
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

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Flat payments of a period, and what meetings cost.
@Controller
@RequestMapping("/rcp/forfaits")
@PreAuthorize(Allowed.TEAM)
class FeeController {

    private final FeeService fees;
    private final FeesScreens screens;
    private final Clock clock;

    FeeController(FeeService fees, FeesScreens screens, Clock clock) {
        this.fees = fees;
        this.screens = screens;
        this.clock = clock;
    }

    /// From the first of January when nothing is said.
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
        return sent.show("rcp/fees", screens.page(period(from, to), Shown.none()));
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
                                                RcpText.typed(f.amount().amount()),
                                                RcpText.settled(f.settledOn())))),
                "forfaits.csv");
    }

    @PostMapping("/montants")
    @PreAuthorize(Allowed.HEAD)
    String adopt(Submission sent) {
        return sent.end(
                Act.to("/rcp/forfaits", RcpText.ADOPTED, () -> fees.adopt(sent.typed())),
                "montants",
                "rcp/fees",
                this::page);
    }

    @PostMapping("/evaluations")
    @PreAuthorize(Allowed.TEAM)
    String evaluation(Submission sent) {
        return sent.end(
                Act.to("/rcp/forfaits", RcpText.FEE_NOTED, () -> fees.evaluation(sent.typed())),
                "evaluation",
                "rcp/fees",
                this::page);
    }

    @PostMapping("/{id}/paiement")
    @PreAuthorize(Allowed.TEAM)
    String settle(@PathVariable UUID id, Submission sent) {
        var on = sent.text("annuler").isEmpty() ? today() : null;
        return sent.end(
                Act.to("/rcp/forfaits", RcpText.SETTLED, () -> fees.settle(id, on)),
                "",
                "rcp/fees",
                this::page);
    }

    private FeesPage page(Shown shown) {
        return screens.page(period(null, null), shown);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
