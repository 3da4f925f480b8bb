package fr.maillage.casefile.internal;

import fr.maillage.access.Role;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles.Tab;
import fr.maillage.casefile.CaseFiles.Warning;
import fr.maillage.kernel.FrenchDates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts the top of a person's pages into words, for who reads it.
final class Banners {

    private static final Map<Part, String> TABS = CaseFileText.tabs();

    private Banners() {}

    static Banner of(SqlCaseFiles.Person person, Role role, Reach reach, LocalDate today) {
        return new Banner(
                person.id().toString(),
                person.name(),
                CaseFileText.born(person.sex(), person.birthDate()),
                person.birthDate() == null
                        ? "âge inconnu"
                        : FrenchDates.age(person.birthDate(), lastDay(person, today)),
                person.commune() == null ? "commune inconnue" : person.commune(),
                CaseFileText.ins(person.identityStatus()),
                person.identityStatus().equals("QUALIFIEE"),
                person.level(),
                CaseFileText.situation(
                        person.status(),
                        person.level(),
                        person.closedOn(),
                        role.team() ? person.exitReason() : null),
                person.coordinator(),
                CaseFileText.doctor(person.mtState(), person.mtName()),
                warnings(person, role, reach, today),
                role == Role.PATIENT ? List.of() : tabs(person, role, reach),
                actions(person, role),
                person.deceasedOn() != null,
                person.deceasedOn() == null
                        ? person.crisis().of(person.id(), person.coordinator(), role, reach)
                        : null);
    }

    /// Members of the circle read what helps them act; what the person said about others stays with
    /// the team.
    private static List<Warning> warnings(
            SqlCaseFiles.Person person, Role role, Reach reach, LocalDate today) {
        var found = new ArrayList<Warning>();
        if (role == Role.PATIENT) return found;
        // the database shows it to its audience alone
        if (person.concern() != null && role != Role.SECRETARY) {
            found.add(
                    new Warning(
                            person.concern() ? CaseFileText.RESTRICTED : CaseFileText.CONCERN,
                            "",
                            "shield-lock",
                            "/dossiers/" + person.id() + "/preoccupations"));
        }
        if (person.deceasedOn() != null)
            found.add(note(CaseFileText.died(person.sex(), person.deceasedOn()), "info-circle"));
        if (person.crisis().written() && person.deceasedOn() == null) {
            found.add(
                    new Warning(
                            CaseFileText.CRISIS,
                            "is-late",
                            "alert-triangle",
                            "/dossiers/" + person.id() + "/consignes"));
        }
        if (person.interpreter())
            found.add(note(CaseFileText.interpreter(person.language()), "info-circle"));
        if (reach.tasksOnly()) return found;
        if (person.inHospitalSince() != null)
            found.add(
                    note(
                            CaseFileText.inHospital(person.sex(), person.inHospitalSince(), today),
                            "bed"));
        var relay = person.relayUntil();
        if (role == Role.PROFESSIONAL && relay != null)
            found.add(note(CaseFileText.relay(relay, today), "info-circle"));
        if (!role.team()) return found;
        var pausedFrom = person.pausedFrom();
        if (pausedFrom != null
                && (person.pausedUntil() == null || !person.pausedUntil().isBefore(today))) {
            found.add(
                    note(
                            CaseFileText.paused(pausedFrom, person.pausedUntil(), today),
                            "player-pause"));
        }
        if (person.agreementAwaited() && person.deceasedOn() == null)
            found.add(
                    new Warning(
                            CaseFileText.AGREEMENT_AWAITED,
                            "is-due",
                            "clipboard-list",
                            "/dossiers/" + person.id() + "/droits"));
        if (person.sharing().opposedToAll()) {
            found.add(refusal(CaseFileText.OPPOSED));
        } else if (!person.sharing().opposedTo().isEmpty()) {
            found.add(refusal(CaseFileText.PARTLY_OPPOSED));
        }
        if (person.deceasedOn() == null) {
            if (person.mtState().equals("A_RECHERCHER"))
                found.add(note(CaseFileText.DOCTOR_SOUGHT, "stethoscope"));
            if (person.mtState().equals("A_DECLARER"))
                found.add(note(CaseFileText.DOCTOR_UNDECLARED, "stethoscope"));
        }
        var ending = person.endingRight();
        var ends = person.rightEndsOn();
        if (person.deceasedOn() == null
                && person.status() != null
                && ending != null
                && ends != null)
            found.add(
                    new Warning(
                            CaseFileText.ends(ending, ends, today),
                            ends.isBefore(today) ? "is-late" : "is-due",
                            "hourglass",
                            "/dossiers/" + person.id() + "/mesures"));
        if (!person.mtTold()) found.add(refusal(CaseFileText.DOCTOR_NOT_TOLD));
        if (person.livesAlone()) found.add(note(CaseFileText.alone(person.sex()), "info-circle"));
        if (person.vulnerable()) found.add(note(CaseFileText.VULNERABLE, "info-circle"));
        return found;
    }

    private static Warning note(String text, String icon) {
        return new Warning(text, "is-due", icon, null);
    }

    /// What the person refuses.
    private static Warning refusal(String text) {
        return new Warning(text, "is-late", "eye-off", null);
    }

    private static List<Tab> tabs(SqlCaseFiles.Person person, Role role, Reach reach) {
        var tabs = new ArrayList<Tab>();
        TABS.forEach((part, label) -> {
            if (!reach.opens().contains(part)) return;
            // The questionnaires are the team’s own pages: members of the circle read what
            // came of
            // them in the synthesis and the plan.
            if (part == Part.EVALUATIONS && !role.clinical()) return;
            // Letters are the desk's.
            if (part == Part.COURRIERS && !role.clinical() && role != Role.SECRETARY) return;
            var key = part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            tabs.add(
                    new Tab(
                            key,
                            "/dossiers/" + person.id() + (part == Part.SYNTHESE ? "" : "/" + key),
                            label));
        });
        return tabs;
    }

    private static List<Tab> actions(SqlCaseFiles.Person person, Role role) {
        var acts = new ArrayList<Tab>();
        var here = "/dossiers/" + person.id();
        // offered whether there is one or not: the menu tells nothing
        var concerns = new Tab("preoccupations", here + "/preoccupations", CaseFileText.CONCERNS);
        var events = new Tab("evenements", here + "/evenements", CaseFileText.ADVERSE);
        if (role == Role.HEAD)
            return List.of(
                    new Tab("fusion", here + "/fusion", CaseFileText.MERGE), events, concerns);
        var write = new Tab("ecrire", here + "/courriers/nouveau", CaseFileText.WRITE);
        if (role == Role.SECRETARY) return List.of(write, events);
        if (!role.clinical()) return List.of();
        acts.add(write);
        acts.add(new Tab("cahier", here + "/cahier", CaseFileText.NOTEBOOK));
        acts.add(new Tab("points", here + "/points", CaseFileText.POINTS));
        acts.add(new Tab("rcp", here + "/rcp", CaseFileText.MEETINGS));
        acts.add(new Tab("appuis", here + "/appuis", CaseFileText.HELPS));
        acts.add(new Tab("registres", here + "/registres", CaseFileText.REGISTERS));
        acts.add(new Tab("semaine", here + "/semaine", CaseFileText.WEEK));
        acts.add(new Tab("indicateurs", here + "/indicateurs", CaseFileText.FIGURES));
        acts.add(
                new Tab(
                        "besoins-non-couverts",
                        here + "/besoins-non-couverts",
                        CaseFileText.UNMET));
        if (person.status() == null || person.status().equals("VEILLE")) {
            if (person.deceasedOn() == null)
                acts.add(
                        new Tab(
                                "inclusion",
                                here + "/inclusion",
                                CaseFileText.include(person.status(), person.closedOn() != null)));
        }
        if (person.status() != null) {
            acts.add(new Tab("niveau", here + "/niveau", "Niveau et étapes"));
            acts.add(new Tab("sejours", here + "/sejours", "Séjours et pause des alertes"));
            if (person.deceasedOn() == null) {
                acts.add(
                        new Tab(
                                "visite-a-prevoir",
                                here + "/visite-a-prevoir",
                                CaseFileText.VISIT_TO_PLAN));
                acts.add(new Tab("visite", here + "/visites/nouvelle", CaseFileText.OFFLINE_VISIT));
                acts.add(new Tab("consignes", here + "/consignes", CaseFileText.CRISIS));
            }
            acts.add(new Tab("sortie", here + "/sortie", "Veille ou sortie"));
        }
        acts.add(events);
        acts.add(concerns);
        return acts;
    }

    private static LocalDate lastDay(SqlCaseFiles.Person person, LocalDate today) {
        return person.deceasedOn() == null ? today : person.deceasedOn();
    }
}
