package fr.maillage.correspondence.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.correspondence.LetterFields.Field;
import fr.maillage.correspondence.LetterFields.Values;
import fr.maillage.correspondence.internal.text.LetterBlock.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
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

    @Test
    void french_spaces_do_not_break_and_fields_are_left_alone() {
        assertThat(FrenchSpaces.of("« Oui » : l'un ; {{libre: Qu'y a-t-il ?}} {{?x}} !"))
                .isEqualTo(
                        "«\u00A0Oui\u00A0»\u00A0: l’un\u00A0; {{libre: Qu'y a-t-il ?}} {{?x}}\u00A0!");
    }
}
