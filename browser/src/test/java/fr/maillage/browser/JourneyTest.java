package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.maillage.browser.Browsing.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// One invented person, from the telephone call to the exit, as the people of the demonstration see
/// her and by keyboard alone; then what a carer, the head and the agency read, and may not. In
/// order: each step goes on where the former stopped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {

    /// Another family name at each run: the region of the tests outlives them.
    private final String family = "VANTROYEN" + letters(System.currentTimeMillis() / 1000);

    private Browsing browsing;
    private String request = "";
    private String file = "";
    private String plan = "";

    @BeforeAll
    void start() {
        browsing = Browsing.start();
    }

    @Test
    @Order(1)
    void the_secretary_records_a_call_by_keyboard() {
        try (var sophie = browsing.enter("Sophie LECLERC")) {
            var page = sophie.open("/demandes").page();
            var keys = sophie.keys();
            var before = keys.presses();
            keys.key("d");
            page.waitForURL("**/demandes/nouvelle");
            var began = System.nanoTime();
            keys.tick(page.getByLabel("Informée et d’accord"));
            keys.type("#asker", "Zénaïde Vantroyen");
            keys.choose(page.locator("#askerQuality"), "Un proche");
            keys.type("#askerPhone", "06 39 98 12 34");
            keys.type("#subject", family + " Eulalie");
            var fresh = page.locator("input[name=patient][value=NOUVELLE]");
            fresh.waitFor();
            keys.tick(fresh);
            keys.press(page.locator("summary").filter(hasText("nouvelle personne")));
            keys.tick(page.locator("#sex input[value=F]"));
            keys.type("#birthDate", "12/04/1938");
            keys.type("#commune", "Douai");
            keys.type("#mtName", "Dr Anne MOREL");
            keys.tick(page.getByLabel("Maintien à domicile difficile"));
            keys.tick(page.getByLabel("Aidant épuisé"));
            keys.type("#ownWords", "Je veux rester dans ma maison, avec mes poules.");
            keys.type("#note", "Appel de la fille");
            var presses = keys.presses() - before + 1;
            var machine = Duration.ofNanos(System.nanoTime() - began);
            sophie.look("parcours-demande");
            keys.key("Enter");
            page.waitForURL(Pattern.compile(".*/demandes/[0-9a-f-]{36}"));
            System.out.printf(
                    "Demande au clavier : %d touches, aucune souris (%d s pour la machine)%n",
                    presses, machine.toSeconds());
            assertThat(read(sophie))
                    .contains("Demande enregistrée.", family + " Eulalie", "88 ans")
                    .doesNotContain("avec mes poules");
            request = path(page);
        }
    }

    @Test
    @Order(2)
    void the_coordinator_analyses_it_and_proposes_support() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open(request).page();
            var keys = claire.keys();
            assertThat(read(claire)).contains("Je veux rester dans ma maison, avec mes poules.");
            keys.key("p");
            page.getByText("La demande est à vous.").waitFor();
            claire.open(request + "/analyse");
            for (var list : new String[] {"medical", "social"})
                for (int i = 0; i < 2; i++)
                    keys.tick(page.locator("input[name=" + list + "]").nth(i));
            for (int i = 0; i < 5; i++) keys.tick(page.locator("input[name=grid]").nth(3 * i));
            page.locator("#proposition").getByText("Niveau 3, complexe, long terme").waitFor();
            page.locator("#proposition")
                    .getByText("11 points : à partir de 8, situation complexe.")
                    .waitFor();
            keys.tick(page.locator("input[name=subsidiarity]").first());
            keys.tick(page.locator("input[name=mtPart]").first());
            keys.tick(page.locator("input[name=retained][value='3']"));
            keys.choose(page.locator("#theme"), "Gérontologie");
            keys.tick(page.locator("input[name=validated]"));
            claire.look("parcours-analyse");
            keys.press(button(page, "Enregistrer l’analyse"));
            page.waitForURL("**" + request);
            keys.press(button(page, "Proposer un accompagnement"));
            page.getByText("Accompagnement proposé.").first().waitFor();
            var inclusion = page.getByText("Passer à l’inclusion");
            file = inclusion.getAttribute("href").replaceAll("/inclusion.*", "");
            keys.press(inclusion);
            page.waitForURL(Pattern.compile(".*/inclusion\\?.*"));
            assertThat(read(claire)).contains("Il manque encore");
        }
    }

    @Test
    @Order(3)
    void the_person_is_included_once_nothing_is_missing_and_her_circle_begins() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open(request).page();
            var keys = claire.keys();
            keys.press(page.getByText("Passer à l’inclusion"));
            page.waitForURL(Pattern.compile(".*/inclusion\\?.*"));
            var include = page.locator("#verdict .btn-primary");
            assertThat(include.getAttribute("aria-disabled")).isEqualTo("true");
            for (var criterion : page.locator("input[name=criterion]").all()) keys.tick(criterion);
            // the sector of the commune proposes a colleague; she keeps the person
            keys.choose(page.locator("#coordinator"), "Claire DUMONT");
            for (var act : new String[] {"agreement", "sharing"}) {
                keys.choose(page.locator("#" + act + "State"), "DONNE");
                keys.day(page.locator("#" + act + "On"), today());
            }
            // The greyed button frees itself when nothing is missing.
            page.locator("#verdict .btn-primary:not([aria-disabled])").waitFor();
            assertThat(page.locator("#verdict").innerText()).doesNotContain("Il manque encore");
            claire.look("parcours-inclusion");
            keys.press(include);
            page.waitForURL("**/cercle");
            assertThat(read(claire)).contains("Inclusion enregistrée. Complétez le cercle.");

            // The doctor named on the telephone is there already; her number lets her read the
            // plan.
            keys.press(page.locator("tr").filter(hasText("Anne MOREL")).getByText("Modifier"));
            keys.type("#rpps", "10100000016");
            keys.press(page.locator("form.form button.btn-primary"));
            page.waitForURL("**/cercle");
            join(claire, "Lucie PETIT", "INTERVENANT");
            assertThat(read(claire))
                    .contains("Dr Anne MOREL", "Médecin traitant", "Lucie PETIT", "Infirmier");
            claire.look("parcours-cercle");
        }
    }

    @Test
    @Order(4)
    void aggir_is_entered_in_full_its_group_computed_and_its_finding_becomes_a_problem() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open(file + "/evaluations/nouvelle").page();
            var keys = claire.keys();
            keys.press(button(page, "Commencer : AGGIR"));
            page.waitForURL(Pattern.compile(".*/evaluations/[0-9a-f-]{36}"));
            @SuppressWarnings("unchecked")
            var questions =
                    (List<String>)
                            page.evaluate(
                                    "() => [...document.querySelectorAll('[id$=__oui]')].map(i => i.id).filter(id => !id.includes('-ill-'))");
            // ten variables and their sub-variables, four questions each
            assertThat(questions).hasSize(4 * 17);
            for (var question : questions) {
                // She neither washes nor dresses by herself, and does all the rest.
                var helped = question.contains("toilette") || question.contains("habillage");
                keys.tick(
                        page.locator(
                                "[id='"
                                        + (helped ? question.replace("__oui", "__non") : question)
                                        + "']"));
            }
            // CASF, annexe 2-1: toilette C 500 + habillage C 500 in group F, from 800: rank 9, GIR
            // 3
            page.locator("#scores .score").filter(hasText("GIR 3")).first().waitFor();
            claire.look("parcours-aggir");
            keys.press(button(page, "Terminer l’évaluation"));
            // it proposes problems: the page to decide on them opens by itself
            page.waitForURL("**/problemes");
            assertThat(read(claire)).contains("Perte d’autonomie", "GIR 3 calculé (rang 9)");
            var finding = page.locator("article.card").filter(hasText("Perte d’autonomie")).first();
            keys.press(finding.locator("button[value=retenir]"));
            page.getByText("Choisissez la gravité pour retenir ce problème.").first().waitFor();
            finding = page.locator("article.card").filter(hasText("Perte d’autonomie")).first();
            keys.tick(finding.locator("input[value=SEVERE]"));
            keys.press(finding.locator("button[value=retenir]"));
            page.locator("section[aria-labelledby=retenus] article")
                    .filter(hasText("Perte d’autonomie"))
                    .first()
                    .waitFor();
            claire.look("parcours-problemes");
            keys.press(page.getByText("Voir l’évaluation").first());
            page.waitForURL(Pattern.compile(".*/evaluations/[0-9a-f-]{36}"));
            assertThat(read(claire)).contains("GIR calculé\n3", "Somme de ce groupe\n1000");
            claire.look("parcours-aggir-lue");
        }
    }

    @Test
    @Order(5)
    void an_evaluation_is_answered_by_digits_scored_as_one_answers_and_found_as_it_was() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open(file + "/evaluations/nouvelle").page();
            var keys = claire.keys();
            keys.press(button(page, "Commencer : Évaluation multidimensionnelle"));
            page.waitForURL(Pattern.compile(".*/evaluations/[0-9a-f-]{36}"));
            // a digit is an answer, and leads to the next question
            keys.reach(page.locator("[name='r.katz.hygiene']").first());
            for (var digit : "111112".split("")) keys.key(digit);
            assertThat(page.locator("[name='r.katz.repas']:checked").inputValue()).isEqualTo("0.5");
            katz(page).getByText("5,5").first().waitFor();

            // a question appears with the answer that calls for it, and goes with it
            var memory = page.locator("#q-psy-memoire__oui");
            var remarked = page.locator("#q-psy-memoire-precision__champ");
            assertThat(remarked.isVisible()).isFalse();
            keys.reach(memory);
            keys.key("1");
            remarked.waitFor();
            keys.type(remarked, "Répète les questions");
            keys.reach(memory);
            keys.key("2");
            remarked.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            keys.reach(memory);
            keys.key("1");
            remarked.waitFor();

            page.waitForResponse(
                    answer -> String.valueOf(answer.request().postData()).contains("poules"),
                    () ->
                            keys.type(
                                    page.getByLabel("Ce que la personne souhaite et attend"),
                                    "Garder mes poules"));
            page.locator("#etat").getByText("Enregistré à").waitFor();
            claire.look("parcours-multidimensionnelle");
            claire.open("/journee");
            claire.open(file + "/evaluations");
            keys.press(page.locator("section[aria-labelledby=brouillons] a").first());
            page.waitForURL(Pattern.compile(".*/evaluations/[0-9a-f-]{36}"));
            assertThat(page.getByLabel("Ce que la personne souhaite et attend").inputValue())
                    .isEqualTo("Garder mes poules");
            assertThat(remarked.inputValue()).isEqualTo("Répète les questions");
            assertThat(claire.complaints()).isEmpty();

            // and where no script runs, by a button
            try (var plain = claire.withoutScripts()) {
                var still = plain.open(path(page)).page();
                still.check("[name='r.katz.hygiene'][value='0']");
                button(still, "Recalculer").click();
                katz(still).getByText("4,5").first().waitFor();
                assertThat(still.locator("[name='r.katz.hygiene']:checked").inputValue())
                        .isEqualTo("0");
                assertThat(still.locator("#q-psy-memoire-precision__champ").inputValue())
                        .isEqualTo("Répète les questions");
            }
        }
    }

    private static Locator katz(Page page) {
        return page.locator("#scores .score").filter(hasText("Katz"));
    }

    @Test
    @Order(6)
    void the_plan_is_written_and_submitted_once_nothing_is_missing() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open(file + "/pps").page();
            var keys = claire.keys();
            keys.press(button(page, "Commencer le plan"));
            page.waitForURL("**/modifier");
            plan = path(page).replace("/modifier", "");

            claire.open(plan);
            var submit = button(page, "Soumettre pour avis");
            assertThat(submit.getAttribute("aria-disabled")).isEqualTo("true");
            assertThat(read(claire))
                    .contains(
                            "Ajoutez au moins un objectif.",
                            "Ajoutez au moins une intervention",
                            "Fixez la date de réévaluation.");
            keys.press(submit);
            assertThat(read(claire)).contains("Brouillon").doesNotContain("Soumis pour avis");

            keys.press(page.getByText("Écrire le plan").first());
            page.waitForURL("**/modifier");
            line(claire, "pathologies");
            keys.type("#pathologies-nouveau-label", "Arthrose des genoux");
            keys.choose(page.locator("#pathologies-nouveau-severity"), "Sévère");
            add(claire, "pathologies", "Arthrose des genoux");
            line(claire, "objectifs");
            keys.type("#objectifs-nouveau-title", "Être lavée et habillée chaque matin");
            keys.type("#objectifs-nouveau-problem", "Perte d’autonomie");
            keys.choose(page.locator("#objectifs-nouveau-kind"), "Qualitatif");
            keys.type("#objectifs-nouveau-indicator", "Matins avec une aide");
            keys.type("#objectifs-nouveau-target", "7 sur 7");
            keys.day(page.locator("#objectifs-nouveau-due_on"), today().plusMonths(3));
            add(claire, "objectifs", "Être lavée et habillée chaque matin");

            line(claire, "interventions");
            keys.type("#interventions-nouveau-title", "Aide à la toilette");
            keys.choose(page.locator("#interventions-nouveau-type"), "Services à la personne");
            keys.choose(page.locator("#interventions-nouveau-goal"), "Être lavée");
            keys.choose(page.locator("#interventions-nouveau-actor"), "Lucie PETIT");
            keys.choose(page.locator("#interventions-nouveau-unit"), "semaines");
            keys.press(submitOf(page, "interventions"));
            // a repetition has an end; what was typed is still there
            page.getByText("donnez une date de fin ou un nombre de fois").waitFor();
            assertThat(page.locator("#interventions-nouveau-title").inputValue())
                    .isEqualTo("Aide à la toilette");
            keys.type("#interventions-nouveau-times", "12");
            add(claire, "interventions", "Aide à la toilette");
            line(claire, "interventions");
            keys.type("#interventions-nouveau-title", "Bilan des médicaments");
            keys.choose(page.locator("#interventions-nouveau-type"), "Évaluation");
            keys.choose(page.locator("#interventions-nouveau-actor"), "Lucie PETIT");
            keys.day(page.locator("#interventions-nouveau-starts_on"), today());
            add(claire, "interventions", "Bilan des médicaments");

            section(claire, "situation", "life_project", "Rester chez elle, avec ses poules");
            section(claire, "contexte", "context_social", "Sa fille habite à deux heures de route");
            section(claire, "contacts", "useful_contacts", "Sa fille Zénaïde, 06 39 98 12 34");
            keys.day(page.locator("#conduite-reassess_on"), today().plusMonths(13));
            keys.press(page.locator("#conduite form button.btn-primary"));
            page.getByText("Un PPS est réévalué au moins une fois par an").first().waitFor();
            keys.day(page.locator("#conduite-reassess_on"), today().plusDays(20));
            keys.press(page.locator("#conduite form button.btn-primary"));
            page.waitForURL(Pattern.compile(".*/modifier(#.*)?"));
            claire.look("parcours-pps-modifier");

            claire.open(plan);
            keys.press(button(page, "Soumettre pour avis"));
            page.getByText("Soumis pour avis").first().waitFor();
            assertThat(read(claire)).contains("Avis attendu");
            claire.look("parcours-pps-soumis");
        }
    }

    @Test
    @Order(7)
    void the_doctor_answers_and_the_plan_comes_into_force() {
        try (var anne = browsing.enter("Anne MOREL")) {
            var page = anne.page();
            var keys = anne.keys();
            keys.press(page.locator("a[href^='/avis/']").filter(hasText(family)).first());
            page.waitForURL("**/avis/*");
            anne.look("parcours-avis");
            keys.tick(page.locator("input[value=VALIDE_APRES_AMENDEMENT]"));
            keys.press(button(page, "Donner mon avis"));
            page.getByText("Écrivez l’amendement").first().waitFor();
            assertThat(page.locator("input[value=VALIDE_APRES_AMENDEMENT]").isChecked()).isTrue();
            keys.type("#words", "Paracétamol avant la toilette.");
            keys.press(button(page, "Donner mon avis"));
            page.getByText("votre avis est enregistré").waitFor();
        }
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open(plan).page();
            var keys = claire.keys();
            assertThat(read(claire))
                    .contains(
                            "En vigueur",
                            "Validé après amendement",
                            "Paracétamol avant la toilette.");
            var pdf =
                    page.request()
                            .get(
                                    browsing.address()
                                            + page.locator(
                                                            "a[href*='/pps/'][href$='/imprimer.pdf']")
                                                    .first()
                                                    .getAttribute("href"));
            assertThat(pdf.status()).isEqualTo(200);
            assertThat(pdf.headers().get("content-type")).startsWith("application/pdf");
            assertThat(new String(pdf.body(), 0, 5, StandardCharsets.ISO_8859_1))
                    .isEqualTo("%PDF-");

            keys.press(button(page, "Noter la remise"));
            page.locator("section[aria-labelledby=histo] li").filter(hasText("emis")).waitFor();
            claire.look("parcours-pps-en-vigueur");

            keys.type("#reason", "Sa fille vient vivre avec elle");
            keys.press(button(page, "Version suivante"));
            page.waitForURL("**/modifier");
            var next = path(page).replace("/modifier", "");
            keys.press(page.locator("#objectifs summary").first());
            keys.type(page.locator("#objectifs [id$=-target]").first(), "5 sur 7");
            keys.press(page.locator("#objectifs details").first().locator("button.btn-primary"));
            page.locator("#objectifs summary").filter(hasText("5 sur 7")).waitFor();
            keys.press(page.getByText("Relire et soumettre"));
            page.waitForURL("**" + next);
            keys.press(page.getByText("Ce qui change"));
            page.waitForURL(Pattern.compile(".*/versions.*"));
            var changed =
                    page.locator("table.diff tr")
                            .filter(hasText("Être lavée et habillée chaque matin"));
            assertThat(changed.locator("del").innerText()).contains("7");
            assertThat(changed.locator("ins").innerText()).contains("5");
            claire.look("parcours-versions");
            claire.open(plan);
            assertThat(read(claire)).contains("En vigueur", "7 sur 7").doesNotContain("5 sur 7");
        }
    }

    @Test
    @Order(8)
    void an_alert_raised_by_itself_is_closed_with_its_outcome_and_acts_are_marked() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.page();
            var keys = claire.keys();
            // Nobody asked: the plan that came into force is to be looked at again in twenty days.
            var due =
                    page.locator("[data-row]")
                            .filter(hasText(family))
                            .filter(hasText("PPS v1 à réévaluer"));
            for (int i = 0; i < 60; i++) {
                everyAlert(claire);
                if (due.count() > 0) break;
                page.waitForTimeout(500);
            }
            claire.look("parcours-alerte");
            everyAlert(claire);
            keys.row(family, "PPS v1 à réévaluer");
            keys.key("p");
            keys.pick("Plan adapté");
            page.locator(".toast").filter(hasText("Plan adapté.")).waitFor();
            everyAlert(claire);
            assertThat(due.count()).isZero();

            claire.open(file + "/suivi");
            keys.row("Aide à la toilette", "À faire");
            keys.key("f");
            keys.pick("Aujourd’hui");
            page.getByText("Noté.").first().waitFor();
            claire.open(file + "/suivi");
            keys.row("Bilan des médicaments", "À faire");
            keys.key("n");
            keys.pick("Professionnel indisponible");
            page.getByText("Noté.").first().waitFor();
            claire.open(file + "/suivi");
            assertThat(read(claire)).contains("1 faits sur 2 prévus à ce jour, 1 manqués");
            keys.press(page.getByText("Bilan des médicaments").first());
            page.waitForURL("**/suivi?intervention=*");
            assertThat(read(claire)).containsIgnoringCase("professionnel indisponible");
            claire.look("parcours-suivi");
        }
    }

    @Test
    @Order(9)
    void a_page_open_in_two_tabs_tells_the_second_and_keeps_its_words() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var draft = claire.open(file + "/pps").page();
            var next = draft.locator("a[href*='/pps/'][href$='/modifier']").first();
            var address =
                    next.count() > 0
                            ? next.getAttribute("href")
                            : draft.locator("a[href*='/pps/']")
                                    .filter(hasText("2"))
                                    .first()
                                    .getAttribute("href");
            var first = claire.open(address).page();
            if (first.locator("a[href*='/pps/'][href$='/modifier']").count() > 0) {
                address =
                        first.locator("a[href*='/pps/'][href$='/modifier']")
                                .first()
                                .getAttribute("href");
                claire.open(address);
            }
            var second = claire.context().newPage();
            second.navigate(browsing.address() + address);
            var field = "#contacts-crisis";
            claire.keys().type(field, "Appeler sa fille");
            claire.keys().press(first.locator("#contacts form button.btn-primary"));
            first.waitForFunction(
                    "() => document.querySelector('#contacts-crisis').value === 'Appeler sa fille'");
            first.waitForLoadState();

            var keys = new Keyboard(second);
            keys.type(field, "Appeler le voisin");
            keys.press(second.locator("#contacts form button.btn-primary"));
            second.getByText("Un collègue a modifié cette fiche entre-temps.").waitFor();
            assertThat(second.locator(field).inputValue()).isEqualTo("Appeler le voisin");
            claire.open(address);
            assertThat(first.locator(field).inputValue()).isEqualTo("Appeler sa fille");
        }
    }

    @Test
    @Order(10)
    void a_session_that_ends_while_typing_loses_nothing() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open("/contacts/nouveau").page();
            var keys = claire.keys();
            keys.type("#who", "Mairie de Douai");
            claire.context().clearCookies();
            keys.type("#note", "Portage de repas pour " + family);
            // saving the draft finds no session: it is said, and the page stays as typed
            var dialog = page.locator("#session-expiree");
            dialog.waitFor();
            assertThat(read(claire)).contains("Votre session a expiré", "Rien n’est perdu");
            keys.press(dialog.getByText("Revenir à ma page"));
            assertThat(page.locator("#who").inputValue()).isEqualTo("Mairie de Douai");
            // saved anyway: the words wait behind the sign-in
            keys.press(page.locator("main form.form .btn-primary"));
            keys.press(Browsing.card(page, "Claire DUMONT"));
            page.waitForURL("**/reprendre");
            keys.press(button(page, "Enregistrer ma saisie"));
            page.getByText("Appel enregistré.").waitFor();
            claire.open("/contacts");
            assertThat(read(claire)).contains("Mairie de Douai", "Portage de repas pour " + family);
        }
    }

    @Test
    @Order(11)
    void the_day_is_walked_by_keyboard_and_a_call_is_noted() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open("/journee").page();
            var keys = claire.keys();
            keys.key("j");
            keys.key("j");
            assertThat(row(page)).isEqualTo(1);
            keys.key("k");
            assertThat(row(page)).isZero();
            keys.key("a");
            page.locator("#en-place[open]").waitFor();
            keys.write("Pharmacie de la Scarpe");
            keys.type("#ep-note", "Pilulier de " + family + " prêt jeudi");
            keys.key("Control+Enter");
            page.getByText("Appel enregistré.").waitFor();
            // from anywhere, for somebody: what was being typed behind stays
            claire.open("/taches");
            keys.type("#title", "Préparer la réunion");
            int before = keys.presses();
            keys.key("Control+k");
            keys.write("appel " + family);
            page.locator("#palette [data-results] a[data-in-place]").first().waitFor();
            keys.key("Enter");
            page.locator("#en-place[open]").waitFor();
            keys.key("Space");
            keys.type("#ep-note", "Va mieux");
            keys.key("Control+Enter");
            page.getByText("Appel enregistré.").waitFor();
            assertThat(keys.presses() - before).as("key presses of a call").isLessThan(60);
            assertThat(
                            page.evaluate(
                                    "() => document.activeElement.id + '=' + document.activeElement.value"))
                    .isEqualTo("title=Préparer la réunion");
            claire.open("/contacts");
            assertThat(read(claire))
                    .contains("Pharmacie de la Scarpe", "Pilulier de " + family + " prêt jeudi");
        }
    }

    @Test
    @Order(12)
    void the_line_of_life_tells_it_all_and_the_file_closes_with_a_reason() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open(file + "/ligne-de-vie").page();
            var keys = claire.keys();
            assertThat(read(claire))
                    .contains(
                            "Demande d’appui reçue",
                            "Demande analysée, Niveau 3, complexe, long terme",
                            "Accompagnement proposé",
                            "Cercle : intervenant ajouté");
            claire.look("parcours-ligne-de-vie");
            claire.open(file + "/sortie");
            keys.choose(page.locator("#exitReason"), "Objectifs atteints");
            keys.press(page.getByText("Clore le dossier de"));
            page.waitForURL(url -> !url.endsWith("/sortie"));
            claire.open(file + "/sortie");
            assertThat(read(claire)).contains("Aucun accompagnement en cours.");
        }
    }

    @Test
    @Order(13)
    void a_carer_reads_the_plan_in_plain_words_the_circle_and_who_opened_the_file() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var keys = claire.keys();
            claire.open("/journee");
            keys.key("Control+k");
            keys.write("leroy odette");
            claire.page().locator("#palette .palette-results [data-results] a").first().waitFor();
            keys.key("Enter");
            claire.page().waitForURL(Pattern.compile(".*/dossiers/[0-9a-f-]{36}"));
        }
        try (var isabelle = browsing.enter("Isabelle LEROY")) {
            var page = isabelle.page();
            var keys = isabelle.keys();
            assertThat(read(isabelle))
                    .contains(
                            "Le plan de votre mère, Odette LEROY",
                            "Si ça ne va pas",
                            "Kinésithérapie : équilibre et marche, avec ")
                    .doesNotContain("PPS");
            isabelle.look("parcours-mon-plan");
            keys.press(page.locator("nav a[href='/mon-plan/cercle']").first());
            page.waitForURL("**/mon-plan/cercle");
            assertThat(read(isabelle)).contains("Dr Anne MOREL", "Claire DUMONT");
            keys.press(page.locator("nav a[href='/mon-plan/acces']").first());
            page.waitForURL("**/mon-plan/acces");
            assertThat(read(isabelle)).contains("Claire DUMONT", "la page d’accueil");
            var refused = page.navigate(browsing.address() + file);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(read(isabelle)).contains("Page introuvable").doesNotContain(family);
        }
    }

    @Test
    @Order(14)
    void every_figure_of_the_head_opens_a_list_of_that_length() {
        try (var helene = browsing.enter("Hélène VANDAMME")) {
            var page = helene.open("/pilotage").page();
            for (var label :
                    new String[] {
                        "Situations en cours", "Alertes ouvertes", "Demandes en attente"
                    }) {
                helene.open("/pilotage");
                var figure = page.locator("article.figure").filter(hasText(label)).first();
                var value = Integer.parseInt(number(figure.locator(".figure-value")));
                helene.keys().press(figure.locator("a"));
                page.waitForURL("**/pilotage/*");
                assertThat(page.locator("tbody tr").count()).as(label).isEqualTo(value);
                assertThat(number(page.locator("h1 .count"))).as(label).isEqualTo("" + value);
            }
        }
    }

    @Test
    @Order(15)
    void a_signed_publication_is_all_the_agency_reads() {
        var sheet = "";
        try (var helene = browsing.enter("Hélène VANDAMME")) {
            var page = helene.open("/pilotage/publications").page();
            // The demonstration has signed the day's: a second one is refused.
            helene.keys().press(page.locator("main form button.btn-primary").first());
            page.getByText("est déjà signée").waitFor();
            helene.keys().press(page.locator("tbody a.stretched").first());
            page.waitForURL(Pattern.compile(".*/publications/[0-9a-f-]{36}"));
            assertThat(read(helene)).contains("Signée par", "nombres sous 11 masqués");
            helene.look("parcours-publication");
            sheet = path(page).replace("/pilotage", "");
        }
        try (var marc = browsing.enter("Marc HENNION")) {
            var page = marc.open("/publications").page();
            marc.keys().press(page.locator("a[href='" + sheet + "']"));
            page.waitForURL("**" + sheet);
            assertThat(read(marc))
                    .contains("Signée par", "Aucune donnée nominative n’est accessible à l’agence.")
                    .doesNotContain(family);
            var refused = page.navigate(browsing.address() + file);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(read(marc)).contains("Page introuvable").doesNotContain(family);
        }
    }

    private LocalDate today() {
        return LocalDate.now(browsing.bean(Clock.class));
    }

    /// The list of the day with nothing folded away.
    private static void everyAlert(Visitor claire) {
        claire.open("/journee?tout=1");
    }

    /// Unfolds the form of a new line of the plan.
    private static void line(Visitor claire, String lines) {
        claire.keys().press(claire.page().locator("#" + lines + "-nouveau > summary"));
    }

    private static Locator submitOf(Page page, String lines) {
        return page.locator("#" + lines + "-nouveau form button.btn-primary");
    }

    private static void add(Visitor claire, String lines, String title) {
        claire.keys().press(submitOf(claire.page(), lines));
        claire.page().locator("#" + lines + " summary").filter(hasText(title)).first().waitFor();
    }

    private static void section(Visitor claire, String section, String field, String words) {
        var page = claire.page();
        claire.keys().type("#" + section + "-" + field, words);
        claire.keys().press(page.locator("#" + section + " form button.btn-primary"));
        page.locator(".toast").first().waitFor();
        assertThat(page.locator("#" + section + "-" + field).inputValue()).isEqualTo(words);
    }

    private void join(Visitor claire, String name, String role) {
        var page = claire.open(file + "/cercle/ajouter?type=PROFESSIONNEL").page();
        var keys = claire.keys();
        keys.type("#q", name);
        keys.key("Enter");
        keys.press(page.locator(".suggest a").filter(hasText(name)).first());
        page.waitForFunction("() => document.querySelector('#name').value !== ''");
        page.waitForLoadState();
        assertThat(page.locator("#name").inputValue()).contains(name);
        keys.choose(page.locator("#role"), role);
        for (var part : page.locator("input[name=part]").all()) keys.tick(part);
        keys.press(page.locator("form.form button.btn-primary"));
        page.getByText("Le cercle est complété.").waitFor();
    }

    /// The sentences of the page, its non-breaking spaces read as spaces.
    private static String read(Visitor visitor) {
        return visitor.text().replaceAll("[\\u00a0\\u202f]", " ");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).last();
    }

    private static Locator.FilterOptions hasText(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    /// The place in the list of the row that holds the keyboard, from 0.
    private static int row(Page page) {
        return ((Number)
                        page.evaluate(
                                "() => [...document.querySelectorAll('[data-row]')].indexOf(document.activeElement.closest('[data-row]'))"))
                .intValue();
    }

    private static String number(Locator where) {
        return where.innerText().replaceAll("\\D", "");
    }

    private static String path(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "");
    }

    private static String letters(long number) {
        var word = new StringBuilder();
        for (var left = number; left > 0; left /= 26) word.append((char) ('A' + left % 26));
        return word.toString();
    }
}
