package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The plan of 60 interventions: its page by 8 people at once beside a bare page of the same server
/// (goal: 100 ms at the 95th percentile), and its paper beside a bare paper of the same server
/// (goal: one second), asked for by one person, then by 8 at once.
public final class PlanBenchmark {

    private static final int INTERVENTIONS = 60;
    private static final Pattern INTERVENTION = Pattern.compile("class=\"intervention[ \"]");
    private static final Pattern PAPER =
            Pattern.compile("href=\"(/dossiers/[0-9a-f-]{36}/pps/[0-9a-f-]{36})/imprimer");
    private static final Pattern TAG =
            Pattern.compile(
                    "/sections/CONDUITE\".*?name=\"_tag\" value=\"([^\"]*)\"", Pattern.DOTALL);
    private static final Pattern GOALS =
            Pattern.compile("id=\"interventions-nouveau-goal\".*?</select>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("value=\"([0-9a-f-]{36})\"");

    private PlanBenchmark() {}

    /// No argument; the data are those of `target/benchvar`, loaded by a first start when missing.
    public static void main(String[] args) throws Exception {
        try (var application = Bench.start()) {
            var address = Bench.address(application);
            var coordinator = new Browser(address);
            coordinator.signIn();
            var persons = coordinator.persons();
            var plan = plan(coordinator, persons);
            var bare = "/plancher/" + persons.getFirst() + "/feuille.pdf";
            var eight = new Clients(address);
            eight.print(
                    List.of(
                            eight.floor(persons),
                            eight.measure(
                                    "Plan de " + INTERVENTIONS + " interventions",
                                    (c, _) -> c.get(plan))));
            OUT.println("Objectif : 100 ms au 95e centile, 8 clients.");
            for (var clients : List.of(new Clients(address, 1, 40), new Clients(address, 8, 15)))
                clients.print(
                        List.of(
                                clients.measure("PDF nu (une ligne)", (c, _) -> c.paper(bare)),
                                clients.measure(
                                        "PDF de ce plan",
                                        (c, _) -> c.paper(plan + "/imprimer.pdf"))));
            OUT.printf(
                    "Objectif : 1 s pour un PDF (%d ko).%n",
                    coordinator.paper(plan + "/imprimer.pdf").length >> 10);
        }
    }

    /// A version in force with that many interventions, for the first person who may have one: that
    /// of a former run, else written, submitted and answered by the pages.
    private static String plan(Browser coordinator, List<String> persons)
            throws IOException, InterruptedException {
        for (var person : persons) {
            var plans = "/dossiers/" + person + "/pps";
            var current = inForce(coordinator.get(plans));
            if (current.isPresent()) return current.get();
            var edit = coordinator.led(plans, "reason=Plan+de+la+mesure");
            if (!edit.endsWith("/modifier")) continue;
            var written = edit.replace("/modifier", "");
            write(coordinator, written);
            coordinator.led(written + "/soumettre", "");
            coordinator.led(
                    written + "/avis",
                    "opinion=VALIDE&channel=TELEPHONE&given_by=Dr+Jeanne+EXEMPLE&given_on="
                            + LocalDate.now());
            current = inForce(coordinator.get(plans));
            if (current.isPresent()) return current.get();
        }
        throw new IllegalStateException("nobody may have a plan of that size");
    }

    /// The address of the version this page shows, when it is what is measured.
    private static Optional<String> inForce(String page) {
        return PAPER.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(_ -> interventions(page) == INTERVENTIONS && page.contains("En vigueur"))
                .findFirst();
    }

    private static long interventions(String page) {
        return INTERVENTION.matcher(page).results().count();
    }

    private static void write(Browser coordinator, String plan)
            throws IOException, InterruptedException {
        coordinator.led(
                plan + "/objectifs",
                "_tag=&title=Sortir+chaque+jour&kind=QUALITATIF&domain=MEDICAL");
        var form = coordinator.get(plan + "/modifier");
        var tag = TAG.matcher(form);
        if (!tag.find()) throw new IllegalStateException("no date of reassessment to fill");
        coordinator.led(
                plan + "/sections/CONDUITE",
                "_tag="
                        + URLEncoder.encode(tag.group(1), StandardCharsets.UTF_8)
                        + "&reassess_on="
                        + LocalDate.now().plusMonths(6));
        var choice = GOALS.matcher(form);
        if (!choice.find()) throw new IllegalStateException("no list of goals");
        var goals = ID.matcher(choice.group()).results().map(found -> found.group(1)).toList();
        var already = interventions(coordinator.get(plan));
        for (var n = already; n < INTERVENTIONS; n++)
            coordinator.led(
                    plan + "/interventions",
                    "_tag=&title=Passage+infirmier+"
                            + n
                            + "&type=CONSULTATION&unit=SEMAINE&every_n="
                            + (1 + n % 3)
                            + "&times=12&starts_on="
                            + LocalDate.now()
                            + "&goal="
                            + goals.get((int) n % goals.size()));
    }
}
