package fr.maillage.web.internal;

import fr.maillage.access.Role;
import fr.maillage.web.Shell.PaletteEntry;
import fr.maillage.web.Shell.PaletteGroup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What Ctrl-K offers before anything is typed: gestures and screens without a person, by role. The
/// screens of the rail come first among the screens, and are not said twice. An agency has it too,
/// without any person to look for.
final class Palette {

    private static final String GESTURES = "Gestes";
    private static final String DIRECTORY = "Annuaire";
    private static final String SCREENS = "Écrans";
    private static final String STRUCTURES = "Structures";

    private static final Set<Role> TEAM =
            EnumSet.of(Role.SECRETARY, Role.COORDINATOR, Role.DOCTOR, Role.HEAD);

    /// Who answers the telephone and writes in files.
    private static final Set<Role> DESK = EnumSet.of(Role.SECRETARY, Role.COORDINATOR, Role.DOCTOR);

    private static final Set<Role> CARE = EnumSet.of(Role.COORDINATOR, Role.DOCTOR);
    private static final Set<Role> STEERING = EnumSet.of(Role.COORDINATOR, Role.DOCTOR, Role.HEAD);
    private static final Set<Role> HEAD = EnumSet.of(Role.HEAD);
    private static final Set<Role> AGENCY = EnumSet.of(Role.AGENCY);
    private static final Set<Role> AGENCIES = EnumSet.of(Role.AGENCY, Role.NATIONAL);

    /// Who answers for a structure or for a region, and opens spaces.
    private static final Set<Role> OPENERS = and(HEAD, AGENCY);

    /// Who reads what is covered.
    private static final Set<Role> COVERAGE = and(HEAD, AGENCIES);

    /// Who reads the register of structures.
    private static final Set<Role> REGISTER = and(TEAM, AGENCIES);

    /// Who answers surveys, and those who lead them.
    private static final Set<Role> SURVEYED = and(TEAM, AGENCY);

    private record Offered(String group, Set<Role> to, PaletteEntry entry) {}

    private static final List<Offered> ALL =
            List.of(
                    gesture("phone-plus", "Noter un appel, un échange", "/contacts/nouveau"),
                    new Offered(
                            GESTURES,
                            DESK,
                            entry("inbox", "Nouvelle demande", "/demandes/nouvelle")),
                    gesture("list-check", "Nouvelle tâche", "/taches/nouvelle"),
                    gesture("phone", "Nouveau rappel", "/taches/nouvelle?rappel=1"),
                    gesture("calendar-plus", "Nouveau rendez-vous", "/agenda/nouveau"),
                    gesture("message", "Nouvelle consigne", "/consignes/nouvelle"),
                    directory(
                            "search",
                            "Annuaire\u00A0: professionnels, structures, offres",
                            "/annuaire"),
                    directory(
                            "building",
                            "Annuaire\u00A0: partenaires, par catégorie",
                            "/annuaire/partenaires"),
                    directory(
                            "plus",
                            "Annuaire\u00A0: ajouter une structure hors FINESS",
                            "/annuaire/nouvelle-structure"),
                    directory(
                            "user-plus",
                            "Annuaire\u00A0: ajouter un professionnel",
                            "/annuaire/nouveau"),
                    directory(
                            "file-text",
                            "Annuaire\u00A0: conventions avec les psychologues",
                            "/annuaire/conventions"),
                    directory(
                            "flag", "Annuaire\u00A0: erreurs à signaler", "/annuaire/signalements"),
                    screen(DESK, "phone", "Journal des contacts", "/contacts"),
                    screen(TEAM, "clipboard-list", "Tâches et rappels", "/taches"),
                    screen(DESK, "mail", "Courriers", "/courriers"),
                    screen(DESK, "search", "Offre près de…, places libres", "/offre"),
                    screen(DESK, "alert-circle", "Besoins non couverts", "/besoins-non-couverts"),
                    screen(
                            DESK,
                            "message",
                            "Consignes, transmissions entre collègues",
                            "/consignes"),
                    screen(DESK, "file-text", "Rapport du jour", "/rapport"),
                    screen(
                            TEAM,
                            "users",
                            "Actions de repérage et de dépistage",
                            "/actions-de-depistage"),
                    screen(TEAM, "phone-call", "Permanences téléphoniques", "/permanences"),
                    screen(TEAM, "chart-bar", "Appels et motifs, statistiques", "/pilotage/appels"),
                    screen(TEAM, "affiliate", "RCP et réunions de synthèse", "/rcp"),
                    screen(TEAM, "alert-circle", "Événements indésirables", "/evenements"),
                    screen(
                            TEAM,
                            "plus",
                            "Déclarer un événement indésirable",
                            "/evenements/nouveau"),
                    screen(DESK, "route", "Tournées de visites", "/agenda/tournees"),
                    screen(CARE, "alert-circle", "Alertes de l’équipe", "/alertes"),
                    screen(STEERING, "book", "Protocoles et modèles de PPS", "/protocoles"),
                    screen(STEERING, "list-check", "Prévu et réalisé", "/realisation"),
                    screen(DESK, "printer", "Feuille du jour, à imprimer", "/agenda/feuille"),
                    screen(
                            DESK,
                            "clock-exclamation",
                            "Rendez-vous sans issue notée",
                            "/agenda/sans-issue"),
                    screen(
                            STEERING,
                            "heart-handshake",
                            "Appuis\u00A0: aides, proches, psychologues",
                            "/appuis"),
                    screen(
                            STEERING,
                            "scale",
                            "Soins primaires, coordination, gestion de cas",
                            "/pilotage/besoins"),
                    screen(STEERING, "flag", "Missions prioritaires", "/appuis/missions"),
                    screen(
                            STEERING,
                            "clipboard-list",
                            "Registres de pathologie",
                            "/registres-de-pathologie"),
                    screen(STEERING, "bed", "Séjours et réadmissions", "/pilotage/sejours"),
                    screen(
                            STEERING,
                            "clipboard-list",
                            "Entrée et sortie d’hôpital, la liste",
                            "/reglages/retour-a-domicile"),
                    screen(
                            STEERING,
                            "send",
                            "Destinataires des préoccupations",
                            "/reglages/destinataires"),
                    screen(CARE, "list-check", "Événements à rapprocher", "/rapprochements"),
                    screen(
                            CARE,
                            "clipboard-list",
                            "Bibliothèque d’évaluation",
                            "/evaluations/outils"),
                    screen(CARE, "eye", "Dépistages de la rétinopathie", "/depistages"),
                    screen(CARE, "clipboard-check", "Plans à compléter", "/plans/a-completer"),
                    screen(CARE, "book", "Ateliers d’éducation thérapeutique", "/education"),
                    screen(COVERAGE, "map-pin", "Couverture, déclarée et réelle", "/couverture"),
                    screen(
                            COVERAGE,
                            "alert-triangle",
                            "Couverture\u00A0: zones et secteurs",
                            "/couverture/zones"),
                    screen(
                            COVERAGE,
                            "target",
                            "Couverture\u00A0: thèmes prioritaires",
                            "/couverture/priorites"),
                    screen(
                            COVERAGE,
                            "alert-circle",
                            "Couverture\u00A0: besoins non couverts publiés",
                            "/couverture/besoins"),
                    screen(
                            COVERAGE,
                            "book",
                            "Couverture\u00A0: schéma régional 2010–2011",
                            "/couverture/schema-regional"),
                    screen(COVERAGE, "flag", "Territoires et zones", "/territoires"),
                    screen(
                            AGENCY,
                            "edit",
                            "Territoires\u00A0: redécouper",
                            "/territoires/decoupages"),
                    screen(
                            AGENCY,
                            "users",
                            "Territoires\u00A0: populations",
                            "/territoires/populations"),
                    screen(
                            AGENCY,
                            "map-pin",
                            "Territoires\u00A0: contours des communes",
                            "/territoires/contours"),
                    screen(
                            STEERING,
                            "clipboard-check",
                            "Mes compétences, référentiel du coordonnateur",
                            "/mes-competences"),
                    screen(
                            HEAD,
                            "clipboard-list",
                            "Questionnaires de la structure",
                            "/reglages/questionnaires"),
                    screen(
                            HEAD,
                            "files",
                            "Annuaire national, éditions des fichiers",
                            "/reglages/annuaire"),
                    structures(
                            REGISTER, "building-community", "Registre des structures", "/registre"),
                    structures(
                            STEERING,
                            "affiliate",
                            "Appui des réseaux régionaux",
                            "/registre/appuis"),
                    structures(
                            REGISTER,
                            "users",
                            "Gouvernance\u00A0: instances, réunions, décisions",
                            "/registre/gouvernance"),
                    structures(
                            TEAM,
                            "message",
                            "Espaces de travail et de discussion, information régionale",
                            "/espaces"),
                    structures(OPENERS, "plus", "Ouvrir un espace de travail", "/espaces/nouveau"),
                    structures(
                            REGISTER, "versions", "Harmonisation entre réseaux", "/harmonisation"),
                    structures(
                            AGENCIES, "list-check", "Réforme en deux temps", "/registre/reforme"),
                    structures(AGENCIES, "table", "Suivi du guide", "/suivi-national"),
                    structures(SURVEYED, "clipboard-list", "Enquêtes", "/enquetes"),
                    structures(SURVEYED, "target", "Projets\u00A0: prévu, fait, écart", "/projets"),
                    structures(REGISTER, "eye", "Veille et appels à projet", "/registre/veille"),
                    structures(REGISTER, "table", "Réseaux financés", "/registre/reseaux-finances"),
                    structures(
                            REGISTER,
                            "message",
                            "Premier recours\u00A0: attentes et relations convenues",
                            "/registre/premier-recours"),
                    new Offered(
                            STRUCTURES,
                            REGISTER,
                            new PaletteEntry(
                                    "map-pin",
                                    "Guichet public\u00A0: à qui s’adresser",
                                    "/guichet",
                                    false,
                                    true)));

    private static final Map<Role, List<PaletteGroup>> BY_ROLE = new EnumMap<>(Role.class);

    static {
        for (var role : Role.values()) BY_ROLE.put(role, groups(role));
    }

    private Palette() {}

    /// Empty for a role that has no palette.
    static List<PaletteGroup> of(Role role) {
        return BY_ROLE.getOrDefault(role, List.of());
    }

    private static List<PaletteGroup> groups(Role role) {
        if (!REGISTER.contains(role)) return List.of();
        var rail = Navigation.of(role, "", Map.of());
        var groups = new LinkedHashMap<String, List<PaletteEntry>>();
        for (var offered : ALL) {
            var group = groups.computeIfAbsent(offered.group(), _ -> new ArrayList<>());
            if (offered.group().equals(SCREENS) && group.isEmpty())
                for (var item : rail) group.add(entry(item.icon(), item.label(), item.href()));
            if (offered.to().contains(role)
                    && rail.stream().noneMatch(i -> i.href().equals(offered.entry().href())))
                group.add(offered.entry());
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new PaletteGroup(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    private static Set<Role> and(Set<Role> some, Set<Role> others) {
        var all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }

    private static PaletteEntry entry(String icon, String label, String href) {
        return new PaletteEntry(icon, label, href, false, false);
    }

    private static Offered gesture(String icon, String label, String href) {
        return new Offered(GESTURES, DESK, new PaletteEntry(icon, label, href, true, false));
    }

    private static Offered directory(String icon, String label, String href) {
        return new Offered(DIRECTORY, TEAM, entry(icon, label, href));
    }

    private static Offered screen(Set<Role> to, String icon, String label, String href) {
        return new Offered(SCREENS, to, entry(icon, label, href));
    }

    private static Offered structures(Set<Role> to, String icon, String label, String href) {
        return new Offered(STRUCTURES, to, entry(icon, label, href));
    }
}
