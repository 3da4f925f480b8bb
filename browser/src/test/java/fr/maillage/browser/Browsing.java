package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import fr.maillage.App;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// The application with its demonstration region, and Chromium in front of it; started once for all
/// the journeys. Without Chromium the journeys are skipped and counted, never where `CI=true`.
final class Browsing {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Set<String> FATAL = Set.of("serious", "critical");
    private static Browsing one;

    private final ConfigurableApplicationContext application;
    private final ThreadLocal<Browser> browser = ThreadLocal.withInitial(Browsing::chromium);
    private final String address;
    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Browsing() {
        mails.start();
        application =
                SpringApplication.run(
                        App.class,
                        "--server.port=0",
                        "--maillage.data=target/pgbrowser",
                        "--maillage.rounds.seconds=3",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mails.getSmtp().getPort(),
                        "--logging.level.fr.maillage=WARN");
        address =
                "http://localhost:"
                        + application.getBean(Environment.class).getProperty("local.server.port");
    }

    /// A Chromium for each thread that asks: what drives it belongs to one thread at a time.
    private static Browser chromium() {
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
        if ("root".equals(System.getProperty("user.name"))) arguments.add("--no-sandbox");
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(arguments));
    }

    static synchronized Browsing start() {
        if (!Files.isExecutable(CHROMIUM)) {
            if ("true".equals(System.getenv("CI")))
                throw new IllegalStateException("CI=true asks for " + CHROMIUM);
            Assumptions.abort(
                    "parcours dans le navigateur non joués : installez Chromium (apt-get install chromium)");
        }
        if (one == null) one = new Browsing();
        return one;
    }

    String address() {
        return address;
    }

    /// The mails that left, the oldest first.
    MimeMessage[] mails() {
        return mails.getReceivedMessages();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /// Somebody at a desk of 1366 × 768, signed in by the first card of the role, or by the card
    /// that bears the name.
    Visitor enter(String name) {
        return enter(name, address);
    }

    /// The same, by another way to the application: the near end of a [Wire].
    Visitor enter(String name, String address) {
        var context = browser.get().newContext(desk());
        var page = context.newPage();
        page.navigate(address + "/connexion");
        var visitor = visitor(context, page, address);
        visitor.keys().press(card(page, name));
        page.waitForURL(url -> !url.contains("/connexion"));
        return visitor;
    }

    /// The sign-in card of a role, or of the person who bears the name.
    static Locator card(Page page, String name) {
        return page.locator(
                        ".role-group:has(h3:has-text(\""
                                + name
                                + "\")) button.person, button.person:has-text(\""
                                + name
                                + "\")")
                .first();
    }

    private static Browser.NewContextOptions desk() {
        return new Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris");
    }

    private static Visitor visitor(BrowserContext context, Page page, String address) {
        context.setDefaultTimeout(30_000);
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        return new Visitor(address, context, page, new Keyboard(page), complaints);
    }

    /// Somebody who has not signed in.
    Visitor stranger() {
        var context = browser.get().newContext(desk());
        return visitor(context, context.newPage(), address);
    }

    /// One person in front of one window.
    ///
    /// @param complaints what the browser's console said in red: a script that failed, something
    ///   the content policy refused, a resource that is not there
    record Visitor(
            String address,
            BrowserContext context,
            Page page,
            Keyboard keys,
            List<String> complaints)
            implements AutoCloseable {

        Visitor open(String path) {
            page.navigate(address + path);
            return this;
        }

        /// The same person, signed in already, in a browser that runs no script.
        Visitor withoutScripts() {
            var plain =
                    context.browser()
                            .newContext(
                                    desk().setJavaScriptEnabled(false)
                                            .setStorageState(context.storageState()));
            return visitor(plain, plain.newPage(), address);
        }

        /// The address of the file of Odette Leroy, whom Claire visits today.
        String leroy() {
            return open("/agenda")
                    .page()
                    .locator("li.work a.stretched")
                    .filter(new Locator.FilterOptions().setHasText("LEROY"))
                    .first()
                    .getAttribute("href");
        }

        /// Photographs the page at both sizes, and refuses serious or critical accessibility
        /// findings, and a page wider than the telephone.
        void look(String name) {
            page.setViewportSize(1366, 768);
            photograph(name + "-1366.png");
            accessible(name);
            page.setViewportSize(360, 780);
            photograph(name + "-360.png");
            var overflow =
                    page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) overflow).intValue())
                    .as(name + ": wider than 360 px by")
                    .isLessThanOrEqualTo(0);
            page.setViewportSize(1366, 768);
        }

        /// A picture for people. Chromium sometimes has none to give while the machine is busy,
        /// which says nothing of the page: it is asked a second time.
        private void photograph(String file) {
            var options =
                    new Page.ScreenshotOptions()
                            .setPath(Path.of("target/screenshots").resolve(file));
            try {
                page.screenshot(options);
            } catch (PlaywrightException e) {
                if (!e.getMessage().contains("Unable to capture screenshot")) throw e;
                page.screenshot(options);
            }
        }

        void accessible(String name) {
            var found =
                    new AxeBuilder(page)
                            .analyze().getViolations().stream()
                                    .filter(v -> FATAL.contains(v.getImpact()))
                                    .map(v ->
                                            v.getId()
                                                    + " on "
                                                    + v.getNodes().stream()
                                                            .limit(3)
                                                            .map(n -> n.getHtml())
                                                            .toList())
                                    .toList();
            assertThat(found).as(name + ": serious or critical accessibility findings").isEmpty();
        }

        /// The sentences of the page, as read.
        String text() {
            return page.locator("body").innerText();
        }

        /// Leaves the page first: Chromium has been seen to wait for ever when it was closed while
        /// it sent a form.
        @Override
        public void close() {
            try {
                page.navigate("about:blank");
            } catch (PlaywrightException e) {
                // it goes whatever it was doing
            }
            context.close();
        }
    }
}
