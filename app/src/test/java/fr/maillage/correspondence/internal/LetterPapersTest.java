package fr.maillage.correspondence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.correspondence.internal.text.LetterText;
import fr.maillage.correspondence.internal.text.Token;
import fr.maillage.testing.PaperCheck;
import fr.maillage.web.PdfPages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LetterPapersTest {

    private static final String BODY =
            "Docteur,\n\nZoé \\<b\\> 🙂 **gras \u202Eسلام\u202C ici**\n\n## Suite\n\n| Quoi | Avant\n| Kiné | 1 fois\n\n- un\n\n--- À découper\n\n□ oui\n\n___\n\n{{libre: Date}}";

    private static LetterPapers papers;

    @BeforeAll
    static void prepare() throws IOException {
        papers = new LetterPapers(new PdfPages(TemplateEngine.createPrecompiled(ContentType.Html)));
    }

    @Test
    void a_letter_is_an_archive_a_screen_reader_reads_with_its_address_in_the_window()
            throws Exception {
        var pdf = papers.pdf(sheet("Dr Anne-Charlotte VANDENBROUCKE-DELATTRE DE LA TOUR", BODY));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/letter.pdf"), pdf);

        PaperCheck.assertArchiveReadAloud(pdf);
        // what no font draws is named, whatever its direction, and the order of the rest is kept
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "[slightly smiling face] gras [arabic letter seen, arabic letter lam, arabic letter alef, arabic letter meem] ici")
                    .doesNotContain("\u202E", "\u202C");
        }
        // millimetres from the left and from the top of the sheet
        var name = place(pdf, "Dr Anne-Charlotte");
        assertThat(name[0]).isCloseTo(110, within(0.6));
        assertThat(name[1]).isBetween(55.0, 59.5);
        assertThat(place(pdf, "59500 Douai")[1]).isLessThan(79);
        assertThat(place(pdf, "59500 Douai")[0]).isCloseTo(110, within(0.6));
    }

    @Test
    void printed_on_both_sides_each_letter_begins_a_sheet() throws Exception {
        var one = sheet("Dr Morel", "Bonjour,");
        var long_ = sheet("Dr Lenoir", "Paragraphe.\n\n".repeat(80));

        var both = papers.batch(List.of(one, long_, one), true);
        try (var document = Loader.loadPDF(both.pdf())) {
            int page = 1;
            for (var pages : both.pages()) {
                assertThat(page % 2).isEqualTo(1);
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Objet");
                page += pages + pages % 2;
            }
            assertThat(both.pages().get(1)).isGreaterThan(1);
        }
        var single = papers.batch(List.of(one, one), false);
        try (var document = Loader.loadPDF(single.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void an_address_is_cut_to_the_lines_of_the_norm() {
        assertThat(
                        PostalAddress.lines(
                                "Service d’aide et d’accompagnement à domicile du Douaisis",
                                "  12 rue de la Paix\r\n59500 Douai"))
                .containsExactly(
                        "Service d’aide et d’accompagnement à",
                        "domicile du Douaisis",
                        "12 rue de la Paix",
                        "59500 Douai");
        assertThat(PostalAddress.complete("12 rue de la Paix")).isFalse();
        assertThat(PostalAddress.complete("12 rue de la Paix\n59500 Douai")).isTrue();
        assertThat(PostalAddress.complete(null)).isFalse();
    }

    private static LetterSheet sheet(String to, String body) {
        return new LetterSheet(
                List.of("Appui du Douaisis", "1 place du Modèle", "Douai"),
                "Douai, le 2 juin 2026",
                PostalAddress.lines(to, "Cabinet\n4 place d’Armes\n59500 Douai"),
                "votre avis",
                LetterText.blocks(body, true, Token::name),
                "Claire DUMONT",
                110,
                55,
                false);
    }

    /// Where words begin on the first page, in millimetres.
    private static double[] place(byte[] pdf, String words) throws IOException {
        var found = new ArrayList<double[]>();
        try (var document = Loader.loadPDF(pdf)) {
            var stripper =
                    new PDFTextStripper() {
                        @Override
                        protected void writeString(String text, List<TextPosition> places) {
                            int at = text.indexOf(words);
                            if (at < 0) return;
                            var first = places.get(at);
                            found.add(
                                    new double[] {
                                        first.getXDirAdj() * 25.4 / 72,
                                        first.getYDirAdj() * 25.4 / 72
                                    });
                        }
                    };
            stripper.setEndPage(1);
            stripper.getText(document);
        }
        return found.getFirst();
    }
}
