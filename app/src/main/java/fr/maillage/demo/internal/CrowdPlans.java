package fr.maillage.demo.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.network.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Plans of the crowd: their versions through the year, who does what, what their alerts became.
final class CrowdPlans {

    private final Professionals professionals;
    private final Accounts accounts;
    private final LocalDate today;
    private final LocalDate goLive;

    CrowdPlans(Professionals professionals, Accounts accounts, LocalDate today, LocalDate goLive) {
        this.professionals = professionals;
        this.accounts = accounts;
        this.today = today;
        this.goLive = goLive;
    }

    /// The versions of a plan from the inclusion to the end, with what their alerts and opinions
    /// left.
    void write(
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
                // Dr Morel always has a plan to answer: a newcomer is sent to her page
                var hers = accounts.drMorel.equals(mt);
                var chance =
                        hers ? new SplittableRandom(life.id.getLeastSignificantBits()) : random;
                if (closed == null
                        && (hers
                                ? inForce.isBefore(end.minusDays(240))
                                : inForce.isBefore(end.minusDays(290)) && random.nextInt(3) > 0)) {
                    var draft = end.minusDays(1 + chance.nextInt(12));
                    waiting(
                            life,
                            life.stable(),
                            number + 1,
                            id,
                            draft,
                            (hers || random.nextBoolean()) && mt != null ? draft : null,
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
                                    chance));
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
                                    kind -> actor(life, kind, Lives.earlier(from, today), random));
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
}
