package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The longest questionnaire: its form opened, and what comes back each time an answer is typed
/// (kept, scored, rendered), by 8 people at once, each in an evaluation of their own, beside a bare
/// page of the same server. Goal: 100 ms at the 95th percentile.
public final class QuestionnaireBenchmark {

    private static final String LONGEST = "evaluation-multidimensionnelle";
    private static final Pattern TAB = Pattern.compile("name=\"_tab\" value=\"([0-9a-f-]{36})\"");

    private QuestionnaireBenchmark() {}

    /// No argument; the data are those of `target/benchvar`, loaded by a first start when missing.
    public static void main(String[] args) throws Exception {
        try (var application = Bench.start()) {
            var address = Bench.address(application);
            var first = new Browser(address);
            first.signIn();
            var persons = first.persons();
            var clients = new Clients(address);
            clients.print(
                    List.of(
                            clients.floor(persons),
                            clients.prepared(
                                    "Formulaire le plus long",
                                    (c, n) -> {
                                        var form = begin(c, persons.get(n % persons.size()));
                                        return (client, _) -> client.get(form);
                                    }),
                            clients.prepared(
                                    "Réponse gardée, notée, rendue",
                                    (c, n) -> {
                                        var form = begin(c, persons.get(n % persons.size()));
                                        var fields = answers(c.get(form));
                                        return (client, i) ->
                                                client.fragment(
                                                        form + "/enregistrer",
                                                        fields + "&r.aidants.charge=" + i % 11);
                                    })));
            OUT.println("Objectif : 100 ms au 95e centile, 8 clients.");
        }
    }

    private static String begin(Browser client, String person)
            throws IOException, InterruptedException {
        return client.led("/dossiers/" + person + "/evaluations", "questionnaire=" + LONGEST);
    }

    /// A form filled where one chooses: the first option of each question that is shown or not.
    private static String answers(String page) {
        var tab = TAB.matcher(page);
        if (!tab.find()) throw new IllegalStateException("no form of an evaluation");
        var fields = new StringBuilder("version=0&_tab=").append(tab.group(1));
        var seen = new HashSet<String>();
        var options =
                Pattern.compile("type=\"radio\" name=\"(r\\.[^\"#]+)\" value=\"([^\"]+)\"")
                        .matcher(page);
        while (options.find())
            if (seen.add(options.group(1)))
                fields.append('&').append(options.group(1)).append('=').append(options.group(2));
        return fields.toString();
    }
}
