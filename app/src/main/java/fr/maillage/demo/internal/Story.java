package fr.maillage.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One of the stories that everyone meets, and what they have in common. Days are told from the day
/// the demonstration opens (Tuesday 2 June 2026).
abstract class Story {

    static final Set<Integer> ANY_DAY = Set.of();

    final Copy copy;
    final Evaluations evaluations;
    final Places places;
    final Professionals professionals;
    final List<Grid> grid;
    final Accounts accounts;
    final Structure platform;
    final Structure network;
    final Structure dac;
    final LocalDate today;
    final RandomGenerator random;

    Story(Stage stage) {
        this.copy = stage.copy();
        this.evaluations = stage.evaluations();
        this.places = stage.places();
        this.professionals = stage.professionals();
        this.grid = stage.grid();
        this.accounts = stage.accounts();
        this.platform = stage.platform();
        this.network = stage.network();
        this.dac = stage.dac();
        this.today = stage.today();
        this.random = stage.random();
    }

    /// Writes the file, or the files.
    abstract void write();

    UUID request(
            Life life,
            LocalDate on,
            String quality,
            String motive,
            String words,
            String theme,
            int level,
            String... grid) {
        var mt = life.who.mt();
        var doctor = quality.equals("MEDECIN_TRAITANT") ? mt : null;
        var fromDoctor = doctor != null;
        var name =
                doctor != null
                        ? doctor.name()
                        : switch (quality) {
                            case "HOPITAL" ->
                                    professionals.organization("HOPITAL", life.who.home(), random);
                            case "SOCIAL" -> "Assistante sociale du foyer";
                            case "PROCHE" -> "Famille";
                            case "INFIRMIER" -> near(life, "INFIRMIER").name();
                            default -> "Équipe médico-sociale";
                        };
        var at = life.at(on);
        var request =
                life.intake.request(
                        at,
                        quality,
                        name,
                        null,
                        doctor != null ? doctor.rpps() : null,
                        List.of(motive),
                        words,
                        "NORMALE",
                        "INFORMEE_ACCORD",
                        fromDoctor
                                ? "EST_L_ADRESSEUR"
                                : mt == null
                                        ? "SANS_MT"
                                        : life.who.mtTold() ? "PREVENU" : "OPPOSITION",
                        theme,
                        "ACCOMPAGNEMENT",
                        level,
                        life.coordinator,
                        null,
                        null);
        life.intake.analysis(
                request,
                at.plusSeconds(86_400),
                found(grid),
                level,
                "Décidé en réunion d’équipe",
                mt == null ? "SANS_MT" : life.who.mtTold() ? "AVEC_MT" : "OPPOSITION",
                null);
        return request;
    }

    Grid.Found found(String... codes) {
        var lines = grid.stream().filter(g -> List.of(codes).contains(g.code())).toList();
        int points = lines.stream().mapToInt(Grid::points).sum();
        int level =
                points < 3 ? 0 : points < 8 ? 1 : lines.stream().anyMatch(Grid::longTerm) ? 3 : 2;
        return new Grid.Found(
                lines.stream().map(Grid::code).sorted().toList(),
                points,
                level,
                lines.stream().map(Grid::label).toList());
    }

    Life life(Structure structure, String coordinator, int daysAgo, Life.Who who) {
        var member =
                structure.coordinators().stream()
                        .filter(m -> m.name().endsWith(coordinator))
                        .findFirst()
                        .orElseThrow();
        return new Life(copy, evaluations, structure, member, random, today, day(-daysAgo), who);
    }

    Life.Who who(
            String family,
            @Nullable String used,
            String given,
            String sex,
            int age,
            String commune,
            boolean alone,
            Practitioner mt) {
        return new Life.Who(
                family,
                used,
                given,
                sex,
                today.minusYears(age).minusDays(51),
                places.get(commune),
                alone,
                false,
                null,
                "DECLARE",
                mt,
                true,
                null,
                null,
                null);
    }

    void consents(Life life, LocalDate on, boolean outside) {
        life.consent("ACCOMPAGNEMENT", "DONNE", on, "ECRIT", "PERSONNE", null, null, null, null);
        life.consent("PARTAGE_EQUIPE", "DONNE", on, "ORAL", "PERSONNE", null, null, null, null);
        if (outside)
            life.consent(
                    "PARTAGE_HORS_EQUIPE",
                    "DONNE",
                    on,
                    "ECRIT",
                    "PERSONNE",
                    null,
                    "Aide à domicile et services sociaux",
                    null,
                    null);
    }

    static Life.Aim aim(
            Life life,
            String domain,
            String kind,
            String title,
            @Nullable String problem,
            @Nullable String indicator,
            @Nullable String target) {
        return new Life.Aim(
                life.stable(),
                domain,
                kind,
                title,
                problem,
                indicator,
                target,
                null,
                "EN_COURS",
                null);
    }

    Life.Act act(
            Life life,
            Life.Aim aim,
            String volet,
            String type,
            String title,
            Life.Actor actor,
            LocalDate starts,
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable Integer times,
            int window,
            int tolerance) {
        var ends = every == null || times != null ? null : starts.plusMonths(11);
        return new Life.Act(
                life.stable(),
                aim.id(),
                volet,
                type,
                title,
                actor,
                starts,
                ends,
                every,
                unit,
                times,
                ANY_DAY,
                window,
                tolerance);
    }

    static Life.Version version(
            UUID id,
            int number,
            @Nullable UUID previous,
            String status,
            String opinion,
            LocalDate written,
            LocalDate submitted,
            LocalDate inForce,
            String why,
            @Nullable String reason,
            LocalDate reassess) {
        return new Life.Version(
                id,
                number,
                previous,
                status,
                opinion,
                null,
                Life.at(written, 10, 0),
                Life.at(submitted, 15, 0),
                Life.at(inForce, 17, 30),
                why,
                reason,
                null,
                null,
                reassess);
    }

    Life.Actor doctorOf(Life life) {
        var mt = life.who.mt();
        return mt == null
                ? Life.Actor.NOBODY
                : new Life.Actor(null, mt.name(), mt.label(), "PROFESSIONNEL_DE_SANTE");
    }

    Life.Actor actor(String kind, Life life, LocalDate since) {
        return life.circle.service(
                professionals.organization(kind, life.who.home(), random),
                kind,
                kind.equals("CSAPA") ? "ETABLISSEMENT" : "MEDICO_SOCIAL",
                since,
                null);
    }

    Practitioner near(Life life, String kind) {
        return professionals.near(kind, life.who.home(), random);
    }

    Practitioner near(String kind, String commune) {
        return professionals.near(kind, places.get(commune), random);
    }

    /// Done in its window each time so far.
    Life.Outcome doneUntil(Life life) {
        return (due, _, late) -> due.isBefore(today) ? Life.Done.on(due) : Life.Done.WAITING;
    }

    LocalDate day(int fromToday) {
        return today.plusDays(fromToday);
    }
}
