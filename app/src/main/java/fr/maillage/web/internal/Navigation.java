package fr.maillage.web.internal;

import fr.maillage.access.Role;
import fr.maillage.web.Shell.NavItem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The left rail: six entries at most for a role, the first one being home. What a team meets for
/// is in its agenda; rights that end are a list of files.
final class Navigation {

    private record Entry(String key, String href, String icon, String label) {}

    private static final Entry DAY = new Entry("journee", "/journee", "home", "Ma journée");
    private static final Entry REQUESTS = new Entry("demandes", "/demandes", "inbox", "Demandes");
    private static final Entry AGENDA = new Entry("agenda", "/agenda", "calendar", "Agenda");
    private static final Entry FILES = new Entry("dossiers", "/dossiers", "users", "Dossiers");
    private static final Entry MAIL = new Entry("courriers", "/courriers", "mail", "Courriers");
    private static final Entry STEERING =
            new Entry("pilotage", "/pilotage", "chart-bar", "Pilotage");
    private static final Entry MEETINGS = new Entry("rcp", "/rcp", "affiliate", "RCP");
    private static final Entry SETTINGS =
            new Entry("reglages", "/reglages", "settings", "Réglages");
    private static final Entry MY_PATIENTS =
            new Entry("patients", "/mes-patients", "users", "Mes patients");
    private static final Entry DIRECTORY = new Entry("annuaire", "/annuaire", "search", "Annuaire");
    private static final Entry MY_PLAN =
            new Entry("plan", "/mon-plan", "heart-handshake", "Le plan");
    private static final Entry MY_CIRCLE =
            new Entry("cercle", "/mon-plan/cercle", "users", "Qui accompagne");
    private static final Entry MY_TRAIL =
            new Entry("acces", "/mon-plan/acces", "eye", "Qui a ouvert le dossier");
    private static final Entry MY_DOCUMENTS =
            new Entry("documents", "/mon-plan/documents", "files", "Documents");
    private static final Entry PUBLISHED =
            new Entry("publications", "/publications", "chart-bar", "Publications");

    private static final Entry NATIONAL_FILES =
            new Entry("annuaire", "/reglages/annuaire", "files", "Annuaire national");
    private static final Entry OPENED =
            new Entry("structures", "/reglages/structures", "building-community", "Structures");
    private static final Entry BACKUPS =
            new Entry("sauvegardes", "/reglages/sauvegardes", "shield-check", "Sauvegardes");
    private static final Entry FAILED =
            new Entry("traitements", "/reglages/traitements", "refresh", "Traitements en échec");
    private static final Entry COVERAGE =
            new Entry("couverture", "/couverture", "map-pin", "Couverture");
    private static final Entry TERRITORIES =
            new Entry("territoires", "/territoires", "flag", "Territoires");
    private static final Entry REGISTER =
            new Entry("registre", "/registre", "building-community", "Registre");
    private static final Entry SPACES = new Entry("espaces", "/espaces", "message", "Espaces");

    private static final Entry SURVEYS =
            new Entry("enquetes", "/enquetes", "clipboard-list", "Enquêtes");
    private static final Entry GUIDE =
            new Entry("suivi-national", "/suivi-national", "table", "Suivi du guide");

    /// Pages of an entry of the rail whose address is not under it; of none for who has their own.
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "/offre",
                    "/annuaire",
                    "/besoins-non-couverts",
                    "/annuaire",
                    "/harmonisation",
                    "/registre",
                    "/projets",
                    "/enquetes",
                    "/rcp",
                    "/agenda",
                    "/droits",
                    "/dossiers");

    private Navigation() {}

    /// @param waiting how much waits at an entry, by key
    static List<NavItem> of(Role role, String path, Map<String, Integer> waiting) {
        var entries =
                switch (role) {
                    case SECRETARY -> List.of(REQUESTS, DAY, AGENDA, FILES, MAIL, DIRECTORY);
                    case COORDINATOR, DOCTOR ->
                            List.of(DAY, REQUESTS, AGENDA, FILES, DIRECTORY, STEERING);
                    case HEAD -> List.of(STEERING, REQUESTS, FILES, MEETINGS, DIRECTORY, SETTINGS);
                    case PROFESSIONAL -> List.of(MY_PATIENTS, MEETINGS, DIRECTORY, REGISTER);
                    case PATIENT -> List.of(MY_PLAN, MY_CIRCLE, MY_DOCUMENTS, MY_TRAIL);
                    case AGENCY ->
                            List.of(PUBLISHED, COVERAGE, TERRITORIES, REGISTER, SPACES, SURVEYS);
                    case NATIONAL -> List.of(PUBLISHED, COVERAGE, TERRITORIES, REGISTER, GUIDE);
                    case ADMIN -> List.of(NATIONAL_FILES, TERRITORIES, OPENED, BACKUPS, FAILED);
                };
        var current =
                under(entries, path)
                        .or(() ->
                                ELSEWHERE.entrySet().stream()
                                        .filter(e -> within(path, e.getKey()))
                                        .findFirst()
                                        .flatMap(e -> under(entries, e.getValue())))
                        .orElse(null);
        return entries.stream()
                .map(e ->
                        new NavItem(
                                e.key(),
                                e.href(),
                                e.icon(),
                                e.label(),
                                e.equals(current),
                                waiting.get(e.key())))
                .toList();
    }

    /// The entry a page is under; of two, the longer address.
    private static Optional<Entry> under(List<Entry> entries, String path) {
        return entries.stream()
                .filter(e -> within(path, e.href()))
                .max(Comparator.comparingInt(e -> e.href().length()));
    }

    private static boolean within(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
