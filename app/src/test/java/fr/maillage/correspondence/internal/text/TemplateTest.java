package fr.maillage.correspondence.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.correspondence.LetterFields.Field;
import fr.maillage.correspondence.LetterFields.Values;
import fr.maillage.correspondence.internal.text.LetterBlock.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, Field> FIELDS =
            Map.of(
                    "personne.nom", Field.one("personne.nom", "Nom", "Odile MODÈLE"),
                    "pps.motif", Field.one("pps.motif", "Motif", "Chutes").health(),
                    "cercle.nom", Field.each("cercle.nom", "Qui", "A\nB"),
                    "droits.fin", Field.each("droits.fin", "Fin", ""));

    private static Values values() {
        return new Values().repeat("cercle").repeat("droits");
    }

    @Test
    void what_a_value_says_is_never_a_mark_a_field_or_a_tag() {
        var merged =
                Template.merge(
                        "{{personne.nom}} habite **là**\n\n| Qui\n| {{cercle.nom}}",
                        values().put("personne.nom", "- <b>*Zoé*</b> {{pps.motif}} 🙂 | fin")
                                .add("cercle", Map.of("cercle.nom", "**Ana** | \\ {{x}}")),
                        false);

        assertThat(merged.missing()).isEmpty();
        var blocks = LetterText.blocks(merged.text(), true, Token::name);
        assertThat(blocks.getFirst().kind()).isEqualTo(Kind.P);
        assertThat(blocks.getFirst().only().words())
                .isEqualTo("- <b>*Zoé*</b> {{pps.motif}} 🙂 | fin habite là");
        assertThat(blocks.getFirst().only().spans())
                .extracting(Span::bold)
                .containsExactly(false, true);
        assertThat(blocks.getLast().body())
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .singleElement()
                                .extracting(LetterBlock.Cell::words)
                                .isEqualTo("**Ana** | \\ {{x}}"));
    }

    @Test
    void
            an_unknown_value_is_missing_an_optional_line_goes_a_row_repeats_and_an_empty_table_is_not() {
        var text =
                "Bonjour {{personne.nom}},\n\nMotif : {{?pps.motif}}\nsuite\n\n| Qui\n| {{cercle.nom}}\n\n| Fin\n| {{droits.fin}}\n\n{{libre: Ce qui presse}}";
        var merged =
                Template.merge(
                        text,
                        values().add("cercle", Map.of("cercle.nom", "Ana"))
                                .add("cercle", Map.of("cercle.nom", "Bob")),
                        false);

        assertThat(merged.text())
                .isEqualTo(
                        "Bonjour {{personne.nom}},\n\nsuite\n\n| Qui\n| Ana\n| Bob\n\n{{libre: Ce qui presse}}");
        assertThat(merged.missing())
                .extracting(Token::key)
                .containsExactly("personne.nom", "libre:Ce qui presse");
        assertThat(Template.merge(text, values(), true).text()).isEqualTo("suite");
    }

    @Test
    void every_flaw_is_told_with_its_place_and_the_field_meant() {
        var flaws =
                Template.flaws(
                        "# Titre\n\nBonjour {{personne.nmo}}\n\n{{cercle.nom}}\n\n| {{cercle.nom}} | {{droits.fin}}\n\n{{pps.motif}} {{libre: Vu}}\n\n{{personne.nom",
                        FIELDS,
                        false,
                        true);

        assertThat(flaws)
                .containsExactly(
                        new Template.Flaw.UnknownField(
                                3,
                                "Bonjour {{personne.nmo}}",
                                "personne.nmo",
                                java.util.Optional.of("personne.nom")),
                        new Template.Flaw.OutsideARow(5, "{{cercle.nom}}", "cercle.nom"),
                        new Template.Flaw.TwoInARow(
                                7, "{{cercle.nom}} | {{droits.fin}}", "cercle", "droits"),
                        new Template.Flaw.HealthContent(
                                9, "{{pps.motif}} {{libre: Vu}}", "pps.motif"),
                        new Template.Flaw.NobodyTypes(9, "{{pps.motif}} {{libre: Vu}}", "Vu"),
                        new Template.Flaw.Unclosed(11, "{{personne.nom"));
        assertThat(Template.flaws(" \n", FIELDS, true, false))
                .containsExactly(new Template.Flaw.Nothing(1, ""));
        assertThat(Template.flaws("x".repeat(20_001), FIELDS, true, false))
                .containsExactly(new Template.Flaw.TooLong(1, "", 20_000));
    }

    @Test
    void a_text_goes_to_the_word_processor_and_comes_back_the_same() {
        var text =
                "Docteur,\n\nNous avons vu **{{personne.nom}}** *hier*,\nchez elle ; 2 \\* 3.\n\n## Ce qui change\n\n| Quoi | Avant\n| {{cercle.nom}} | x\n\n- un\n- deux\n\n--- À découper\n\n□ oui\n□ non\n\n___\n___\n\nMotif : {{?pps.motif}}\n\n{{libre: Ce qui presse}}";
        var docx =
                WordWriter.write(
                        "t",
                        "objet {{personne.nom}}",
                        LetterText.blocks(text, true, Token::written),
                        null);

        assertThat(WordReader.read(new ByteArrayInputStream(docx)))
                .isEqualTo(new WordReader.Read.Done("objet {{personne.nom}}", text, Set.of()));
    }

    @Test
    void a_field_cut_in_pieces_by_the_word_processor_is_one_field() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            var paragraph = document.createParagraph();
            for (var piece :
                    new String[] {
                        "Bonjour {",
                        "{per",
                        "sonne.n",
                        "om",
                        "}",
                        "}, * et {{libre\u00A0: Qu'",
                        "en dire\u00A0?}}"
                    }) {
                var run = paragraph.createRun();
                run.setText(piece);
                if (piece.equals("om")) run.setBold(true);
            }
            document.write(out);
        }

        var read =
                (WordReader.Read.Done) WordReader.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.body())
                .isEqualTo("Bonjour {{personne.nom}}, \\* et {{libre: Qu’en dire ?}}");
        assertThat(WordReader.read(new ByteArrayInputStream(new byte[] {'P', 'K', 3, 4, 0})))
                .isEqualTo(new WordReader.Read.Unreadable());
    }

    /// What LibreOffice writes: runs cut by spelling, bookmarks, marks of revision and languages in
    /// the middle of a field, a list by numbering, a heading by the English name of its style.
    @Test
    void a_source_saved_by_libreoffice_is_read_whatever_stands_between_the_pieces_of_a_field()
            throws Exception {
        var body =
                """
                <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Bilan</w:t></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val="Normal"/><w:bidi w:val="0"/></w:pPr>
                 <w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">Bonjour {{per</w:t></w:r>
                 <w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>
                 <w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>son</w:t></w:r><w:r><w:softHyphen/><w:t>ne</w:t></w:r>
                 <w:proofErr w:type="spellEnd"/><w:ins w:id="3" w:author="x"><w:r><w:t>.nom</w:t></w:r></w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>}}</w:t></w:r>
                 <w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>gras</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{{cercle</w:t></w:r><w:r><w:t>.nom}}</w:t></w:r></w:p>
                """;
        var read = (WordReader.Read.Done) WordReader.read(new ByteArrayInputStream(docx(body)));

        assertThat(read.body())
                .isEqualTo("# Bilan\n\nBonjour {{personne.nom}} **gras**\n\n- {{cercle.nom}}");
        assertThat(Template.flaws(read.body(), FIELDS, false, false)).isEmpty();
    }

    private static byte[] docx(String body) throws Exception {
        var parts =
                Map.of(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>",
                        "_rels/.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
                        "word/_rels/document.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>",
                        "word/styles.xml",
                        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"Heading 1\"/></w:style></w:styles>",
                        "word/document.xml",
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                + body
                                + "</w:body></w:document>");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void french_spaces_do_not_break_and_fields_are_left_alone() {
        assertThat(FrenchSpaces.of("« Oui » : l'un ; {{libre: Qu'y a-t-il ?}} {{?x}} !"))
                .isEqualTo(
                        "«\u00A0Oui\u00A0»\u00A0: l’un\u00A0; {{libre: Qu'y a-t-il ?}} {{?x}}\u00A0!");
    }
}
