package fr.maillage.demo.internal;

import fr.maillage.access.Role;
import fr.maillage.kernel.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
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
                watched ? today.plusDays(20 + random.nextInt(60)) : null,
                pausedFrom,
                null,
                pausedFrom == null ? null : "HOSPITALISATION",
                closedOn,
                exit,
                exitDetail);
        if (crisis != null) crisis(on, null, crisis, null, null, null, null, null);
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
                    "Sortie : " + DemoText.exit(exit),
                    exitDetail,
                    "/sortie",
                    false);
        }
        return made;
    }

    /// A version of the crisis plan; the latest is in force.
    void crisis(
            LocalDate on,
            @Nullable String callFirst,
            @Nullable String actions,
            @Nullable String medical,
            @Nullable String directives,
            @Nullable String allergies,
            @Nullable String treatments,
            @Nullable String habits) {
        var at = Life.at(on, 11, 30);
        copy.add(
                Into.CRISIS_PLAN,
                network,
                id(at),
                id,
                callFirst,
                actions,
                medical,
                directives == null ? "INCONNU" : "OUI",
                directives,
                directives == null ? null : on,
                allergies,
                allergies == null ? null : on,
                allergies == null ? null : "le médecin traitant",
                treatments,
                treatments == null ? null : on,
                treatments == null ? null : "l’ordonnance montrée à la visite",
                habits,
                coordinator.name(),
                at);
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

    UUID stay(
            LocalDate admitted,
            @Nullable LocalDate discharged,
            boolean planned,
            String hospital,
            String reason) {
        var made = id(at(admitted));
        copy.add(
                Into.STAY,
                network,
                made,
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
        return made;
    }

    /// A day on which the hospital expected the discharge.
    void expected(UUID stay, LocalDate noted, LocalDate day, @Nullable String why) {
        var at = Life.at(noted, 15, 20);
        copy.add(Into.STAY_EXPECTED, network, id(at), stay, day, why, coordinator.name(), at);
    }

    /// A line of the list of a stay; `done` null while it is still to do.
    ///
    /// @param moment ENTREE, AVANT_RETOUR or RETOUR
    void returning(
            UUID stay,
            int rank,
            String label,
            String moment,
            @Nullable String who,
            @Nullable LocalDate due,
            @Nullable LocalDate done) {
        copy.add(
                Into.RETURN_LINE,
                network,
                id(at(today.minusDays(1))),
                stay,
                rank,
                label,
                moment.equals("ENTREE"),
                moment.equals("AVANT_RETOUR"),
                who,
                due,
                done == null ? "A_FAIRE" : "FAIT",
                done,
                done == null ? null : coordinator.name());
    }

    /// A concern of abuse or neglect, which leaves neither a line of life nor a visible trace:
    /// written by the coordinator, read by those of `readers` besides the rule, then what followed.
    void concern(
            LocalDate on,
            String nature,
            String facts,
            String impressions,
            String concerned,
            String since,
            String decided,
            LocalDate review,
            List<Member> readers,
            List<After> after) {
        var chance = new SplittableRandom(id.getLeastSignificantBits());
        var written = Life.at(on, 17, 10);
        var made = Ids.at(written, chance);
        var sent = after.stream().anyMatch(a -> a.addressee() != null);
        copy.add(
                Into.CONCERN,
                network,
                made,
                id,
                nature,
                facts,
                impressions,
                concerned,
                since,
                after.stream()
                        .filter(a -> a.kind().equals("DECISION"))
                        .map(After::words)
                        .reduce(decided, (_, last) -> last),
                review,
                sent ? "TRANSMISE" : "OUVERTE",
                readers.stream().map(Member::account).toList(),
                coordinator.account(),
                coordinator.name(),
                written,
                after.size());
        concernStep(made, chance, written, new After("ECRITE", on, null, decided, null));
        for (var one : after) concernStep(made, chance, Life.at(one.on(), 11, 40), one);
        hidden(chance, written, coordinator, "CREATE", made);
        var head = structure.only("HEAD");
        hidden(chance, Life.at(on.plusDays(1), 9, 5), head, "READ", made);
        for (var reader : readers)
            hidden(chance, Life.at(on.plusDays(2), 8, 50), reader, "READ", made);
    }

    /// What followed a concern.
    ///
    /// @param kind COMPLETEE, TRANSMISE or DECISION
    record After(
            String kind,
            LocalDate on,
            @Nullable String addressee,
            String words,
            @Nullable LocalDate review) {}

    private void concernStep(UUID concern, SplittableRandom chance, Instant at, After step) {
        copy.add(
                Into.CONCERN_STEP,
                network,
                Ids.at(at, chance),
                concern,
                step.kind(),
                step.on(),
                step.addressee(),
                step.words(),
                null,
                step.review(),
                coordinator.name(),
                at);
    }

    private void hidden(
            SplittableRandom chance, Instant at, Member who, String action, UUID object) {
        copy.add(
                Into.TRAIL,
                network,
                Ids.at(at, chance),
                at,
                who.account(),
                who.name() + " (" + Role.valueOf(who.function()).label() + ")",
                action,
                "PREOCCUPATION",
                id,
                object,
                true);
    }
}
