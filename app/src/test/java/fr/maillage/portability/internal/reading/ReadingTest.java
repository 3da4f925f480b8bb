package fr.maillage.portability.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.portability.internal.Workbooks;
import fr.maillage.portability.internal.reading.Unreadable.Why;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as they come: encodings, separators, formulas, merged cells, and what is no caseload.
class ReadingTest {

    private static final String LINES =
            "N° dossier;Nom;Prénom;Né le\n12;LEROY;Éléonore;14/03/1941\n13;\"BENALI; épouse X\";Samia;03/05/1968\n";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void an_encoding_is_told_by_the_content(String charset) throws Exception {
        var book = csv(LINES.getBytes(Charset.forName(charset)));

        assertThat(book.tables().getFirst().headings())
                .containsExactly("N° dossier", "Nom", "Prénom", "Né le");
        assertThat(texts(book)).contains("Éléonore", "BENALI; épouse X");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_heading() throws Exception {
        var book = csv(("\uFEFF" + LINES).getBytes(StandardCharsets.UTF_8));

        assertThat(book.tables().getFirst().headings().getFirst()).isEqualTo("N° dossier");
        assertThat(book.readAs()).isEqualTo("UTF-8, séparateur point-virgule");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void a_separator_is_told_by_the_lines(String separator) throws Exception {
        var text =
                String.join(separator, "Nom", "Prénom", "Adresse")
                        + "\n"
                        + String.join(separator, "LEROY", "Odette", "\"3, rue; haute\"")
                        + "\n";

        assertThat(texts(csv(text.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("LEROY", "Odette", "3, rue; haute");
    }

    @Test
    void a_title_above_the_headings_is_passed_over_and_lines_keep_their_number() throws Exception {
        var book =
                csv(
                        "Export du 2 juin 2026;;\n\nNom;Prénom;Commune\nLEROY;Odette;Douai\n"
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(book.tables().getFirst().headings()).containsExactly("Nom", "Prénom", "Commune");
        assertThat(book.tables().getFirst().lines().getFirst().number()).isEqualTo(4);
    }

    @Test
    void two_columns_of_the_same_heading_are_told_apart_and_said() throws Exception {
        var table =
                csv("Nom;Prénom;Téléphone;Téléphone\nA;B;01;02\n".getBytes(StandardCharsets.UTF_8))
                        .tables()
                        .getFirst();

        assertThat(table.headings()).endsWith("Téléphone", "Téléphone (colonne D)");
        assertThat(table.notes()).singleElement().asString().contains("C et D");
    }

    @Test
    void a_formula_gives_its_last_value_and_an_error_stays_one() throws Exception {
        var book =
                xlsx(
                        Workbooks.of(
                                Workbooks.row(1, "Nom", "Prénom", "Date de naissance", "Niveau")
                                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>UPPER(\"leroy\")</f><v>LEROY</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Odette</t></is></c><c r=\"C2\" s=\"1\"><f>DATE(1941,3,14)</f><v>15049</v></c><c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>",
                                ""));

        var cells = book.tables().getFirst().lines().getFirst().cells();
        assertThat(cells)
                .containsExactly(
                        new Cell("LEROY", Cell.Nature.TEXT, true, false),
                        new Cell("Odette", Cell.Nature.TEXT, false, false),
                        new Cell("1941-03-14", Cell.Nature.DATE, true, false),
                        new Cell("#DIV/0!", Cell.Nature.ERROR, true, false));
    }

    @Test
    void a_merged_cell_gives_its_value_to_each_line_it_covers() throws Exception {
        var book =
                xlsx(
                        Workbooks.of(
                                Workbooks.row(1, "Nom", "Prénom", "Référent")
                                        + Workbooks.row(2, "A", "Un", "Claire DUMONT")
                                        + Workbooks.row(3, "B", "Deux", "")
                                        + Workbooks.row(4, "C", "Trois", ""),
                                "<mergeCells count=\"1\"><mergeCell ref=\"C2:C3\"/></mergeCells>"));

        var lines = book.tables().getFirst().lines();
        assertThat(lines.get(1).cells().get(2))
                .isEqualTo(new Cell("Claire DUMONT", Cell.Nature.TEXT, false, true));
        assertThat(lines.get(2).cells().get(2).empty()).isTrue();
    }

    @Test
    void what_is_no_caseload_is_refused_with_its_reason() throws Exception {
        refused(Why.EMPTY, "   \n".getBytes(StandardCharsets.UTF_8));
        refused(Why.HEADINGS_ONLY, "Nom;Prénom;Commune\n".getBytes(StandardCharsets.UTF_8));
        refused(Why.HEADINGS_ONLY, Workbooks.of(Workbooks.row(1, "Nom", "Prénom"), ""));
        refused(Why.EMPTY, Workbooks.of("", ""));
        refused(Why.NOT_A_TABLE, "Un texte sans colonne.\n".getBytes(StandardCharsets.UTF_8));
        refused(
                Why.CELL_TOO_LONG,
                ("Nom;Prénom\nA;" + "x".repeat(6000)).getBytes(StandardCharsets.UTF_8));
        refused(
                Why.TOO_MANY_LINES,
                ("Nom;Prénom\n" + "A;B\n".repeat(20_100)).getBytes(StandardCharsets.UTF_8));
        refused(
                Why.TOO_MANY_COLUMNS,
                ("a;".repeat(400) + "\n1;2\n").getBytes(StandardCharsets.UTF_8));
        refused(Why.DAMAGED, new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8});
        var old = write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        assertThatThrownBy(() -> Reading.refuseOldFormats(old))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why()).isEqualTo(Why.OLD_EXCEL));
    }

    @Test
    void headings_of_former_tools_are_known_whatever_their_accents() {
        assertThat(
                        Headings.propose(
                                List.of(
                                        "NOM DE JEUNE FILLE",
                                        "prenom",
                                        "DDN",
                                        "Coordinatrice",
                                        "Intervenant 2",
                                        "Profession intervenant 2",
                                        "Droit 1",
                                        "Fin droit 1",
                                        "Couleur"),
                                Part.PERSON))
                .containsExactly(
                        new Target(Field.BIRTH_NAME, 0),
                        new Target(Field.GIVEN_NAMES, 0),
                        new Target(Field.BIRTH_DATE, 0),
                        new Target(Field.REFERENT, 0),
                        new Target(Field.C_NAME, 2),
                        new Target(Field.C_PROFESSION, 2),
                        new Target(Field.R_KIND, 1),
                        new Target(Field.R_ENDS, 1),
                        null);
        assertThat(Headings.recognise("Nom", Part.CIRCLE)).contains(new Target(Field.C_NAME, 0));
        assertThat(Codes.recognise(CodeSet.SEX, "Mme")).contains("F");
        assertThat(Codes.recognise(CodeSet.RIGHT, "Curatelle renforcée")).contains("PROTECTION");
    }

    private void refused(Why why, byte[] bytes) throws Exception {
        var file = write(bytes);
        assertThatThrownBy(() -> Reading.read(file, "liste"))
                .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private Table.Book csv(byte[] bytes) throws Exception {
        return Reading.read(write(bytes), "liste");
    }

    private Table.Book xlsx(byte[] bytes) throws Exception {
        return Reading.read(write(bytes), "liste");
    }

    private Path write(byte[] bytes) throws Exception {
        return Files.write(Files.createTempFile(folder, "f", ".bin"), bytes);
    }

    private static List<String> texts(Table.Book book) {
        return book.tables().getFirst().lines().stream()
                .flatMap(l -> l.cells().stream())
                .map(Cell::text)
                .filter(Objects::nonNull)
                .toList();
    }
}
