package fr.maillage.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.documents.internal.DocumentsProperties.Store;
import fr.maillage.documents.internal.FakeClamd.Mood;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// What a file is, and why it is not taken.
class InspectorTest {

    private static final byte[] NOTHING = new byte[0];
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final PdfFiles pdfs = new PdfFiles();
    private final Inspector inspector = inspector(new NoVirusCheck());

    private Inspector inspector(VirusCheck viruses) {
        return new Inspector(
                viruses,
                pdfs,
                new DocumentsProperties(
                        Store.DATABASE,
                        null,
                        DataSize.ofMegabytes(2),
                        null,
                        Duration.ofSeconds(1),
                        300,
                        Duration.ofSeconds(10)));
    }

    @Test
    void a_file_is_told_by_its_content_whatever_its_name() {
        assertThat(look("x.exe", Samples.pdf("Bonjour", "page deux")))
                .isEqualTo(new Inspection.Accepted(Format.PDF, 2));
        assertThat(look("x.pdf", Samples.image("jpg", 40, 20)))
                .isEqualTo(new Inspection.Accepted(Format.JPEG, null));
        assertThat(look("x", Samples.image("png", 40, 20)))
                .isEqualTo(new Inspection.Accepted(Format.PNG, null));
        assertThat(look("x", Samples.image("tif", 40, 20)))
                .isEqualTo(new Inspection.Accepted(Format.TIFF, null));
        assertThat(look("x.zip", Samples.docx("Bonjour", Map.of())))
                .isEqualTo(new Inspection.Accepted(Format.DOCX, null));
        assertThat(look("x", Samples.odt("Bonjour", Map.of())))
                .isEqualTo(new Inspection.Accepted(Format.ODT, null));
        assertThat(look("x.txt", "Élève\r\nà l’école".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Inspection.Accepted(Format.TXT, null));
        assertThat(
                        look(
                                "x.txt",
                                "Élève à l'école"
                                        .getBytes(
                                                java.nio.charset.Charset.forName("windows-1252"))))
                .isEqualTo(new Inspection.Accepted(Format.TXT, null));
        assertThat(
                        look(
                                "x.xlsx",
                                Samples.zip(
                                        Map.of(
                                                "[Content_Types].xml",
                                                "<Types>spreadsheetml.sheet.main+xml</Types>"
                                                        .getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(new Inspection.Accepted(Format.XLSX, null));
        assertThat(Format.PDF.named("facture.exe")).isEqualTo("facture.pdf");
        assertThat(Format.JPEG.named("photo.jpeg")).isEqualTo("photo.jpeg");
        assertThat(Format.PDF.named("")).isEqualTo("document.pdf");
    }

    @Test
    void an_empty_scan_a_heavy_file_and_a_pdf_that_is_none() {
        assertThat(refused("scan.pdf", NOTHING)).isEqualTo(new Refusal.Empty());
        assertThat(refused("lourd.pdf", new byte[(2 << 20) + 1]))
                .isEqualTo(new Refusal.TooLarge((2 << 20) + 1, 2 << 20));
        assertThat(refused("lettre.pdf", "<html>non</html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Refusal.NotAPdf());
        assertThat(refused("lettre.pdf", new byte[] {0, 1, 2, 3, 4}))
                .isEqualTo(new Refusal.NotAPdf());
        assertThat(refused("abime.pdf", "%PDF-1.7 rien d'autre".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Refusal.DamagedPdf());
        assertThat(DocumentsText.of("scan.pdf", new Refusal.Empty()))
                .contains("scan.pdf")
                .contains("0 octet");
        assertThat(DocumentsText.of("x", new Refusal.TooLarge(23_068_672, 20 << 20)))
                .contains("22\u00A0Mo")
                .contains("20\u00A0Mo");
    }

    @Test
    void a_locked_pdf_is_refused_and_one_that_only_forbids_printing_is_taken() {
        assertThat(refused("secret.pdf", Samples.locked("ouvrez", "maitre", "Bonjour")))
                .isEqualTo(new Refusal.LockedPdf());
        assertThat(look("hopital.pdf", Samples.locked("", "maitre", "Bonjour")))
                .isEqualTo(new Inspection.Accepted(Format.PDF, 1));
    }

    @Test
    void macros_are_refused_wherever_they_hide() {
        assertThat(refused("x.docx", Samples.docx("x", Map.of("word/vbaProject.bin", NOTHING))))
                .isEqualTo(new Refusal.Macros());
        assertThat(refused("x.docx", Samples.docx("x", Map.of("word/ActiveX/a.xml", NOTHING))))
                .isEqualTo(new Refusal.Macros());
        for (var kind :
                List.of(
                        "application/vnd.ms-word.document.macroEnabled.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))
            assertThat(
                            refused(
                                    "x.docx",
                                    Samples.zip(
                                            Map.of(
                                                    "[Content_Types].xml",
                                                    kind.getBytes(StandardCharsets.UTF_8)))))
                    .as(kind)
                    .isEqualTo(new Refusal.Macros());
        assertThat(
                        refused(
                                "x.odt",
                                Samples.odt("x", Map.of("Basic/Standard/Module1.xml", NOTHING))))
                .isEqualTo(new Refusal.Macros());
    }

    @Test
    void a_zip_bomb_is_stopped_while_it_is_read_whatever_it_announces() {
        var docx = Samples.docx("x", Map.of("word/media/a.bin", Samples.bomb(40)));
        assertThat(docx.length).isLessThan(100_000);
        assertThat(refused("x.docx", docx)).isEqualTo(new Refusal.Bomb());
        assertThat(refused("x.odt", Samples.odt("x", Map.of("Pictures/a", Samples.bomb(40)))))
                .isEqualTo(new Refusal.Bomb());
        var sheet = new LinkedHashMap<String, byte[]>();
        sheet.put(
                "[Content_Types].xml",
                "spreadsheetml.sheet.main+xml".getBytes(StandardCharsets.UTF_8));
        sheet.put("xl/worksheets/sheet1.xml", Samples.bomb(40));
        assertThat(refused("x.xlsx", Samples.zip(sheet))).isEqualTo(new Refusal.Bomb());
        var crowd = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i <= OfficeFile.MOST_ENTRIES; i++) crowd.put("e" + i, NOTHING);
        assertThat(refused("x.docx", Samples.docx("x", crowd))).isEqualTo(new Refusal.Bomb());
        // a long but honest table is no bomb
        assertThat(look("x.docx", Samples.docx("mot ".repeat(300_000), Map.of())))
                .isEqualTo(new Inspection.Accepted(Format.DOCX, null));
    }

    @Test
    void what_is_no_document_says_what_to_do() {
        assertThat(refused("x.pdf", bytes("MZ\u0090\0"))).isEqualTo(new Refusal.Program());
        assertThat(refused("x", bytes("\u007FELF..."))).isEqualTo(new Refusal.Program());
        assertThat(refused("x.txt", bytes("#!/bin/sh\nrm"))).isEqualTo(new Refusal.Program());
        assertThat(refused("x.heic", bytes("\0\0\0\u0018ftypheic\0\0\0\0")))
                .isEqualTo(new Refusal.Heic());
        assertThat(refused("x.gif", bytes("GIF89a....."))).isEqualTo(new Refusal.OtherImage());
        assertThat(refused("x.doc", bytes("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1")))
                .isEqualTo(new Refusal.OldOffice());
        assertThat(refused("x.txt", bytes("<svg onload=alert(1)>")))
                .isEqualTo(new Refusal.WebPage());
        assertThat(refused("x.zip", Samples.zip(Map.of("a.txt", NOTHING))))
                .isEqualTo(new Refusal.Archive());
        assertThat(refused("x.docx", bytes("PK\u0003\u0004rien")))
                .isEqualTo(new Refusal.DamagedOffice());
        assertThat(refused("x.jpg", bytes("\u00FF\u00D8\u00FF\u00E0rien")))
                .isEqualTo(new Refusal.DamagedImage());
        assertThat(refused("x.bin", new byte[] {1, 2, 3})).isEqualTo(new Refusal.Unknown());
        assertThat(
                        refused(
                                "x.odt",
                                Samples.odt(
                                        "x",
                                        Map.of(
                                                "META-INF/manifest.xml",
                                                "<m:encryption-data/>"
                                                        .getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(new Refusal.LockedOffice());
        assertThat(DocumentsText.of("x.heic", new Refusal.Heic())).contains("Le plus compatible");
    }

    @Test
    void the_string_of_eicar_is_refused_with_or_without_an_antivirus() {
        assertThat(refused("eicar.txt", EICAR.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Refusal.Virus("EICAR"));
    }

    @Test
    void an_antivirus_is_believed_when_it_answers_whole_and_after_the_end() throws Exception {
        try (var clamd = new FakeClamd()) {
            var guarded = inspector(Clamd.at(clamd.address(), Duration.ofSeconds(1)));
            var pdf = Samples.pdf("Bonjour");

            assertThat(look(guarded, "x.pdf", pdf))
                    .isEqualTo(new Inspection.Accepted(Format.PDF, 1));
            assertThat(clamd.last()).isEqualTo(pdf);
            assertThat(look(guarded, "x.txt", "un virus".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new Inspection.Refused(new Refusal.Virus("Test.Virus-1")));
            for (var mood : List.of(Mood.HANGS, Mood.DEAF, Mood.HASTY, Mood.LIES, Mood.CUT)) {
                clamd.be(mood);
                var big = new byte[2 << 20];
                java.util.Arrays.fill(big, (byte) 'a');
                assertThat(look(guarded, "x.txt", big))
                        .as(mood.name())
                        .isEqualTo(new Inspection.Refused(new Refusal.Unchecked()));
            }
        }
        var nobody = inspector(Clamd.at("127.0.0.1:1", Duration.ofMillis(300)));
        assertThat(look(nobody, "x.txt", "bonjour".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Inspection.Refused(new Refusal.Unchecked()));
        assertThatThrownBy(() -> Clamd.at("nulle part", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void photographed_pages_become_one_upright_pdf_that_says_nothing_of_the_place()
            throws Exception {
        var first = Samples.photo(60, 40, 6);
        assertThat(Exif.of(first)).isEqualTo(new Exif(90, false));
        assertThat(Exif.of(Samples.photo(60, 40, 3))).isEqualTo(new Exif(180, false));
        assertThat(Exif.of(Samples.photo(60, 40, 5))).isEqualTo(new Exif(270, true));
        assertThat(Exif.of(Samples.image("jpg", 60, 40))).isEqualTo(new Exif(0, false));
        assertThat(Exif.of(new byte[] {(byte) 0xFF})).isEqualTo(new Exif(0, false));
        try (var one = incoming("1.jpg", first);
                var two = incoming("2.png", Samples.image("png", 40, 60));
                var joined =
                        PhotographedPages.join(
                                        List.of(
                                                new PhotographedPages.Page(one, Format.JPEG),
                                                new PhotographedPages.Page(two, Format.PNG)),
                                        "pages.pdf")
                                .orElseThrow();
                var pdf = Loader.loadPDF(joined.path().toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(pdf.getPage(0).getRotation()).isEqualTo(90);
            assertThat(pdf.getPage(1).getRotation()).isZero();
            assertThat(pdf.getPage(1).getMediaBox().getHeight())
                    .isGreaterThan(pdf.getPage(1).getMediaBox().getWidth());
            assertThat(new String(joined.head(1 << 20), StandardCharsets.ISO_8859_1))
                    .doesNotContain("GPS-DOUAI");
        }
    }

    @Test
    void the_text_of_a_pdf_is_read_as_far_as_the_limits_allow() throws Exception {
        try (var file = incoming("x.pdf", Samples.pdf("premier", "second", "dernier"))) {
            assertThat(pdfs.text(file.path(), 300, 1000, Duration.ofSeconds(5)))
                    .contains("premier", "second", "dernier");
            assertThat(pdfs.text(file.path(), 2, 1000, Duration.ofSeconds(5)))
                    .contains("premier", "second")
                    .doesNotContain("dernier");
            assertThat(pdfs.text(file.path(), 300, 3, Duration.ofSeconds(5)).length())
                    .isLessThanOrEqualTo(3);
            assertThat(pdfs.text(file.path(), 300, 1000, Duration.ZERO)).isEmpty();
        }
        try (var file = incoming("x.docx", Samples.docx("Chute à domicile", Map.of()))) {
            assertThat(OfficeFile.text(file.path(), file.size(), 1000))
                    .contains("Chute à domicile");
        }
    }

    @Test
    void a_name_says_something_or_nothing() {
        assertThat(DocumentsText.titleOf("CRH_cardio-2026.pdf")).contains("CRH cardio 2026");
        assertThat(DocumentsText.titleOf("IMG_2034.jpg")).isEmpty();
        assertThat(DocumentsText.titleOf("scan (3).pdf")).isEmpty();
        assertThat(Incoming.plain("C:\\dossiers\\lettre\u0000.pdf")).isEqualTo("lettre .pdf");
        assertThat(Incoming.plain("../../etc/passwd")).isEqualTo("passwd");
        assertThat(DocumentScreens.pieces("la \u0001chute\u0002 de mai"))
                .containsExactly(
                        new Line.Piece("la ", false),
                        new Line.Piece("chute", true),
                        new Line.Piece(" de mai", false));
    }

    private Inspection look(String name, byte[] content) {
        return look(inspector, name, content);
    }

    private static Inspection look(Inspector inspector, String name, byte[] content) {
        try (var file = incoming(name, content)) {
            return inspector.look(file);
        }
    }

    private Refusal refused(String name, byte[] content) {
        var found = look(name, content);
        assertThat(found).isInstanceOf(Inspection.Refused.class);
        return Objects.requireNonNull((Inspection.Refused) found).why();
    }

    private static Incoming incoming(String name, byte[] content) {
        return Incoming.of(name, new ByteArrayInputStream(content));
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
