package fr.maillage.casefile.internal.whosees;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.TeamSafety;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.internal.RoleReach;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Networks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// The table of who sees what, from the rules of files and of pages, and the people it is about.
@Component
@Transactional(readOnly = true)
class WhoSeesScreens {

    private static final int PEOPLE = 500;
    private static final Duration COUNTED = Duration.ofDays(30);

    private final HandlerRules rules;
    private final TeamSafety safety;
    private final Trail trail;
    private final Networks networks;
    private final Clock clock;

    WhoSeesScreens(
            HandlerRules rules, TeamSafety safety, Trail trail, Networks networks, Clock clock) {
        this.rules = rules;
        this.safety = safety;
        this.trail = trail;
        this.networks = networks;
        this.clock = clock;
    }

    WhoSeesPage page() {
        var network = SignedIn.current().network();
        var today = LocalDate.now(clock);
        var opened = trail.consultations(clock.instant().minus(COUNTED));
        var people = people(network, opened, today);
        return new WhoSeesPage(
                networks.get(network).name(),
                FrenchDates.date(today),
                Arrays.stream(Role.values()).map(Role::label).toList(),
                Arrays.stream(Part.values()).map(WhoSeesScreens::part).toList(),
                areas(),
                safety.holders(network, today).stream()
                        .sorted(Comparator.comparing(TeamSafety.Holders::role))
                        .map(h ->
                                new WhoSeesPage.Holders(
                                        h.role().label(),
                                        h.people(),
                                        h.neverSignedIn(),
                                        people.getOrDefault(h.role(), List.of())))
                        .toList(),
                opened.values().stream().mapToLong(n -> n).sum());
    }

    /// The people of the team by role.
    private Map<Role, List<WhoSeesPage.Person>> people(
            NetworkId network, Map<UUID, Long> opened, LocalDate today) {
        var team = Arrays.stream(Role.values()).filter(Role::team).collect(Collectors.toSet());
        return safety
                .accounts(network, new TeamSafety.Asked(team, null, 0, PEOPLE))
                .accounts()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                TeamSafety.Account::role,
                                Collectors.mapping(
                                        a -> person(a, opened, today), Collectors.toList())));
    }

    private static WhoSeesPage.Person person(
            TeamSafety.Account account, Map<UUID, Long> opened, LocalDate today) {
        return new WhoSeesPage.Person(
                account.name(),
                account.lastSignIn() == null
                        ? "jamais"
                        : FrenchDates.relative(account.lastSignIn(), today),
                account.factor() ? "oui" : "non",
                opened.getOrDefault(account.id(), 0L));
    }

    /// A part of a file. A member of a circle opens it by the parts of the plan they were given.
    private static WhoSeesPage.Row part(Part part) {
        var cells = new ArrayList<String>();
        for (var role : Role.values()) {
            if (role == Role.PROFESSIONAL) {
                var by =
                        RoleReach.given().stream()
                                .filter(given -> RoleReach.ofMember(given).contains(part))
                                .toList();
                cells.add(
                        by.isEmpty()
                                ? WhoSeesText.NO
                                : by.size() == RoleReach.given().size()
                                        ? WhoSeesText.PARTLY
                                        : by.stream()
                                                .map(WhoSeesText::given)
                                                .collect(Collectors.joining(", ")));
            } else
                cells.add(
                        RoleReach.of(role).contains(part)
                                ? part.clinical() || RoleReach.clinical(role)
                                        ? WhoSeesText.YES
                                        : WhoSeesText.NAMES
                                : WhoSeesText.NO);
        }
        return new WhoSeesPage.Row(part.name(), WhoSeesText.part(part), cells);
    }

    /// Pages and acts by area. What is read of one file is in the table above: here its acts.
    private List<WhoSeesPage.Row> areas() {
        var byArea = new TreeMap<String, List<HandlerRules.Rule>>();
        for (var rule : rules.all()) {
            var area = area(rule.path());
            if (area.equals("/dossiers/{id}") && rule.reads()) continue;
            byArea.computeIfAbsent(
                            area + (rule.reads() ? "\tGET" : "\tPOST"), _ -> new ArrayList<>())
                    .add(rule);
        }
        return byArea.entrySet().stream()
                .map(e -> {
                    var address = e.getKey().substring(0, e.getKey().indexOf('\t'));
                    var reads = e.getKey().endsWith("\tGET");
                    return new WhoSeesPage.Row(
                            (reads ? "GET " : "POST ") + address,
                            WhoSeesText.area(address) + (reads ? "\u00A0: lire" : "\u00A0: agir"),
                            Arrays.stream(Role.values())
                                    .map(role -> cell(e.getValue(), role))
                                    .toList());
                })
                .toList();
    }

    private static String cell(List<HandlerRules.Rule> rules, Role role) {
        var allowed = rules.stream().filter(r -> r.roles().contains(role)).count();
        return allowed == 0
                ? WhoSeesText.NO
                : allowed == rules.size() ? WhoSeesText.YES : WhoSeesText.PARTLY;
    }

    /// « /demandes » for « /demandes/{id}/analyse »; files and settings are divided once more.
    private static String area(String path) {
        var words = path.split("/");
        if (words.length < 2) return path;
        if (words[1].equals("dossiers") && words.length > 2 && words[2].startsWith("{"))
            return "/dossiers/{id}";
        if (words[1].equals("reglages")
                && words.length > 2
                && List.of(
                                "agenda",
                                "annuaire",
                                "equipe",
                                "principes",
                                "sauvegardes",
                                "traitements")
                        .contains(words[2])) return "/reglages/" + words[2];
        return "/" + words[1];
    }
}
