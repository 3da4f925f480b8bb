package fr.maillage.demo.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.network.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The crowd: persons followed now, and persons whose accompaniment ended within the year, drawn
/// for one coordinator.
final class Lives {

    private final Copy copy;
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

    private final Evaluations evaluations;
    private final Places places;
    private final Professionals professionals;
    private final Accounts accounts;
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
        this.accounts = accounts;
        this.grid = grid;
        this.today = today;
        this.goLive = today.minusYears(1);
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
        if (level >= 2 && !watched) plans(life, pattern, opened, closed, end, random);
        if (random.nextInt(100) < 24) stay(life, opened, end, hospital, random);
        contacts(life, opened, end, closed, relative, random);
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
            var day = fr.maillage.kernel.WorkingDays.FRANCE.onOrAfter(today.plusDays(days));
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

    private void plans(
            Life life,
            Themes.Pattern pattern,
            LocalDate opened,
            @Nullable LocalDate closed,
            LocalDate end,
            RandomGenerator random) {
        var actors = new java.util.HashMap<String, Life.Actor>();
        var aims = new ArrayList<Life.Aim>();
        for (int i = 0; i < pattern.goals().size(); i++) {
            var g = pattern.goals().get(i);
            aims.add(
                    new Life.Aim(
                            life.stable(),
                            g.domain(),
                            g.kind(),
                            g.title(),
                            g.problem(),
                            g.indicator(),
                            g.target(),
                            null,
                            "EN_COURS",
                            null));
        }
        var ids = pattern.acts().stream().map(_ -> life.stable()).toList();
        var orphan = random.nextInt(100) < 2 ? random.nextInt(pattern.acts().size()) : -1;
        var words = words(life, pattern);

        var mt = life.who.mt();
        UUID previous = null;
        LocalDate replacing = null; // the day the version before is replaced
        for (int number = 1; ; number++) {
            var silent = mt != null && random.nextInt(100) < 11;
            int wait = mt == null ? 0 : silent ? 16 + random.nextInt(6) : 2 + random.nextInt(9);
            var inForce =
                    replacing == null ? opened.plusDays(8 + random.nextInt(12) + wait) : replacing;
            var submitted = inForce.minusDays(wait);
            var written = submitted.minusDays(2);
            var id = life.stable();
            if (inForce.isAfter(end)) {
                if (closed == null && !written.isAfter(end))
                    waiting(
                            life,
                            id,
                            number,
                            null,
                            written,
                            submitted.isAfter(end) ? null : submitted,
                            words,
                            aims,
                            acts(life, pattern, aims, ids, inForce, actors, orphan, random));
                return;
            }
            var until = inForce.plusDays(300 + random.nextInt(random.nextInt(14) == 0 ? 90 : 45));
            var last = !until.isBefore(end);
            if (last) until = closed;
            var amended = random.nextInt(100) < 12;
            // most doctors who were silent answered in the end, once the plan ran
            var answered =
                    silent && random.nextInt(100) < 70 && !inForce.plusDays(25).isAfter(end)
                            ? inForce.plusDays(6 + random.nextInt(18))
                            : null;
            var opinion =
                    mt == null
                            ? "SANS_OBJET"
                            : answered != null
                                    ? "VALIDE"
                                    : silent
                                            ? "ATTENDU"
                                            : amended ? "VALIDE_APRES_AMENDEMENT" : "VALIDE";
            var acts = acts(life, pattern, aims, ids, inForce, actors, orphan, random);
            life.careplan.plan(
                    new Life.Version(
                            id,
                            number,
                            previous,
                            !last ? "REMPLACE" : closed == null ? "EN_VIGUEUR" : "CLOS",
                            opinion,
                            number == 1 ? null : "Réévaluation annuelle",
                            life.at(written),
                            life.at(submitted),
                            life.at(inForce),
                            mt == null ? "SANS_MT" : silent ? "SILENCE" : "AVIS",
                            silent
                                    ? "Sans réponse après deux relances ; la situation ne peut attendre."
                                    : null,
                            last || until == null ? null : life.at(until),
                            last && closed != null ? life.at(closed) : null,
                            inForce.plusMonths(12).minusDays(random.nextInt(8))),
                    words,
                    last
                            ? aims
                            : life.careplan.withResults(
                                    aims, "EN_PARTIE", "Repris dans la version suivante"),
                    acts,
                    null);
            alertsOfThePlan(
                    life,
                    id,
                    number,
                    submitted,
                    inForce,
                    silent,
                    answered,
                    last ? null : until,
                    inForce.plusMonths(12),
                    end,
                    random);
            if (silent && mt != null && !submitted.plusDays(3).isAfter(end))
                life.careplan.received(id, submitted.plusDays(3), "TELEPHONE", null);
            if (answered != null) life.careplan.opinion(id, "VALIDE", answered, "COURRIER", null);
            if (mt != null && !silent) {
                life.careplan.opinion(
                        id,
                        opinion,
                        inForce,
                        Names.pick(List.of("TELEPHONE", "COURRIER", "REUNION"), random),
                        amended ? "Ajouter un passage infirmier." : null);
            }
            if (random.nextInt(100) < 70 && !inForce.plusDays(5).isAfter(end))
                life.careplan.handedOver(id, inForce.plusDays(5), false);
            // months before the go-live were typed in from paper: no occurrence then
            var from = inForce.isBefore(goLive) ? goLive : inForce;
            var to = until == null ? inForce.plusMonths(13) : until.minusDays(1);
            for (var act : acts)
                life.followup.occurrences(id, act, from, to, life.followup.usual());
            if (last) {
                if (closed == null
                        && inForce.isBefore(end.minusDays(290))
                        && random.nextInt(3) > 0) {
                    var draft = end.minusDays(1 + random.nextInt(12));
                    waiting(
                            life,
                            life.stable(),
                            number + 1,
                            id,
                            draft,
                            random.nextBoolean() ? draft : null,
                            words,
                            aims,
                            acts(
                                    life,
                                    pattern,
                                    aims,
                                    ids,
                                    end.plusDays(3),
                                    actors,
                                    orphan,
                                    random));
                }
                return;
            }
            previous = id;
            replacing = until;
        }
    }

    /// What the silence of a doctor and a reassessment to come had raised, and how it ended.
    private void alertsOfThePlan(
            Life life,
            UUID plan,
            int number,
            LocalDate submitted,
            LocalDate inForce,
            boolean silent,
            @Nullable LocalDate answered,
            @Nullable LocalDate replaced,
            LocalDate reassess,
            LocalDate end,
            RandomGenerator random) {
        var silence = submitted.plusDays(Setting.SILENCE_DAYS.byDefault());
        if (silent && !silence.isBefore(goLive)) {
            var title = "Avis du médecin traitant attendu sur le PPS v" + number;
            var reminded = silence.plusDays(random.nextInt(3));
            if (!reminded.isAfter(end) && random.nextInt(3) > 0)
                life.followup.closedAlert(
                        AlertRule.MT_SILENCIEUX,
                        plan,
                        title,
                        Life.at(silence, 3, 10),
                        silence,
                        life.at(reminded),
                        "RELANCE",
                        reminded.plusDays(7),
                        null);
            else reminded = silence.minusDays(7);
            // who never answers is not asked for ever: the plan runs, and the alert was closed
            var given = silence.plusDays(24);
            if (answered == null && given.plusDays(20).isBefore(end))
                life.followup.closedAlert(
                        AlertRule.MT_SILENCIEUX,
                        plan,
                        title,
                        Life.at(reminded.plusDays(7), 3, 10),
                        silence,
                        life.at(given),
                        "MT_PREVENU",
                        null,
                        null);
            if (answered != null && answered.isAfter(reminded.plusDays(7)))
                life.followup.closedAlert(
                        AlertRule.MT_SILENCIEUX,
                        plan,
                        title,
                        Life.at(reminded.plusDays(7), 3, 10),
                        silence,
                        life.at(answered),
                        "CAUSE_DISPARUE",
                        null,
                        null);
        }
        var announced = reassess.minusDays(Setting.REASSESS_NOTICE_DAYS.byDefault());
        if (replaced != null && !announced.isBefore(goLive) && replaced.isAfter(announced))
            life.followup.closedAlert(
                    AlertRule.REEVALUATION,
                    plan,
                    "PPS v" + number + " à réévaluer",
                    Life.at(announced, 3, 10),
                    reassess,
                    life.at(replaced),
                    random.nextInt(3) == 0 ? "CAUSE_DISPARUE" : "PLAN_ADAPTE",
                    null,
                    null);
    }

    /// A version being written, or waiting for the doctor's opinion.
    private void waiting(
            Life life,
            UUID id,
            int number,
            @Nullable UUID previous,
            LocalDate written,
            @Nullable LocalDate submitted,
            Life.Words words,
            List<Life.Aim> aims,
            List<Life.Act> acts) {
        life.careplan.plan(
                new Life.Version(
                        id,
                        number,
                        previous,
                        submitted == null ? "BROUILLON" : "SOUMIS",
                        "ATTENDU",
                        number == 1 ? null : "Réévaluation annuelle",
                        life.at(written),
                        submitted == null ? null : life.at(submitted),
                        null,
                        null,
                        null,
                        null,
                        null,
                        today.plusMonths(11)),
                words,
                aims,
                acts,
                null);
        // one doctor in two said that the plan came; the others are called
        if (submitted != null
                && life.who.mt() != null
                && number % 2 == 0
                && !submitted.plusDays(4).isAfter(today))
            life.careplan.received(id, submitted.plusDays(4), "MSSANTE", null);
        // what changed since her last visit is worth showing on the page of her opinion
        if (submitted != null && previous != null && accounts.drMorel.equals(life.who.mt()))
            accounts.drMorelReads(life, life.at(submitted.minusDays(40), 19, 5), "PPS");
    }

    private List<Life.Act> acts(
            Life life,
            Themes.Pattern pattern,
            List<Life.Aim> aims,
            List<UUID> ids,
            LocalDate from,
            Map<String, Life.Actor> actors,
            int orphan,
            RandomGenerator random) {
        var acts = new ArrayList<Life.Act>();
        for (int i = 0; i < pattern.acts().size(); i++) {
            var p = pattern.acts().get(i);
            var starts = from.plusDays(p.after());
            var actor =
                    i == orphan
                            ? Life.Actor.NOBODY
                            : actors.computeIfAbsent(
                                    p.actor(),
                                    kind -> actor(life, kind, earlier(from, today), random));
            acts.add(
                    new Life.Act(
                            ids.get(i),
                            aims.get(p.goal()).id(),
                            p.volet(),
                            p.type(),
                            p.title(),
                            actor,
                            starts,
                            p.every() == null || p.times() != null ? null : from.plusMonths(12),
                            p.every(),
                            p.unit(),
                            p.times(),
                            p.weekdays(),
                            p.window(),
                            p.tolerance()));
        }
        return acts;
    }

    private Life.Actor actor(Life life, String kind, LocalDate since, RandomGenerator random) {
        var home = life.who.home();
        return switch (kind) {
            case "SAD", "SSIAD", "CCAS", "HAD", "CSAPA" ->
                    life.circle.service(
                            professionals.organization(kind, home, random),
                            switch (kind) {
                                case "SAD" -> "Service autonomie à domicile";
                                case "SSIAD" -> "Service de soins infirmiers à domicile";
                                case "CCAS" -> "Centre communal d’action sociale";
                                case "HAD" -> "Hospitalisation à domicile";
                                default -> "CSAPA";
                            },
                            kind.equals("HAD") || kind.equals("CSAPA")
                                    ? "ETABLISSEMENT"
                                    : "MEDICO_SOCIAL",
                            since,
                            null);
            case "MEDECIN_GENERALISTE" ->
                    life.who.mt() != null
                            ? new Life.Actor(
                                    null,
                                    life.who.mt().name(),
                                    life.who.mt().label(),
                                    "PROFESSIONNEL_DE_SANTE")
                            : life.circle.professional(
                                    professionals.near(kind, home, random),
                                    "INTERVENANT",
                                    false,
                                    since,
                                    null);
            case "INFIRMIER",
                    "MASSEUR_KINE",
                    "ORTHOPHONISTE",
                    "PSYCHOLOGUE",
                    "DIETETICIEN",
                    "SAGE_FEMME",
                    "ERGOTHERAPEUTE" ->
                    life.circle.professional(
                            professionals.near(kind, home, random),
                            "INTERVENANT",
                            kind.equals("INFIRMIER"),
                            since,
                            null);
            default ->
                    life.circle.professional(
                            professionals.specialist(kind, home, random),
                            "INTERVENANT",
                            false,
                            since,
                            null);
        };
    }

    private static Life.Words words(Life life, Themes.Pattern pattern) {
        return new Life.Words(
                pattern.pathologies().getFirst() + " : équilibre fragile.",
                pattern.words(),
                "La famille demande à être prévenue.",
                pattern.project(),
                "Droits à vérifier avec le service social.",
                "Plusieurs pathologies intriquées.",
                life.who.vulnerable() ? "Ressources insuffisantes." : null,
                null,
                life.age() > 75 ? "Perte d’autonomie progressive." : null,
                null,
                null,
                pattern.pathologies());
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

    private void contacts(
            Life life,
            LocalDate opened,
            LocalDate end,
            @Nullable LocalDate closed,
            @Nullable String relative,
            RandomGenerator random) {
        // nearly everybody was heard of lately; three in a hundred were not
        int ago =
                closed != null
                        ? 1 + random.nextInt(10)
                        : random.nextInt(100) < 3 ? 62 + random.nextInt(30) : random.nextInt(38);
        var day = end.minusDays(ago);
        var oldest = opened.isBefore(goLive) ? goLive : opened;
        while (!day.isBefore(oldest)) {
            var worked =
                    fr.maillage.kernel.WorkingDays.FRANCE.isWorkingDay(day)
                            ? day
                            : fr.maillage.kernel.WorkingDays.FRANCE.previous(day);
            if (worked.isBefore(opened)) return;
            var mt = life.who.mt();
            int kind = random.nextInt(10);
            var at = life.at(worked);
            if (kind < 2) {
                life.followup.contact(
                        at,
                        "VISITE",
                        false,
                        life.who.called(),
                        "Personne",
                        "JOINT",
                        "Visite à domicile",
                        "Va plutôt bien, plan expliqué.",
                        null,
                        false);
            } else if (kind < 5 && relative != null) {
                life.followup.contact(
                        at,
                        "TELEPHONE",
                        true,
                        relative,
                        "Proche",
                        "JOINT",
                        "Appel de la famille",
                        "Demande des nouvelles de la prise en charge.",
                        null,
                        false);
            } else if (kind < 7 && mt != null) {
                life.followup.contact(
                        at,
                        "TELEPHONE",
                        false,
                        mt.name(),
                        "Médecin traitant",
                        random.nextInt(4) == 0 ? "MESSAGE" : "JOINT",
                        "Point avec le médecin traitant",
                        null,
                        "Poursuite du plan",
                        false);
            } else {
                life.followup.contact(
                        at,
                        "TELEPHONE",
                        false,
                        life.who.called(),
                        "Personne",
                        random.nextInt(6) == 0 ? "PAS_DE_REPONSE" : "JOINT",
                        "Appel de suivi",
                        null,
                        null,
                        false);
            }
            day = day.minusDays(22 + random.nextInt(40));
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
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
