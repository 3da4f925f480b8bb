package fr.maillage.careplan.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.network.Networks;
import fr.maillage.testing.PaperCheck;
import fr.maillage.web.FormErrors;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PpsPdfTest {

    private static final Mark NONE = new Mark("", "circle", "Pas encore", null);

    @Test
    void the_paper_is_an_archive_that_a_screen_reader_can_read_whatever_was_typed()
            throws Exception {
        var pdf =
                pdf(
                        "Chutes répétées « à répétition » 🙂👩‍⚕️ <b>& co</b> ﷽ \u202Eשלום\u202C \u0007fin");
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/pps.pdf"), pdf);

        PaperCheck.assertArchiveReadAloud(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getSubject())
                    .isEqualTo("Plan personnalisé de santé");
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "Chutes répétées « à répétition »",
                            "<b>& co</b>",
                            "fin",
                            "Kiné équilibre",
                            "Lit médicalisé",
                            "ne constitue pas à lui seul un PPS",
                            "[slightly smiling face",
                            "[arabic ligature bismillah ar-rahman ar-raheem]",
                            "[hebrew letter shin, hebrew letter lamed, hebrew letter vav, hebrew letter final mem] fin")
                    .doesNotContain("\u202E", "\u202C", "\u0007");
        }
    }

    private static byte[] pdf(String problem) throws Exception {
        var networks =
                (Networks)
                        Proxy.newProxyInstance(
                                PpsPdfTest.class.getClassLoader(),
                                new Class<?>[] {Networks.class},
                                (_, _, _) -> {
                                    throw new IllegalStateException(
                                            "the paper itself asks nothing");
                                });
        var task =
                new PpsPage.Task(
                        "Kiné équilibre",
                        "Plan de soins",
                        "2 fois par semaine",
                        "M. ROCHE",
                        "kinésithérapeute",
                        18,
                        14,
                        2,
                        "14 sur 18",
                        NONE,
                        List.of(),
                        "interventions-1",
                        "");
        var plan =
                new PpsPage(
                        new Banner(
                                "1",
                                "LEROY Odette",
                                "née le 12/04/1942",
                                "84 ans",
                                "Douai",
                                "INS qualifiée",
                                true,
                                3,
                                "Niveau 3",
                                null,
                                "Dr Morel",
                                List.of(),
                                List.of(),
                                List.of(),
                                false,
                                null),
                        "/x",
                        "/x",
                        "Plan personnalisé de santé, version 3",
                        "Référent : Claire DUMONT",
                        NONE,
                        NONE,
                        NONE,
                        List.of(),
                        "motif",
                        "amendement",
                        List.of(new PpsPage.Pathology("Alzheimer", NONE, true, true)),
                        List.of(
                                new PpsPage.Problem(
                                        problem,
                                        List.of(
                                                new PpsPage.Goal(
                                                        "Ne plus tomber",
                                                        NONE,
                                                        "Qualitatif",
                                                        "0 chute",
                                                        List.of(task),
                                                        null,
                                                        "")))),
                        List.of(
                                new PpsPage.Aid(
                                        "Lit médicalisé",
                                        "Aide technique",
                                        "CPAM",
                                        NONE,
                                        "1\u00A0030,00\u00A0€ en une fois",
                                        "à partir du 2 juin 2026",
                                        null,
                                        null)),
                        new PpsPage.Education(
                                "Programme d’éducation thérapeutique",
                                List.of("Niveau : situations complexes"),
                                List.of(
                                        new PpsPage.Line(
                                                "Cuisiner sans sel", "présente", "2 juin")),
                                null),
                        List.of(
                                new PpsPage.Section(
                                        "soins",
                                        "Plan de soins",
                                        List.of(new PpsPage.Text("Phases", "juin\njuillet")))),
                        List.of(
                                new PpsPage.ActorGroup(
                                        "CLIC",
                                        List.of(
                                                new PpsPage.Actor(
                                                        "CLIC de Douai",
                                                        "",
                                                        true,
                                                        "03 27 00 00 01")))),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        new PpsPage.Acts(
                                false, false, List.of(), false, false, null, false, false, false,
                                false, false, false, false, false),
                        new FormErrors(),
                        "",
                        "2026-06-02",
                        0);
        return new PpsPdf(
                        new fr.maillage.web.PdfPages(
                                TemplateEngine.createPrecompiled(ContentType.Html)),
                        networks,
                        Clock.systemUTC())
                .pdf(
                        new PrintedPage(
                                plan,
                                "LEROY Odette",
                                "Appui Douaisis",
                                "03 27 00 00 00",
                                "mardi 2 juin 2026"));
    }
}
