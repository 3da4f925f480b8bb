package fr.maillage.demo.internal;

import fr.maillage.kernel.WorkingDays;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a file holds of its requests: the request, its analysis, its urgency, its hand-overs.
final class IntakePart extends LifePart {

    IntakePart(Life life) {
        super(life);
    }

    /// A request, as the secretary typed it. Returns its id.
    UUID request(
            Instant at,
            String quality,
            String name,
            @Nullable String function,
            @Nullable String rpps,
            List<String> motives,
            String ownWords,
            String urgency,
            String agreement,
            String mtNotice,
            String theme,
            String status,
            @Nullable Integer level,
            @Nullable Member assigned,
            @Nullable String awaiting,
            @Nullable String closedReason) {
        return request(
                at,
                quality,
                name,
                function,
                rpps,
                motives,
                ownWords,
                urgency,
                agreement,
                mtNotice,
                theme,
                status,
                level,
                assigned,
                awaiting,
                closedReason,
                null);
    }

    /// The same, oriented to somebody.
    UUID request(
            Instant at,
            String quality,
            String name,
            @Nullable String function,
            @Nullable String rpps,
            List<String> motives,
            String ownWords,
            String urgency,
            String agreement,
            String mtNotice,
            String theme,
            String status,
            @Nullable Integer level,
            @Nullable Member assigned,
            @Nullable String awaiting,
            @Nullable String closedReason,
            @Nullable String orientedTo) {
        var request = id(at);
        var day = at.atZone(Loader.PARIS).toLocalDate();
        var decided =
                status.equals("A_ANALYSER") || status.equals("EN_ATTENTE")
                        ? null
                        : at.plusSeconds(86_400L * (1 + random.nextInt(3)));
        if (decided != null && decided.isAfter(Life.at(today, 8, 30)))
            decided = at.plusSeconds(1_800);
        var secretary = structure.only("SECRETARY");
        copy.add(
                Into.REFERRAL,
                network,
                request,
                at,
                random.nextInt(4) == 0 ? "COURRIEL" : "TELEPHONE",
                id,
                quality,
                name,
                function,
                rpps,
                Names.landline(random),
                null,
                motives,
                ownWords,
                null,
                null,
                urgency,
                agreement,
                agreement.equals("PAS_INFORMEE") || agreement.equals("HORS_D_ETAT")
                        ? "À voir avec la personne à la première visite"
                        : null,
                mtNotice,
                theme,
                who.home().code(),
                status,
                closedReason,
                null,
                null,
                orientedTo,
                awaiting,
                level,
                level == null ? null : "SOUTENU",
                assigned == null ? null : assigned.id(),
                assigned == null ? null : at.plusSeconds(3_600),
                WorkingDays.FRANCE.plus(day, urgency.equals("URGENTE") ? 0 : 5),
                decided,
                decided == null ? null : coordinator.account(),
                decided,
                secretary.account(),
                secretary.name());
        line(at, "DEMANDE", "Demande reçue", name, "/demandes", false);
        return request;
    }

    /// The coordinator's analysis: lines of the grid that hold, and the level they give.
    void analysis(
            UUID request,
            Instant at,
            Grid.Found grid,
            int retained,
            @Nullable String why,
            String mtPart,
            @Nullable String mtWords) {
        copy.add(
                Into.ANALYSIS,
                network,
                request,
                Grid.medical(grid.codes()),
                Grid.social(grid.codes()),
                grid.codes(),
                "{}",
                "EN_COMPLEMENT",
                "Les intervenants en place ne suffisent pas à coordonner la situation.",
                mtPart,
                mtWords,
                grid.points(),
                grid.level(),
                grid.because(),
                retained,
                retained == grid.level() ? null : why == null ? "Décidé en réunion d’équipe" : why,
                retained == 3 ? "INTENSIF" : retained == 2 ? "SOUTENU" : "PONCTUEL",
                at.atZone(Loader.PARIS).toLocalDate(),
                mtPart.equals("AVEC_MT") && who.mt() != null ? who.mt().name() : coordinator.name(),
                coordinator.account(),
                coordinator.name(),
                at);
    }

    void handover(
            @Nullable UUID request,
            String kind,
            String name,
            String content,
            Instant sent,
            @Nullable Instant acknowledged) {
        copy.add(
                Into.HANDOVER,
                network,
                id(sent),
                request,
                id,
                kind,
                name,
                content,
                true,
                sent,
                coordinator.account(),
                coordinator.name(),
                null,
                acknowledged,
                acknowledged == null ? null : name,
                null);
        line(sent, "DEMANDE", "Relais envoyé à " + name, null, "/demandes", false);
    }

    void urgency(
            UUID request,
            Instant opened,
            String answer,
            String partner,
            Instant due24,
            @Nullable Instant done24,
            @Nullable String how24,
            Instant due48,
            @Nullable String relay48,
            @Nullable Instant done48,
            @Nullable String how48,
            @Nullable Instant ended,
            @Nullable Integer level) {
        copy.add(
                Into.URGENCY,
                network,
                request,
                id,
                opened,
                answer,
                partner,
                opened.plusSeconds(1_200),
                due24,
                null,
                done24,
                how24,
                null,
                due48,
                relay48,
                done48,
                how48,
                null,
                ended,
                level,
                ended == null ? null : "NIVEAU");
    }
}
