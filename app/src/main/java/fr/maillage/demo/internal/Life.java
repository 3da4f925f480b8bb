package fr.maillage.demo.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.InsOid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The file of one invented person, as it is written: each method is one act a screen could have
/// recorded, with the lines the application would have left beside it.
final class Life {

    static final List<String> EVERY_PART =
            List.of("SOINS", "MEDICAL", "PSYCHOLOGIQUE", "SOCIAL", "EDUCATION", "AIDE", "TACHES");

    /// Who the person is.
    ///
    /// @param mtState DECLARE, A_DECLARER, A_RECHERCHER or NE_PARTICIPE_PAS
    record Who(
            String family,
            @Nullable String used,
            String given,
            String sex,
            LocalDate born,
            Commune home,
            boolean alone,
            boolean vulnerable,
            @Nullable String language,
            String mtState,
            @Nullable Practitioner mt,
            boolean mtTold,
            @Nullable String mtOpposition,
            @Nullable LocalDate died,
            @Nullable String notes) {}

    /// Somebody of the circle, as plans name them.
    record Actor(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String profession,
            @Nullable String group) {
        static final Actor NOBODY = new Actor(null, null, null, null);
    }

    /// A goal of a plan.
    record Aim(
            UUID id,
            String domain,
            String kind,
            String title,
            @Nullable String problem,
            @Nullable String indicator,
            @Nullable String target,
            @Nullable LocalDate due,
            String result,
            @Nullable String why) {}

    /// A planned intervention.
    record Act(
            UUID id,
            @Nullable UUID goal,
            String volet,
            String type,
            String title,
            Actor actor,
            LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable Integer times,
            Set<Integer> weekdays,
            int window,
            int tolerance) {
        Recurrence recurrence() {
            return new Recurrence(starts, ends, every, unit, times, weekdays);
        }
    }

    /// A version of a plan: its two axes and their dates.
    record Version(
            UUID id,
            int number,
            @Nullable UUID previous,
            String status,
            String opinion,
            @Nullable String changeReason,
            Instant created,
            @Nullable Instant submitted,
            @Nullable Instant inForce,
            @Nullable String inForceWhy,
            @Nullable String inForceReason,
            @Nullable Instant replaced,
            @Nullable Instant closed,
            @Nullable LocalDate reassess) {}

    /// What a plan says in words.
    record Words(
            String mtProblems,
            String person,
            @Nullable String relatives,
            String project,
            @Nullable String social,
            @Nullable String medicalContext,
            @Nullable String socialContext,
            @Nullable String psychologicalContext,
            @Nullable String autonomyContext,
            @Nullable String crisis,
            @Nullable String education,
            List<String> pathologies) {}

    final UUID id;
    final UUID network;
    final RandomGenerator random;
    final Member coordinator;
    private final Copy copy;
    private final LocalDate today;
    private final Structure structure;
    private final Instant created;
    private final List<Around> circle = new ArrayList<>();
    Who who;

    @Nullable UUID support;

    Life(
            Copy copy,
            Structure structure,
            Member coordinator,
            RandomGenerator random,
            LocalDate today,
            LocalDate since,
            Who who) {
        this.copy = copy;
        this.structure = structure;
        this.network = structure.id();
        this.coordinator = coordinator;
        this.random = random;
        this.today = today;
        this.created = at(since, 9, 0);
        this.who = who;
        this.id = Ids.at(created, random);
        person();
    }

    /// A time of a day, in Paris.
    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(Loader.PARIS).toInstant();
    }

    /// Some time of a working day.
    Instant at(LocalDate day) {
        var moment = at(day, 9 + random.nextInt(8), random.nextInt(12) * 5);
        // nothing of the file is later than the opening of the demonstration, at 8:30
        return day.isBefore(today) ? moment : at(day, 8, random.nextInt(30));
    }

    UUID id(Instant at) {
        return Ids.at(at, random);
    }

    private void person() {
        var qualified = random.nextInt(100) < 72;
        var mt = who.mt();
        copy.add(
                Into.PATIENT,
                network,
                id,
                who.family(),
                who.used(),
                who.given(),
                who.sex(),
                who.born(),
                who.home().name(),
                qualified ? ins() : null,
                qualified ? InsOid.NIR_TEST.oid() : null,
                qualified ? "QUALIFIEE" : "PROVISOIRE",
                Names.landline(random),
                random.nextInt(3) > 0 ? Names.mobile(random) : null,
                Names.street(random),
                who.home().postcode(),
                who.home().code(),
                who.home().name(),
                who.language(),
                who.language() != null,
                who.alone(),
                who.vulnerable(),
                who.died(),
                who.mtState(),
                mt == null ? null : mt.rpps(),
                mt == null ? null : mt.name(),
                mt == null ? null : mt.phone(),
                who.mtTold(),
                who.mtOpposition(),
                who.notes(),
                created);
    }

    /// A matricule whose key holds, of the shape the person's birth gives; only its OID says that
    /// it is a test one.
    private String ins() {
        var number =
                "%s%02d%02d%s%03d%03d"
                        .formatted(
                                who.sex().equals("F") ? "2" : "1",
                                who.born().getYear() % 100,
                                who.born().getMonthValue(),
                                who.home().code().substring(0, 2),
                                random.nextInt(900) + 1,
                                random.nextInt(990) + 1);
        var key = 97 - Long.parseLong(number) % 97;
        return new Ins(number + "%02d".formatted(key)).value();
    }

    void line(
            Instant at,
            String kind,
            String title,
            @Nullable String detail,
            String page,
            boolean clinical) {
        copy.add(
                Into.TIMELINE,
                network,
                id(at),
                id,
                at,
                kind,
                title,
                detail,
                coordinator.name(),
                "/dossiers/" + id + page,
                clinical);
    }

    void consent(
            String act,
            String state,
            LocalDate on,
            String form,
            String by,
            @Nullable String representative,
            @Nullable String scope,
            @Nullable String opposedTo,
            @Nullable String reason) {
        var at = at(on);
        copy.add(
                Into.CONSENT,
                network,
                id(at),
                id,
                act,
                state,
                on,
                form,
                by,
                representative,
                scope,
                opposedTo,
                reason,
                coordinator.account(),
                at);
        line(
                at,
                "DROITS",
                switch (act) {
                    case "ACCOMPAGNEMENT" -> "Accord à l’accompagnement";
                    case "PARTAGE_EQUIPE" ->
                            "Information et non-opposition au partage dans l’équipe de soins";
                    default -> "Accord au partage hors de l’équipe de soins";
                },
                null,
                "/droits",
                false);
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
        var request = id(at);
        var day = at.atZone(Loader.PARIS).toLocalDate();
        var decided =
                status.equals("A_ANALYSER") || status.equals("EN_ATTENTE")
                        ? null
                        : at.plusSeconds(86_400L * (1 + random.nextInt(3)));
        if (decided != null && decided.isAfter(at(today, 8, 30))) decided = at.plusSeconds(1_800);
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
                status.equals("ORIENTEE") ? "CLIC" : null,
                awaiting,
                level,
                level == null ? null : "SOUTENU",
                assigned == null ? null : assigned.id(),
                assigned == null ? null : at.plusSeconds(3_600),
                fr.maillage.kernel.WorkingDays.FRANCE.plus(day, urgency.equals("URGENTE") ? 0 : 5),
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
        support = made;
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
                support,
                id,
                level,
                since,
                reason,
                coordinator.name());
        line(at, "NIVEAU", "Niveau " + level, reason, "/niveau", false);
    }

    void step(int level, int step, LocalDate on) {
        copy.add(Into.LEVEL_STEP, network, support, level, step, on, null, coordinator.name());
    }

    Actor doctor(LocalDate since, @Nullable UUID account) {
        var mt = who.mt();
        if (mt == null || !who.mtState().equals("DECLARE")) return Actor.NOBODY;
        return actor(
                "PROFESSIONNEL",
                "PROFESSIONNEL_DE_SANTE",
                "MEDECIN_TRAITANT",
                true,
                mt.name(),
                mt.label(),
                mt.rpps(),
                mt.phone(),
                null,
                null,
                account,
                since,
                EVERY_PART,
                true);
    }

    Actor professional(
            Practitioner p, String role, boolean main, LocalDate since, @Nullable UUID account) {
        var parts =
                p.profession().equals("PHARMACIEN")
                        ? List.of("SOINS", "TACHES")
                        : List.of("SOINS", "MEDICAL", "TACHES");
        return actor(
                "PROFESSIONNEL",
                "PROFESSIONNEL_DE_SANTE",
                role,
                main,
                p.name(),
                p.label(),
                p.rpps(),
                p.phone(),
                null,
                null,
                account,
                since,
                parts,
                true);
    }

    Actor service(
            String name, String label, String group, LocalDate since, @Nullable UUID account) {
        return actor(
                "STRUCTURE",
                group,
                "INTERVENANT",
                false,
                name,
                label,
                null,
                Names.landline(random),
                null,
                null,
                account,
                since,
                List.of("AIDE", "TACHES"),
                !group.equals("PROCHE"));
    }

    Actor relative(
            String name,
            String relation,
            String role,
            @Nullable String measure,
            LocalDate since,
            @Nullable UUID account) {
        return actor(
                "PROCHE",
                "PROCHE",
                role,
                role.equals("AIDANT_PRINCIPAL"),
                name,
                null,
                null,
                Names.mobile(random),
                relation,
                measure,
                account,
                since,
                List.of("AIDE", "TACHES"),
                false);
    }

    Actor actor(
            String kind,
            String group,
            String role,
            boolean main,
            String name,
            @Nullable String profession,
            @Nullable String rpps,
            @Nullable String phone,
            @Nullable String relation,
            @Nullable String measure,
            @Nullable UUID account,
            LocalDate since,
            List<String> parts,
            boolean inCareTeam) {
        var made = id(at(since));
        copy.add(
                Into.CARE_TEAM,
                network,
                made,
                id,
                kind,
                group,
                role,
                measure,
                main,
                name,
                profession,
                rpps,
                null,
                phone,
                null,
                rpps == null ? null : rpps + "@pro.mssante.example",
                relation,
                account,
                since,
                who.died(),
                since,
                null,
                parts,
                inCareTeam,
                null);
        circle.add(new Around(made, group, role, main, name, profession, phone));
        return new Actor(made, name, profession, group);
    }

    private record Around(
            UUID id,
            String group,
            String role,
            boolean main,
            String name,
            @Nullable String profession,
            @Nullable String phone) {}

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

    /// AGGIR, completed: eight letters in the order of the tool, whose GIR the caller knows from
    /// the table of the code (CASF, annexe 2-2).
    void aggir(LocalDate on, Aggir profile, int age) {
        var at = at(on);
        var response = id(at);
        copy.add(
                Into.RESPONSE,
                network,
                response,
                id,
                "https://maillage.example/fhir/Questionnaire/aggir",
                "1.0.0",
                "aggir",
                "AGGIR – groupe iso-ressources",
                "TERMINEE",
                on,
                "DOMICILE",
                List.of("PERSONNE", "FAMILLE"),
                profile.answers(age),
                coordinator.account(),
                coordinator.name(),
                at,
                at);
        copy.add(
                Into.SCORE,
                network,
                response,
                id,
                "gir",
                "GIR",
                profile.gir(),
                "GIR " + profile.gir(),
                profile.gir() == 6 ? "OK" : profile.gir() <= 2 ? "ALERTE" : "ATTENTION",
                on,
                "GIR " + profile.gir(),
                "GIR 1 à 4 : ouvre droit à l’APA ; GIR 5 et 6 : non",
                null);
        line(at, "EVALUATION", "AGGIR : GIR " + profile.gir(), null, "/evaluations", true);
    }

    /// A multidimensional evaluation still being written, with what was found so far.
    void multidimensional(LocalDate on, int age, Map<String, String> found) {
        var at = at(on);
        var answers = new java.util.TreeMap<>(found);
        answers.put("cadre.date", on.toString());
        answers.put("cadre.age", String.valueOf(age));
        answers.put("cadre.lieu", "domicile");
        copy.add(
                Into.RESPONSE,
                network,
                id(at),
                id,
                "https://maillage.example/fhir/Questionnaire/evaluation-multidimensionnelle",
                "1.0.0",
                "evaluation-multidimensionnelle",
                "Évaluation multidimensionnelle",
                "BROUILLON",
                on,
                "DOMICILE",
                List.of("PERSONNE", "FAMILLE"),
                json(answers),
                coordinator.account(),
                coordinator.name(),
                at,
                null);
        line(
                at,
                "EVALUATION",
                "Évaluation multidimensionnelle commencée",
                null,
                "/evaluations",
                true);
    }

    private static String json(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(a ->
                        "\""
                                + a.getKey()
                                + "\":[\""
                                + a.getValue().replace("\\", "\\\\").replace("\"", "\\\"")
                                + "\"]")
                .collect(Collectors.joining(",", "{", "}"));
    }

    UUID problem(
            String label,
            String domain,
            @Nullable String severity,
            LocalDate since,
            @Nullable String because) {
        var made = id(at(since));
        copy.add(
                Into.PROBLEM,
                network,
                made,
                id,
                null,
                label,
                domain,
                severity,
                "RETENU",
                because,
                null,
                since,
                null,
                coordinator.name());
        return made;
    }

    /// One version of a plan with everything in it, and the occurrences its interventions gave
    /// until it was replaced.
    void plan(
            Version v, Words w, List<Aim> aims, List<Act> acts, @Nullable String caseCoordinator) {
        var mt = who.mt();
        var doctor = mt == null ? structure.only("DOCTOR").name() : mt.name();
        var inForceBy =
                v.inForceWhy() == null
                        ? null
                        : v.inForceWhy().equals("AVIS") && mt != null
                                ? mt.name()
                                : coordinator.name();
        copy.add(
                Into.PPS,
                network,
                v.id(),
                id,
                support,
                v.number(),
                v.previous(),
                v.status(),
                v.opinion(),
                v.changeReason(),
                v.created(),
                coordinator.name(),
                v.submitted(),
                v.inForce(),
                inForceBy,
                v.inForceWhy(),
                v.inForceReason(),
                v.replaced(),
                v.closed(),
                v.reassess(),
                w.mtProblems(),
                w.person(),
                w.relatives(),
                null,
                w.project(),
                doctor,
                mt == null ? structure.phone() : mt.phone(),
                "Traitement accepté",
                null,
                null,
                w.education(),
                null,
                w.social(),
                null,
                w.medicalContext(),
                w.socialContext(),
                w.psychologicalContext(),
                w.autonomyContext(),
                "Structure : " + structure.phone() + ". Urgence vitale : 15.",
                w.crisis(),
                coordinator.id(),
                coordinator.name(),
                caseCoordinator);
        if (v.submitted() != null) {
            for (var around : circle) {
                copy.add(
                        Into.PLAN_ACTOR,
                        network,
                        v.id(),
                        around.id(),
                        around.group(),
                        around.role(),
                        around.main(),
                        around.name(),
                        around.profession(),
                        around.phone());
            }
        }
        int rank = 0;
        for (var pathology : w.pathologies()) {
            copy.add(
                    Into.PATHOLOGY,
                    network,
                    v.id(),
                    id(v.created()),
                    pathology,
                    rank == 0 ? "SEVERE" : "MODEREE",
                    rank == 0,
                    rank == 0,
                    rank++);
        }
        rank = 0;
        for (var aim : aims) {
            copy.add(
                    Into.GOAL,
                    network,
                    v.id(),
                    aim.id(),
                    aim.problem(),
                    null,
                    aim.domain(),
                    aim.kind(),
                    aim.title(),
                    aim.indicator(),
                    aim.target(),
                    aim.due(),
                    aim.result(),
                    aim.why(),
                    rank++);
        }
        rank = 0;
        for (var act : acts) {
            copy.add(
                    Into.INTERVENTION,
                    network,
                    v.id(),
                    act.id(),
                    id,
                    act.goal(),
                    act.volet(),
                    act.type(),
                    act.title(),
                    act.actor().id(),
                    act.actor().name(),
                    act.actor().profession(),
                    act.actor().group(),
                    rank == 0,
                    null,
                    act.starts(),
                    act.ends(),
                    act.every(),
                    act.unit(),
                    act.times(),
                    act.weekdays().stream().sorted().toList(),
                    act.window(),
                    act.tolerance(),
                    null,
                    rank++);
        }
        line(
                v.created(),
                "PPS",
                "PPS v" + v.number() + " : brouillon",
                v.changeReason(),
                "/pps/" + v.id(),
                true);
        if (v.submitted() != null)
            line(
                    v.submitted(),
                    "PPS",
                    "PPS v" + v.number() + " soumis pour avis",
                    null,
                    "/pps/" + v.id(),
                    true);
        if (v.inForce() != null)
            line(
                    v.inForce(),
                    "PPS",
                    "PPS v" + v.number() + " en vigueur",
                    v.inForceReason(),
                    "/pps/" + v.id(),
                    true);
        if (v.submitted() != null
                && v.inForce() == null
                && !v.opinion().equals("MODIFICATION_DEMANDEE")
                && mt != null
                && who.mtTold()) {
            message(
                    v.submitted(),
                    "MEDECIN_TRAITANT",
                    mt.name(),
                    mt.rpps(),
                    "AVIS_PPS",
                    "Votre avis sur un plan personnalisé de santé",
                    "Un plan personnalisé de santé (version "
                            + v.number()
                            + ") attend votre avis.\n\nVous pouvez répondre par téléphone, par courrier "
                            + "ou à l’écran.",
                    v.id(),
                    random.nextInt(5) > 0);
        }
    }

    void opinion(UUID pps, String opinion, LocalDate on, String channel, @Nullable String words) {
        var mt = who.mt();
        if (mt == null) throw new IllegalStateException("an opinion is a doctor’s");
        var at = at(on);
        copy.add(
                Into.OPINION,
                network,
                id(at),
                pps,
                opinion,
                on,
                mt.name(),
                mt.rpps(),
                channel,
                words,
                coordinator.name(),
                at);
        line(
                at,
                "PPS",
                "Avis du médecin traitant : "
                        + switch (opinion) {
                            case "VALIDE" -> "validé en l’état";
                            case "VALIDE_APRES_AMENDEMENT" -> "validé après amendement";
                            default -> "modification demandée";
                        },
                words,
                "/pps/" + pps,
                true);
    }

    void handedOver(UUID pps, LocalDate on, boolean byDoctor) {
        var mt = who.mt();
        copy.add(
                Into.HANDING_OVER,
                network,
                id(at(on)),
                pps,
                on,
                byDoctor && mt != null ? mt.name() : coordinator.name(),
                byDoctor && mt != null ? "MEDECIN" : "COORDONNATEUR",
                "PERSONNE",
                at(on));
    }

    /// The occurrences of an intervention from `from` to `until`, both included, all of them by the
    /// rule that the application itself follows; what happened to each comes from `outcome`.
    void occurrences(UUID pps, Act act, LocalDate from, LocalDate until, Outcome outcome) {
        for (var due : act.recurrence().dates()) {
            if (due.isBefore(from) || due.isAfter(until)) continue;
            var end = due.plusDays(act.window());
            var late = end.plusDays(act.tolerance());
            var what =
                    act.actor().name() == null && late.isBefore(today) && act.every() != null
                            ? Done.not("AUCUN_INTERVENANT")
                            : outcome.of(due, end, late);
            var at = id(at(due, 7, 0));
            var marked =
                    what.status().equals("PREVU") || what.status().equals("SUSPENDU")
                            ? null
                            : at(
                                    what.doneOn() == null
                                            ? min(late, today.minusDays(1))
                                            : what.doneOn());
            var done = what.doneOn();
            // late is after the window, whatever the tolerance
            copy.add(
                    Into.OCCURRENCE,
                    network,
                    at,
                    id,
                    act.id(),
                    pps,
                    act.title(),
                    act.actor().id(),
                    act.actor().name(),
                    due,
                    end,
                    late,
                    done == null ? what.status() : done.isAfter(end) ? "FAIT_HORS_DELAI" : "FAIT",
                    done,
                    what.why(),
                    null,
                    done == null ? null : act.actor().name(),
                    marked == null ? null : coordinator.name(),
                    marked);
        }
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// What became of an occurrence.
    interface Outcome {
        Done of(LocalDate due, LocalDate end, LocalDate late);
    }

    record Done(String status, @Nullable LocalDate doneOn, @Nullable String why) {
        static final Done WAITING = new Done("PREVU", null, null);

        static Done on(LocalDate day) {
            return new Done("FAIT", day, null);
        }

        static Done not(String why) {
            return new Done("NON_FAIT", null, why);
        }
    }

    /// The usual fate: mostly done in time, sometimes late or not; a few of the last weeks left
    /// without news.
    Outcome usual() {
        return (due, end, late) -> {
            if (!due.isBefore(today)) return Done.WAITING;
            int chance = random.nextInt(1000);
            if (!late.isBefore(today)) {
                if (chance < 650 && !due.plusDays(1).isAfter(today.minusDays(1)))
                    return Done.on(due.plusDays(random.nextInt(2)));
                return Done.WAITING;
            }
            if (late.isAfter(today.minusDays(45)) && chance < 14) return Done.WAITING;
            if (chance < 900) return Done.on(min(due.plusDays(random.nextInt(3)), end));
            if (chance < 950 && late.plusDays(3).isBefore(today))
                return Done.on(late.plusDays(1 + random.nextInt(2)));
            return Done.not(
                    Names.pick(
                            List.of(
                                    "REFUS",
                                    "ABSENTE",
                                    "HOSPITALISEE",
                                    "PROFESSIONNEL_INDISPONIBLE",
                                    "DELAI",
                                    "TRANSPORT",
                                    "ORDONNANCE_MANQUANTE",
                                    "PLUS_NECESSAIRE"),
                            random));
        };
    }

    void contact(
            Instant at,
            String channel,
            boolean incoming,
            String name,
            @Nullable String quality,
            String reached,
            String reason,
            @Nullable String note,
            @Nullable String decided,
            boolean significant) {
        var contact = id(at);
        copy.add(
                Into.CONTACT,
                network,
                contact,
                at,
                channel,
                incoming ? "ENTRANT" : "SORTANT",
                name,
                quality,
                reached,
                reason,
                note,
                decided,
                significant,
                5 + random.nextInt(5) * 5,
                coordinator.account(),
                coordinator.name());
        copy.add(Into.CONTACT_PATIENT, network, contact, id, at);
        line(
                at,
                channel.equals("VISITE") ? "VISITE" : "CONTACT",
                reason,
                quality,
                "/ligne-de-vie",
                false);
    }

    void task(
            String kind,
            String title,
            @Nullable String whom,
            LocalDate due,
            @Nullable LocalTime hour) {
        copy.add(
                Into.TASK,
                network,
                id(at(today.minusDays(3))),
                id,
                kind,
                title,
                whom,
                whom == null ? null : Names.landline(random),
                due,
                hour,
                coordinator.id(),
                null,
                at(today.minusDays(3)),
                coordinator.name(),
                null,
                null,
                null);
    }

    void appointment(
            String kind,
            Instant starts,
            int minutes,
            @Nullable String title,
            @Nullable String outcome) {
        copy.add(
                Into.APPOINTMENT,
                network,
                id(starts),
                kind,
                id,
                coordinator.id(),
                starts,
                starts.plusSeconds(60L * minutes),
                title,
                who.home().name(),
                outcome,
                null,
                coordinator.name());
    }

    void message(
            Instant at,
            String recipientKind,
            String recipient,
            @Nullable String rpps,
            String kind,
            String subject,
            String body,
            @Nullable UUID about,
            boolean sent) {
        copy.add(
                Into.MESSAGE,
                network,
                id(at),
                id,
                recipientKind,
                recipient,
                null,
                rpps,
                "COURRIER",
                kind,
                subject,
                body,
                about,
                sent ? "ENVOYE" : "A_ENVOYER",
                sent ? 1 : 0,
                at,
                coordinator.name(),
                sent ? at.plusSeconds(7_200) : null,
                sent ? structure.only("SECRETARY").name() : null,
                null);
        if (sent) line(at.plusSeconds(7_200), "COURRIER", subject, recipient, "/courriers", false);
    }

    void cancelledMessage(Instant at, String recipient, String subject, String why) {
        copy.add(
                Into.MESSAGE,
                network,
                id(at),
                id,
                "MEDECIN_TRAITANT",
                recipient,
                null,
                null,
                "COURRIER",
                "FAIT_SIGNIFICATIF",
                subject,
                subject,
                null,
                "ANNULE",
                0,
                at,
                coordinator.name(),
                null,
                null,
                why);
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

    void alert(
            String rule,
            UUID subject,
            String title,
            Instant raised,
            LocalDate due,
            String status,
            String outcome,
            @Nullable String note) {
        copy.add(
                Into.ALERT,
                network,
                id(raised),
                rule,
                subject,
                id,
                coordinator.id(),
                title,
                raised,
                due,
                50,
                status,
                null,
                raised.plusSeconds(86_400),
                coordinator.name(),
                outcome,
                note);
    }

    void read(Instant at, UUID account, String actor, String what) {
        copy.add(Into.TRAIL, network, id(at), at, account, actor, "READ", what, id, null, false);
    }

    int age() {
        return java.time.Period.between(who.born(), today).getYears();
    }

    /// Ids of goals and interventions, which stay from one version to the next.
    UUID stable() {
        return id(created);
    }

    List<Aim> withResults(List<Aim> aims, String result, String why) {
        var changed = new ArrayList<Aim>();
        for (var a : aims) {
            changed.add(
                    new Aim(
                            a.id(),
                            a.domain(),
                            a.kind(),
                            a.title(),
                            a.problem(),
                            a.indicator(),
                            a.target(),
                            a.due(),
                            result,
                            why));
        }
        return changed;
    }
}
