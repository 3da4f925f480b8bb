package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where a version stands on its two axes, as it is shown.
@Component
class PlanMarks {

    private final CaseFiles files;
    private final Networks networks;

    PlanMarks(CaseFiles files, Networks networks) {
        this.files = files;
        this.networks = networks;
    }

    Mark status(Pps pps, List<Pps> all, LocalDate today) {
        var other =
                all.stream()
                        .filter(p -> p.status() == Status.EN_VIGUEUR && !p.id().equals(pps.id()))
                        .findFirst();
        var remains = other.map(p -> "v" + p.number() + " reste en vigueur").orElse(null);
        return switch (pps.status()) {
            case BROUILLON -> new Mark("", "edit", PpsText.of(Status.BROUILLON), remains);
            case SOUMIS ->
                    new Mark(
                            "is-info",
                            "send",
                            PpsText.of(Status.SOUMIS),
                            remains == null ? since("depuis le ", pps.submittedAt()) : remains);
            case EN_VIGUEUR ->
                    pps.toReassess(today)
                            ? new Mark(
                                    "is-late",
                                    "refresh",
                                    "À réévaluer",
                                    "en vigueur " + since("depuis le ", pps.inForceAt()))
                            : new Mark(
                                    "is-done",
                                    "circle-check",
                                    PpsText.of(Status.EN_VIGUEUR),
                                    inForce(pps));
            case REMPLACE ->
                    new Mark(
                            "",
                            "history",
                            all.stream()
                                    .filter(p -> pps.id().equals(p.previous()))
                                    .findFirst()
                                    .map(p -> "Remplacé par v" + p.number())
                                    .orElse(PpsText.of(Status.REMPLACE)),
                            since("le ", pps.replacedAt()));
            case CLOS ->
                    new Mark("", "lock", PpsText.of(Status.CLOS), since("le ", pps.closedAt()));
        };
    }

    private static @Nullable String inForce(Pps pps) {
        var since = since("depuis le ", pps.inForceAt());
        if (pps.inForceWhy() == null || pps.inForceWhy() == Pps.ForceBy.AVIS) return since;
        if (pps.inForceWhy() == Pps.ForceBy.REPRISE)
            return since + ", repris de l’ancien outil\u00A0: ce n’est pas encore un PPS";
        return pps.inForceWhy() == Pps.ForceBy.SANS_MT
                ? since + ", sans médecin traitant"
                : since + ", décision de " + pps.inForceBy() + PpsText.COLON + pps.inForceReason();
    }

    private static @Nullable String since(String words, @Nullable Instant at) {
        return at == null
                ? null
                : words + FrenchDates.date(at.atZone(FrenchDates.PARIS).toLocalDate());
    }

    Mark opinion(Pps pps, LocalDate today) {
        return switch (pps.opinion()) {
            case ATTENDU -> {
                if (pps.draft()) yield new Mark("", "hourglass", "Pas encore demandé", null);
                var days = pps.silence(today);
                var limit =
                        networks.setting(
                                Setting.SILENCE_DAYS,
                                files.current(pps.patient())
                                        .map(CaseFiles.Support::level)
                                        .orElse(null));
                yield days >= limit && days > 0
                        ? new Mark(
                                "is-late",
                                "clock-exclamation",
                                PpsText.silent(days),
                                "ne compte pas comme validé")
                        : new Mark(
                                "is-due",
                                "hourglass",
                                PpsText.of(Opinion.ATTENDU),
                                since("demandé le ", pps.submittedAt()));
            }
            case VALIDE, VALIDE_APRES_AMENDEMENT ->
                    new Mark("is-done", "check", PpsText.of(pps.opinion()), null);
            case MODIFICATION_DEMANDEE ->
                    new Mark("is-due", "edit", PpsText.of(pps.opinion()), null);
            case SANS_OBJET ->
                    new Mark(
                            "",
                            "circle-dashed",
                            "Sans objet",
                            "pas de médecin traitant à qui le demander");
            case NON_DEMANDE ->
                    new Mark(
                            "is-due",
                            "circle-dashed",
                            "Non demandé",
                            "suivi repris, aucun médecin n’a donné d’avis");
        };
    }

    static Mark handed(List<PlanHistory.Handing> handings) {
        if (handings.isEmpty()) return new Mark("", "circle-dashed", "Pas encore remis", null);
        var last = handings.getFirst();
        return new Mark(
                "is-done", "check", "Remis le " + FrenchDates.date(last.on()), "par " + last.by());
    }

    /// A line of the list of versions.
    ///
    /// @param handings to whom it was given, latest first
    PpsPage.Version version(Pps p, List<PlanHistory.Handing> handings, LocalDate today) {
        var from = p.inForceAt();
        var until = p.replacedAt() != null ? p.replacedAt() : p.closedAt();
        var force =
                from == null
                        ? "pas encore"
                        : until == null
                                ? Objects.requireNonNull(since("depuis le ", from))
                                : since("du ", from) + Objects.requireNonNull(since(" au ", until));
        return new PpsPage.Version(
                "Version " + p.number(),
                PpsScreens.base(p.patient()) + "/" + p.id(),
                switch (p.status()) {
                    case BROUILLON -> new Mark("", "edit", PpsText.of(p.status()), null);
                    case SOUMIS -> new Mark("is-info", "send", PpsText.of(p.status()), null);
                    case EN_VIGUEUR ->
                            p.toReassess(today)
                                    ? new Mark("is-late", "refresh", "À réévaluer", null)
                                    : new Mark(
                                            "is-done",
                                            "circle-check",
                                            PpsText.of(p.status()),
                                            null);
                    case REMPLACE -> new Mark("", "history", PpsText.of(p.status()), null);
                    case CLOS -> new Mark("", "lock", PpsText.of(p.status()), null);
                },
                opinion(p, today),
                force,
                handings.isEmpty()
                        ? "pas encore"
                        : FrenchDates.date(handings.getFirst().on())
                                + ", "
                                + handings.getFirst().by());
    }

    static Mark severity(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "SEVERE" -> new Mark("is-late", "alert-circle", "Sévère", null);
            case "MODEREE" -> new Mark("is-due", "circle-dot", "Modérée", null);
            case "LEGERE" -> new Mark("", "circle", "Légère", null);
            default -> new Mark("", "help-circle", "Sévérité non précisée", null);
        };
    }
}
