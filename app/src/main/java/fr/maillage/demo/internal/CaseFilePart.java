package fr.maillage.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The accompaniment of a file: its opening and end, its levels, its stays in hospital.
final class CaseFilePart extends LifePart {

    CaseFilePart(Life life) {
        super(life);
    }

    /// Opens the accompaniment. `closed` gives its end.
    UUID include(
            @Nullable UUID request,
            String theme,
            LocalDate on,
            int level,
            String status,
            @Nullable String crisis,
            @Nullable LocalDate pausedFrom,
            @Nullable LocalDate closedOn,
            @Nullable String exit,
            @Nullable String exitDetail) {
        var opened = at(on);
        var made = id(opened);
        life.support = made;
        life.level = level;
        var watched = status.equals("VEILLE");
        copy.add(
                Into.SUPPORT,
                network,
                made,
                id,
                request,
                theme,
                List.of(),
                status,
                on,
                watched && level == 0 ? null : on,
                level,
                level == 3 ? "INTENSIF" : level == 1 ? "PONCTUEL" : "SOUTENU",
                coordinator.id(),
                structure.poles().getOrDefault(theme, coordinator.unit()),
                who.home().code(),
                theme.equals("SOINS_PALLIATIFS") ? on : null,
                theme.equals("SOINS_PALLIATIFS") ? "Médecin traitant et infirmier" : null,
                crisis,
                null,
                watched ? today.plusDays(20 + random.nextInt(60)) : null,
                pausedFrom,
                null,
                pausedFrom == null ? null : "HOSPITALISATION",
                closedOn,
                exit,
                exitDetail);
        line(
                opened,
                "INCLUSION",
                watched ? "Mise en veille" : "Inclusion",
                null,
                "/inclusion",
                false);
        if (closedOn != null) {
            line(
                    at(closedOn),
                    "SORTIE",
                    "Sortie : " + Themes.exitLabel(exit),
                    exitDetail,
                    "/sortie",
                    false);
        }
        return made;
    }

    void level(LocalDate since, int level, String reason) {
        var at = at(since);
        copy.add(
                Into.LEVEL_CHANGE,
                network,
                id(at),
                life.support,
                id,
                level,
                since,
                reason,
                coordinator.name());
        line(at, "NIVEAU", "Niveau " + level, reason, "/niveau", false);
    }

    void step(int level, int step, LocalDate on) {
        copy.add(Into.LEVEL_STEP, network, life.support, level, step, on, null, coordinator.name());
    }

    void stay(
            LocalDate admitted,
            @Nullable LocalDate discharged,
            boolean planned,
            String hospital,
            String reason) {
        copy.add(
                Into.STAY,
                network,
                id(at(admitted)),
                id,
                planned ? "PROGRAMME" : "NON_PROGRAMME",
                hospital,
                reason,
                admitted,
                discharged == null ? today.plusDays(6) : null,
                discharged,
                null);
        line(
                at(admitted),
                "SEJOUR",
                planned
                        ? "Hospitalisation programmée"
                        : "Hospitalisation non programmée, via les urgences",
                hospital,
                "/sejours",
                false);
        if (discharged != null)
            line(at(discharged), "SEJOUR", "Retour à domicile", hospital, "/sejours", false);
    }
}
