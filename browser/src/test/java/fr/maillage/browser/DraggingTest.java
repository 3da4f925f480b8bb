package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.maillage.browser.Browsing.Visitor;
import fr.maillage.kernel.WorkingDays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is dragged by the mouse: an appointment over the agendas of several colleagues, a visit
/// over the days of a proposal of rounds; where it may be and where it may not.
class DraggingTest {

    /// Another title at each run: the region of the tests outlives them.
    private static final String TITLE = "Glissé " + System.currentTimeMillis();

    private static Browsing browsing;

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @Test
    void an_appointment_is_dragged_to_a_colleague_and_the_hours_not_worked_are_said() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.page();
            // a Tuesday nobody has appointments on yet: the team meets on Mondays
            var day =
                    today().plusDays(40)
                            .datesUntil(today().plusDays(80))
                            .filter(d -> d.getDayOfWeek() == DayOfWeek.TUESDAY)
                            .filter(WorkingDays.FRANCE::isWorkingDay)
                            .findFirst()
                            .orElseThrow();
            claire.open("/agenda/nouveau?jour=" + day + "&heure=10:00");
            page.selectOption("#kind", "BUREAU");
            page.fill("#title", TITLE);
            page.fill("#minutes", "30");
            page.getByText("Noter le rendez-vous").click();
            page.waitForURL(url -> !url.contains("/nouveau"));

            claire.open("/agenda?jour=" + day);
            var choice = page.locator(".ag-choose label");
            var both =
                    "/agenda?jour=%s&vue=jour&membre=%s&membre=%s"
                            .formatted(day, member(choice, "DUMONT"), member(choice, "BELKACEM"));
            var karim = member(choice, "BELKACEM");
            claire.open(both);
            assertThat(column(page)).isNotEqualTo(karim);
            drop(page, karim, LocalTime.of(14, 0));
            page.locator("[data-member='" + karim + "'] [data-event][data-time='14:00']").waitFor();
            claire.look("agenda-glisse");
            assertThat(column(page)).isEqualTo(karim);

            drop(page, karim, LocalTime.of(8, 15));
            page.getByText("c’est hors des heures de travail").first().waitFor();
            assertThat(page.inputValue("#time")).isEqualTo("08:15");
            assertThat(page.inputValue("#member")).isEqualTo(karim);
            claire.accessible("rendez-vous refusé");
            claire.open(both);
            assertThat(event(page).getAttribute("data-time")).isEqualTo("14:00");

            event(page).locator("a").click();
            page.locator("button[value=ANNULE]").click();
            page.locator("button[value=ANNULE]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            nothingRed(claire);
        }
    }

    @Test
    void a_proposal_shows_itself_when_ready_and_a_visit_is_dragged_or_refused_with_its_reason() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.page();
            // four days nobody has appointments in yet, and a visit from the Wednesday on
            var first = today().plusDays(21).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            var notBefore = first.plusDays(2);
            claire.open(claire.leroy() + "/visite-a-prevoir");
            page.fill("#first", notBefore.toString());
            page.fill("#due", notBefore.toString());
            page.getByText("Demander cette visite").click();
            page.getByText("Visite à prévoir notée").first().waitFor();

            page.fill("#first", first.toString());
            page.fill("#last", first.plusDays(3).toString());
            for (var box : page.locator("input[name=member]").all()) box.check();
            page.getByText("Proposer des tournées").click();
            page.locator("#avancement progress").waitFor();
            page.locator("#accept").waitFor(); // nobody asked for the page again
            assertThat(page.locator("#avancement").count()).isZero();
            claire.look("tournees");

            var visit = leroy(page).getAttribute("data-visit");
            var there = day(leroy(page));
            assertThat(there).isAfterOrEqualTo(notBefore);
            // where nothing is against it: the other day of the two, with her coordinator
            var free = there.equals(notBefore) ? notBefore.plusDays(1) : notBefore;
            drop(page, visit, free);
            page.locator("[data-round][data-day='" + free + "'] [data-visit='" + visit + "']")
                    .waitFor();
            assertThat(stop(page, visit).innerText()).contains("épinglée");

            // before it makes sense: refused, with the day that was asked for
            drop(page, visit, first);
            page.locator("#day-error").waitFor();
            assertThat(page.locator("#day-error").innerText())
                    .contains("avant le premier jour où cette visite a un sens");
            assertThat(page.inputValue("#day")).isEqualTo(first.toString());
            claire.accessible("visite refusée");
            nothingRed(claire);

            claire.open(page.url().replaceAll(".*(/agenda/tournees/[^/]+).*", "$1"));
            page.locator("form[action$=abandonner] button").click();
            page.locator("button[aria-label*='demandée pour'][aria-label*='LEROY Odette']")
                    .first()
                    .click();
            page.getByText("Demande de visite retirée").first().waitFor();
        }
    }

    private static LocalDate today() {
        return LocalDate.now(browsing.bean(Clock.class));
    }

    // ── the agenda ──

    private static String member(Locator choices, String name) {
        return choices.filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .locator("input")
                .getAttribute("value");
    }

    private static Locator event(Page page) {
        return page.locator("[data-event]:has-text('" + TITLE + "')").first();
    }

    /// In whose column the appointment is.
    private static String column(Page page) {
        return (String) event(page).evaluate("e => e.closest('[data-col]').dataset.member");
    }

    /// Takes the appointment by its top, and lets it go at an hour of somebody's column.
    private static void drop(Page page, String member, LocalTime time) {
        tall(page);
        var from = Integer.parseInt(page.locator(".ag-grid").getAttribute("data-from"));
        var quarters = (time.toSecondOfDay() / 60 - from) / 15;
        event(page)
                .dragTo(
                        page.locator("[data-member='" + member + "'] [data-slots]"),
                        new Locator.DragToOptions()
                                .setSourcePosition(20, 4)
                                .setTargetPosition(40, quarters * 15 + 7));
    }

    // ── the rounds ──

    private static Locator leroy(Page page) {
        return page.locator(".rd-stop:has-text('LEROY Odette'):has-text('Demandée')").first();
    }

    private static Locator stop(Page page, String visit) {
        return page.locator(".rd-stop[data-visit='" + visit + "']");
    }

    private static LocalDate day(Locator stop) {
        return LocalDate.parse(
                (String) stop.evaluate("s => s.closest('[data-round]').dataset.day"));
    }

    /// Lets the visit go on a day of Claire.
    private static void drop(Page page, String visit, LocalDate day) {
        tall(page);
        stop(page, visit)
                .dragTo(
                        page.locator(
                                "[data-round][data-day='" + day + "']:has(h4:has-text('DUMONT'))"));
    }

    /// The window is tall enough for both ends of a drag: what scrolls under a button held down is
    /// no longer held.
    private static void tall(Page page) {
        page.setViewportSize(1366, 3000);
    }

    /// The console is silent, but for the refusals.
    private static void nothingRed(Visitor claire) {
        assertThat(claire.complaints().stream().filter(said -> !said.contains("422"))).isEmpty();
    }
}
