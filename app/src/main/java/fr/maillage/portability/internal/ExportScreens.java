package fr.maillage.portability.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Mark;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of exports.
@Component
@Transactional(readOnly = true)
class ExportScreens {

    private static final int LISTED = 20;

    private final ExportRows exports;
    private final Clock clock;

    ExportScreens(ExportRows exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    public ExportsPage page(FormErrors errors) {
        var me = SignedIn.current().accountId();
        var today = LocalDate.now(clock);
        var lines = exports.latest(LISTED).stream().map(e -> line(e, me, today)).toList();
        return new ExportsPage(
                lines,
                lines.stream().anyMatch(l -> l.progress() != null),
                ExportText.kept(exports.kept().toDays()),
                errors);
    }

    private static ExportsPage.Line line(ExportRows.Export e, UUID me, LocalDate today) {
        var mine = e.askedBy().equals(me);
        var state =
                switch (e.state()) {
                    case "EN_COURS" -> new Mark("En préparation", "is-info", "clock");
                    case "PRET" -> new Mark("Prêt", "is-done", "circle-check");
                    case "ECHEC" -> new Mark("Échec", "is-late", "alert-circle");
                    default -> new Mark("Effacé", "", "circle-x");
                };
        var expires = e.expiresAt();
        var detail =
                switch (e.state()) {
                    case "PRET" ->
                            ExportText.size(e.size())
                                    + (expires == null
                                            ? ""
                                            : ", gardé jusqu’au " + FrenchDates.exact(expires))
                                    + (mine ? "" : ", pour " + e.askedByName());
                    case "ECHEC" -> e.failure() == null ? "" : e.failure();
                    default -> "";
                };
        return new ExportsPage.Line(
                FrenchDates.relative(e.askedAt(), today),
                FrenchDates.exact(e.askedAt()),
                e.askedByName(),
                state,
                detail,
                mine && e.state().equals("PRET") ? "/reglages/export/" + e.id() + "/fichier" : null,
                e.state().equals("EN_COURS")
                        ? ExportText.progress(e.step(), e.done(), e.total())
                        : null,
                e.done(),
                Math.max(e.total(), 1));
    }
}
