package fr.maillage.casefile.internal;

import fr.maillage.network.Networks.Theme;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inclusion, or a watch, as proposed: who, under what theme and level, with whose agreement.
/// The page shows what stands in the way before the click; the same answer refuses the request.
/// Sources: guide DGOS 2012, fiches O1 §2, D3 §3, D4 §4-1; enquête réseaux 2010 §2.6 (accord du
/// premier recours); CSP L.1110-4.
///
/// @param supportStatus status of the accompaniment already open, null when none is
/// @param analysedLevel level retained by the analysis, when there is one
/// @param agreement the act as typed, or else as last recorded
/// @param sharing the same for information and non-opposition inside the care team
record Inclusion(
        boolean deceased,
        @Nullable String supportStatus,
        boolean needValidated,
        @Nullable Integer analysedLevel,
        @Nullable Theme theme,
        @Nullable Integer level,
        String reason,
        List<Check> criteria,
        @Nullable LocalDate firstLineOn,
        String firstLineBy,
        @Nullable Consent agreement,
        @Nullable Consent sharing,
        boolean hasCoordinator,
        boolean hasCommune,
        @Nullable LocalDate day,
        @Nullable LocalDate reviewOn,
        LocalDate today) {

    Inclusion {
        criteria = List.copyOf(criteria);
    }

    /// Level 0: followed from afar, without inclusion.
    boolean watch() {
        return level != null && level == 0;
    }

    /// Everything that stands in the way, in the order of the page; empty when nothing does. A
    /// watch is no support: it asks neither the need's validation nor an agreement, since one may
    /// watch over somebody who refuses.
    List<Obstacle> obstacles() {
        var found = new ArrayList<Obstacle>();
        if (deceased) found.add(new Obstacle.Deceased());
        if ("ACTIF".equals(supportStatus)) found.add(new Obstacle.AlreadySupported());
        if ("VEILLE".equals(supportStatus) && watch()) found.add(new Obstacle.AlreadyWatched());
        if (!watch() && !needValidated) found.add(new Obstacle.NeedNotValidated());
        if (theme == null) found.add(new Obstacle.ThemeMissing());
        if (level == null) found.add(new Obstacle.LevelMissing());
        if (level != null
                && analysedLevel != null
                && !level.equals(analysedLevel)
                && reason.isEmpty()) {
            found.add(new Obstacle.ReasonMissing(analysedLevel));
        }
        if (day == null) {
            found.add(new Obstacle.DayMissing());
        } else if (day.isAfter(today)) {
            found.add(new Obstacle.DayInFuture());
        }
        if (!hasCommune) found.add(new Obstacle.CommuneMissing());
        if (watch()) {
            if (reviewOn == null) found.add(new Obstacle.ReviewMissing());
            else if (!reviewOn.isAfter(today)) found.add(new Obstacle.ReviewPast());
            return List.copyOf(found);
        }
        if (!hasCoordinator) found.add(new Obstacle.CoordinatorMissing());
        criteria.stream()
                .filter(c -> c.required() && !c.met())
                .map(c -> new Obstacle.CriterionNotMet(c.label()))
                .forEach(found::add);
        if (theme != null
                && theme.firstLineAgreement()
                && (firstLineOn == null || firstLineBy.isEmpty())) {
            found.add(new Obstacle.FirstLineAgreementMissing(theme.label()));
        }
        if (firstLineOn != null && firstLineOn.isAfter(today))
            found.add(new Obstacle.FirstLineAgreementInFuture());
        found.addAll(agreementObstacles());
        if (sharing == null || sharing.state() == State.A_CONFIRMER)
            found.add(new Obstacle.SharingNotTold());
        return List.copyOf(found);
    }

    private List<Obstacle> agreementObstacles() {
        if (agreement == null) return List.of(new Obstacle.AgreementMissing());
        return switch (agreement.state()) {
            case DONNE -> List.of();
            case HORS_D_ETAT ->
                    agreement.reason() == null || agreement.reason().isBlank()
                            ? List.of(new Obstacle.AgreementWithoutReason())
                            : List.of();
            case A_CONFIRMER -> List.of(new Obstacle.AgreementToConfirm());
            case REFUSE, RETIRE, OPPOSITION, OPPOSITION_PARTIELLE ->
                    List.of(new Obstacle.AgreementRefused());
        };
    }

    /// A criterion of the structure, as found.
    record Check(java.util.UUID id, String label, boolean required, boolean met) {}

    /// What stands in the way.
    sealed interface Obstacle {
        record Deceased() implements Obstacle {}

        record AlreadySupported() implements Obstacle {}

        record AlreadyWatched() implements Obstacle {}

        record NeedNotValidated() implements Obstacle {}

        record ThemeMissing() implements Obstacle {}

        record LevelMissing() implements Obstacle {}

        record ReasonMissing(int analysed) implements Obstacle {}

        record DayMissing() implements Obstacle {}

        record DayInFuture() implements Obstacle {}

        record CommuneMissing() implements Obstacle {}

        record ReviewMissing() implements Obstacle {}

        record ReviewPast() implements Obstacle {}

        record CoordinatorMissing() implements Obstacle {}

        record CriterionNotMet(String label) implements Obstacle {}

        record FirstLineAgreementMissing(String theme) implements Obstacle {}

        record FirstLineAgreementInFuture() implements Obstacle {}

        record AgreementMissing() implements Obstacle {}

        record AgreementToConfirm() implements Obstacle {}

        record AgreementRefused() implements Obstacle {}

        record AgreementWithoutReason() implements Obstacle {}

        record SharingNotTold() implements Obstacle {}

        /// Whether nothing typed in the form itself can lift it: the button is grey whatever is
        /// typed.
        default boolean outsideTheForm() {
            return this instanceof Deceased
                    || this instanceof AlreadySupported
                    || this instanceof NeedNotValidated
                    || this instanceof CommuneMissing;
        }
    }
}
