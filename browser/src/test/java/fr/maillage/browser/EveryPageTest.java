package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Follows every link each role is offered, one page of each kind: it opens, has a title and one
/// heading, passes axe, fits a telephone, and the console stays silent (no script that fails,
/// nothing the content policy refuses); photographed at both sizes.
class EveryPageTest {

    /// As many kinds of pages as a run has time for; `-Dmaillage.pages=100` follows them all.
    private static final int PAGES_A_ROLE = Integer.getInteger("maillage.pages", 16);

    private static Browsing browsing;

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Secrétaire",
                "Coordonnateur",
                "Responsable",
                "Professionnel",
                "Agence",
                "Usager",
                "Administration"
            })
    void every_kind_of_page_opens_and_is_accessible(String role) {
        try (var visitor = browsing.enter(role)) {
            var page = visitor.page();
            var seen = new LinkedHashSet<String>();
            var waiting = new ArrayDeque<String>(List.of(path(page)));
            var faults = new ArrayList<String>();
            while (!waiting.isEmpty() && seen.size() < PAGES_A_ROLE) {
                var path = waiting.poll();
                if (!seen.add(kind(path))) continue;
                visitor.complaints().clear();
                var answer = page.navigate(browsing.address() + path);
                if (answer == null || answer.status() != 200) {
                    faults.add(
                            kind(path)
                                    + " answers "
                                    + (answer == null ? "nothing" : answer.status()));
                    continue;
                }
                var name =
                        role.toLowerCase(java.util.Locale.ROOT).replace("é", "e")
                                + kind(path).replaceAll("[^a-z0-9]+", "-");
                try {
                    if (page.locator("h1").count() != 1)
                        faults.add(
                                kind(path)
                                        + " has "
                                        + page.locator("h1").count()
                                        + " main headings");
                    visitor.look(name);
                } catch (AssertionError e) {
                    faults.add(e.getMessage());
                }
                for (var complaint : visitor.complaints())
                    faults.add(kind(path) + ": the console says " + complaint);
                for (var link : links(page)) if (!seen.contains(kind(link))) waiting.add(link);
            }
            assertThat(faults).isEmpty();
            assertThat(seen).hasSizeGreaterThan(1);
        }
    }

    private static Set<String> links(Page page) {
        @SuppressWarnings("unchecked")
        var found =
                (List<String>)
                        page.evaluate(
                                """
                                () => Array.from(document.querySelectorAll('a[href^="/"]'))
                                  .filter(a => !a.target && !a.hasAttribute('download') && !/\\.(pdf|ics|xlsx|csv|docx|zip)([?#]|$)/.test(a.href))
                                  .map(a => a.getAttribute('href').split('#')[0])
                                """);
        return new LinkedHashSet<>(found);
    }

    private static String path(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "");
    }

    /// An address without its ids and values.
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "x")
                .replaceAll("=[^&]*", "")
                .replaceAll("/\\d+", "/n");
    }
}
