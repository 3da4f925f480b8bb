package fr.maillage.demo.internal;

import fr.maillage.kernel.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The crowd: persons followed now, and persons whose accompaniment ended within the year, drawn
/// for one coordinator.
final class Lives {

    private static final Set<String> MET =
            Set.of(
                    "LEROY Odette",
                    "BAUDUIN Marcel",
                    "BENALI Samia",
                    "DELATTRE Yann",
                    "DIALLO Mariama",
                    "WIART Jean",
                    "CARON Léo",
                    "FLAMENT Nadège",
                    "VASSEUR Paul",
                    "VASSEUR Renée");

    private final Copy copy;
    private final Evaluations evaluations;
    private final Places places;
    private final Professionals professionals;
    private final CrowdPlans plans;
    private final List<Grid> grid;
    private final LocalDate today;
    private final LocalDate goLive;

    Lives(
            Copy copy,
            Evaluations evaluations,
            Places places,
            Professionals professionals,
            Accounts accounts,
            List<Grid> grid,
            LocalDate today) {
        this.copy = copy;
        this.evaluations = evaluations;
        this.places = places;
        this.professionals = professionals;
        this.grid = grid;
        this.today = today;
        this.goLive = today.minusYears(1);
        this.plans = new CrowdPlans(professionals, accounts, today, goLive);
    }

    /// Somebody followed (or watched) today.
    void followed(Structure structure, Member coordinator, RandomGenerator random) {
        var opened =
                random.nextInt(100) < 60
                        ? today.minusDays(366 + random.nextInt(800))
                        : today.minusDays(2 + random.nextInt(363));
        life(structure, coordinator, random, opened, null, null);
    }

    /// Somebody who left within the year.
    void left(Structure structure, Member coordinator, RandomGenerator random) {
        var closed = today.minusDays(1 + random.nextInt(362));
        var opened = closed.minusDays(25 + random.nextInt(random.nextInt(3) == 0 ? 160 : 700));
        var chance = random.nextInt(100);
        var reason =
                chance < 22
                        ? "DECES"
                        : chance < 45
                                ? "OBJECTIFS_ATTEINTS"
                                : chance < 62
                                        ? "RELAIS"
                                        : chance < 78
                                                ? "ENTREE_ETABLISSEMENT"
                                                : chance < 87
                                                        ? "SOUHAIT"
                                                        : chance < 93
                                                                ? "DEMENAGEMENT"
                                                                : "PERDUE_DE_VUE";
        life(structure, coordinator, random, opened, closed, reason);
    }

    /// A request that came to nothing yet, or to advice and orientation: no accompaniment.
    void asked(
            Structure structure,
            Member coordinator,
            RandomGenerator random,
            int daysAgo,
            String status,
            String urgency) {
        var theme = theme(structure, random);
        var pattern = Themes.of(theme);
        var who = who(pattern, coordinator, random, null);
        var day = today.minusDays(daysAgo);
        var life = new Life(copy, evaluations, structure, coordinator, random, today, day, who);
        var at = life.at(day);
        var mt = who.mt();
        var doctor = mt != null && random.nextInt(100) < 55 ? mt : null;
        var fromDoctor = doctor != null;
        var clic =
                status.equals("ORIENTEE")
                        ? professionals.organization("CLIC", who.home(), random)
                        : null;
        var request =
                life.intake.request(
                        at,
                        fromDoctor ? "MEDECIN_TRAITANT" : "PROCHE",
                        doctor != null ? doctor.name() : "Famille",
                        fromDoctor ? "Médecin généraliste" : null,
                        doctor != null ? doctor.rpps() : null,
                        pattern.motives(),
                        pattern.words(),
                        urgency,
                        random.nextInt(5) == 0 ? "A_CONFIRMER" : "INFORMEE_ACCORD",
                        notice(who, fromDoctor),
                        theme,
                        status,
                        null,
                        status.equals("A_ANALYSER") && random.nextInt(3) == 0 ? null : coordinator,
                        status.equals("EN_ATTENTE") ? "Compte rendu d’hospitalisation" : null,
                        status.equals("SANS_SUITE")
                                ? Names.pick(
                                        List.of("REFUS", "INJOIGNABLE", "BESOIN_COUVERT"), random)
                                : null,
                        clic);
        if (clic != null) {
            var sent = at.plusSeconds(86_400);
            life.intake.handover(
                    request,
                    "CLIC",
                    clic,
                    "Accueil, information et orientation.",
                    sent,
                    daysAgo > 8 ? sent.plusSeconds(86_400L * (1 + random.nextInt(5))) : null);
        }
    }

    private void life(
            Structure structure,
            Member coordinator,
            RandomGenerator random,
            LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable String exit) {
        var theme = theme(structure, random);
        var pattern = Themes.of(theme);
        var who = who(pattern, coordinator, random, "DECES".equals(exit) ? closed : null);
        int levelChance = random.nextInt(100);
        int level = levelChance < 20 ? 1 : levelChance < 58 ? 2 : 3;
        var watched = closed == null && random.nextInt(100) < 5;
        var received = opened.minusDays(2 + random.nextInt(10));
        var life =
                new Life(copy, evaluations, structure, coordinator, random, today, received, who);
        var mt = who.mt();

        var doctor = mt != null && random.nextInt(100) < 50 ? mt : null;
        var fromDoctor = doctor != null;
        var asked = life.at(received);
        var hospital = professionals.organization("HOPITAL", who.home(), random);
        var request =
                life.intake.request(
                        asked,
                        fromDoctor ? "MEDECIN_TRAITANT" : "HOPITAL",
                        doctor != null ? doctor.name() : hospital,
                        null,
                        doctor != null ? doctor.rpps() : null,
                        pattern.motives(),
                        pattern.words(),
                        random.nextInt(10) == 0 ? "RAPIDE" : "NORMALE",
                        "INFORMEE_ACCORD",
                        notice(who, fromDoctor),
                        theme,
                        "ACCOMPAGNEMENT",
                        level,
                        coordinator,
                        null,
                        null);
        life.intake.analysis(
                request,
                asked.plusSeconds(86_000),
                Grid.drawn(grid, level, random),
                level,
                null,
                mt == null ? "SANS_MT" : "AVEC_MT",
                null);
        life.file.include(
                request,
                theme,
                opened,
                watched ? 0 : level,
                closed != null ? "CLOS" : watched ? "VEILLE" : "ACTIF",
                null,
                null,
                closed,
                exit,
                "DECES".equals(exit) ? random.nextBoolean() ? "À domicile" : hospital : null);
        life.file.level(opened, watched ? 0 : level, "Analyse de la situation");
        life.consent(
                "ACCOMPAGNEMENT",
                "DONNE",
                opened,
                random.nextInt(3) == 0 ? "ECRIT" : "ORAL",
                "PERSONNE",
                null,
                null,
                null,
                null);
        life.consent("PARTAGE_EQUIPE", "DONNE", opened, "ORAL", "PERSONNE", null, null, null, null);
        if (random.nextInt(100) < 55) {
            life.consent(
                    "PARTAGE_HORS_EQUIPE",
                    "DONNE",
                    opened,
                    "ECRIT",
                    "PERSONNE",
                    null,
                    "Aide à domicile et services sociaux",
                    null,
                    null);
        }
        if (closed == null) life.rights.drawn(theme, opened);
        life.circle.doctor(opened, null);
        var relative = random.nextInt(100) < 82 ? relative(life, opened, random) : null;
        var end = closed == null ? today : closed;
        if (life.age() >= 60 && random.nextInt(100) < 70) {
            var on = earlier(opened.plusDays(6), end);
            var profile = Aggir.values()[Math.min(5, 1 + random.nextInt(5))];
            // AGGIR is for people of 60 and over, on the day
            if (!on.isBefore(who.born().plusYears(60))) life.assessment.aggir(on, profile);
        }
        if (theme.equals("DIABETOLOGIE") && level >= 2 && opened.isBefore(today.minusDays(70)))
            screened(life, closed, random.nextInt(100));
        for (var problem : pattern.problems()) {
            if (!watched)
                life.assessment.problem(
                        problem.label(),
                        problem.domain(),
                        random.nextBoolean() ? "MODEREE" : "SEVERE",
                        opened,
                        "Constaté à la première évaluation");
        }
        if (level >= 2 && !watched) plans.write(life, pattern, opened, closed, end, random);
        if (random.nextInt(100) < 24) stay(life, opened, end, hospital, random);
        CrowdContacts.write(life, opened, end, closed, relative, goLive, random);
        if (closed == null && random.nextInt(100) < 9) {
            life.followup.task(
                    random.nextInt(3) == 0 ? "RAPPEL" : "TACHE",
                    Names.pick(
                            List.of(
                                    "Envoyer le compte rendu de visite",
                                    "Relancer le dossier APA",
                                    "Demander le compte rendu d’hospitalisation",
                                    "Prévoir une visite avec l’infirmière",
                                    "Vérifier la livraison du lit médicalisé"),
                            random),
                    relative,
                    today.plusDays(random.nextInt(9) - 1),
                    null);
        }
        if (closed == null && random.nextInt(100) < 7) {
            int days = random.nextInt(12) - 3;
            var day = WorkingDays.FRANCE.onOrAfter(today.plusDays(days));
            life.followup.appointment(
                    random.nextInt(4) == 0 ? "TELEPHONE" : "VISITE",
                    Life.at(day, 9 + random.nextInt(8), 30 * random.nextInt(2)),
                    60,
                    "Visite de suivi",
                    day.isBefore(today) ? "HONORE" : null);
        }
    }

    /// One person in six had her eyes photographed; what was seen decides what follows.
    private void screened(Life life, @Nullable LocalDate closed, int chance) {
        if (chance >= 16 || closed != null) return;
        var on = today.minusDays(60 - chance * 2L);
        var sheet =
                "diabete.type=type2 diabete.insuline=%s diabete.equilibre=%s diabete.ophtalmo=false diabete.cadre=reseau oeil.presence=venue oeil.lecture=%s oeil.lecteur=Dr_Yves_CARLIER oeil.droit=%s oeil.gauche=rien pied.etat=non-fait cardio.tabac=arrete";
        switch (chance % 4) {
            case 0 ->
                    life.assessment.screening(
                            on,
                            sheet.formatted(true, false, on, "suspicion"),
                            "RENDEZ_VOUS",
                            "Rendez-vous d’ophtalmologie à obtenir sans attendre",
                            chance == 0 ? on.plusDays(7) : today.plusDays(3),
                            chance == 0 ? 1 : 0,
                            chance > 7 ? on.plusDays(6) : null);
            case 1 ->
                    life.assessment.screening(
                            on,
                            sheet.formatted(true, false, on, "illisible"),
                            "RAPPEL",
                            "Dépistage\u00a0: rappeler la personne",
                            on.plusMonths(3),
                            0,
                            null);
            default ->
                    life.assessment.screening(
                            on,
                            sheet.formatted(false, true, on, "rien"),
                            "RAPPEL",
                            "Dépistage\u00a0: rappeler la personne",
                            on.plusMonths(24),
                            0,
                            null);
        }
    }

    private void stay(
            Life life, LocalDate opened, LocalDate end, String hospital, RandomGenerator random) {
        var from = opened.isBefore(goLive) ? goLive : opened;
        int span = (int) (end.toEpochDay() - from.toEpochDay()) - 25;
        if (span < 5) return;
        var admitted = from.plusDays(random.nextInt(span));
        life.file.stay(
                admitted,
                admitted.plusDays(3 + random.nextInt(15)),
                random.nextInt(3) == 0,
                hospital,
                "Décompensation");
    }

    private String relative(Life life, LocalDate since, RandomGenerator random) {
        var relation =
                life.age() < 18
                        ? "mère"
                        : Names.pick(
                                List.of("fille", "fils", "conjointe", "conjoint", "sœur", "nièce"),
                                random);
        var name =
                Names.given(
                                relation.equals("fils") || relation.equals("conjoint") ? "M" : "F",
                                Math.max(25, life.age() - 28),
                                random)
                        + " "
                        + life.who.family();
        life.circle.relative(
                name,
                relation,
                "AIDANT_PRINCIPAL",
                life.age() < 18 ? "AUTORITE_PARENTALE" : null,
                since,
                null);
        return name;
    }

    /// The first of two days.
    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String notice(Life.Who who, boolean fromDoctor) {
        return fromDoctor ? "EST_L_ADRESSEUR" : who.mt() == null ? "SANS_MT" : "PREVENU";
    }

    private static String theme(Structure structure, RandomGenerator random) {
        int at =
                random.nextInt(
                        structure.themes().values().stream().mapToInt(Integer::intValue).sum());
        for (var theme : structure.themes().entrySet()) {
            at -= theme.getValue();
            if (at < 0) return theme.getKey();
        }
        throw new IllegalStateException("shares do not add up");
    }

    private Life.Who who(
            Themes.Pattern pattern,
            Member coordinator,
            RandomGenerator random,
            @Nullable LocalDate died) {
        var sex = random.nextInt(100) < pattern.women() ? "F" : "M";
        int age = pattern.youngest() + random.nextInt(pattern.oldest() - pattern.youngest() + 1);
        var home = places.draw(coordinator.zones(), random);
        int doctor = random.nextInt(100);
        var state =
                doctor < 87
                        ? "DECLARE"
                        : doctor < 91
                                ? "A_DECLARER"
                                : doctor < 98 ? "A_RECHERCHER" : "NE_PARTICIPE_PAS";
        var mt =
                state.equals("DECLARE")
                        ? professionals.near("MEDECIN_GENERALISTE", home, random)
                        : null;
        var family = Names.family(random);
        var married = sex.equals("F") && age > 30 && random.nextInt(100) < 70;
        var used = married ? Names.family(random) : null;
        var given = Names.given(sex, age, random);
        // the people everyone meets have no namesake
        if (MET.contains((used == null ? family : used) + " " + given))
            given = sex.equals("F") ? "Bernadette" : "Gilbert";
        return new Life.Who(
                family,
                used,
                given,
                sex,
                today.minusYears(age).minusDays(random.nextInt(365)),
                home,
                random.nextInt(100) < 42,
                random.nextInt(100) < 20,
                null,
                state,
                mt,
                true,
                null,
                died,
                null);
    }
}
