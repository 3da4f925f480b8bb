package fr.maillage.correspondence.internal.text;

import fr.maillage.correspondence.internal.text.LetterBlock.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/// A letter, or the source of a template, as a DOCX (ECMA-376) that a word processor edits: styles
/// with French names, no macro, nothing linked from outside.
public final class WordWriter {

    /// The styles by which [WordReader] knows what a paragraph is.
    static final String HEADING = "Titre1";

    static final String SUBHEADING = "Titre2";
    static final String BULLET = "Puce";
    static final String ANSWER = "Reponse";
    static final String CUT = "Coupe";
    static final String RULE = "Ligne";
    static final String SUBJECT = "Objet";
    private static final String SENDER = "Expediteur";
    private static final String RECIPIENT = "Destinataire";
    private static final String RIGHT = "Droite";

    private static final String W =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private WordWriter() {}

    /// What stands around the text of a letter.
    ///
    /// @param left where the address begins, in millimetres from the left of the page
    /// @param top the same from the top
    public record Frame(
            List<String> sender,
            List<String> recipient,
            String place,
            String signature,
            int left,
            int top) {}

    /// @param frame null for the source of a template, which has none
    public static byte[] write(
            String title, String subject, List<LetterBlock> blocks, @Nullable Frame frame) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            prepare(document, title, frame);
            if (frame != null) {
                for (var line : frame.sender()) words(document, SENDER, line);
                for (var line : frame.recipient()) words(document, RECIPIENT, line);
                words(document, RIGHT, frame.place());
            }
            words(document, SUBJECT, "Objet\u00A0: " + subject);
            for (var block : blocks) add(document, block);
            if (frame != null) words(document, RIGHT, frame.signature());
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlException e) {
            throw new IllegalStateException("our own styles are well formed", e);
        }
    }

    private static void add(XWPFDocument document, LetterBlock block) {
        switch (block.kind()) {
            case HEADING -> add(document, HEADING, "", block.only());
            case SUBHEADING -> add(document, SUBHEADING, "", block.only());
            case CUT -> add(document, CUT, "", block.only());
            case LIST -> block.rows().forEach(row -> add(document, BULLET, "", row.getFirst()));
            case ANSWERS ->
                    block.rows().forEach(row -> add(document, ANSWER, "□ ", row.getFirst()));
            case RULES -> block.rows().forEach(_ -> words(document, RULE, "____"));
            case TABLE -> table(document, block);
            case P -> {
                var paragraph = document.createParagraph();
                for (int i = 0; i < block.rows().size(); i++) {
                    if (i > 0) paragraph.createRun().addBreak();
                    runs(paragraph, block.rows().get(i).getFirst());
                }
            }
        }
    }

    private static void table(XWPFDocument document, LetterBlock block) {
        int columns = block.rows().stream().mapToInt(List::size).max().orElse(1);
        var table = document.createTable(block.rows().size(), columns);
        table.setWidth("100%");
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < block.rows().size(); i++) {
            var row = block.rows().get(i);
            for (int j = 0; j < row.size(); j++) {
                var paragraph = table.getRow(i).getCell(j).getParagraphs().getFirst();
                for (var span : row.get(j).spans()) run(paragraph, span, i == 0);
            }
        }
        document.createParagraph();
    }

    private static void add(XWPFDocument document, String style, String before, Cell cell) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        if (!before.isEmpty()) paragraph.createRun().setText(before);
        runs(paragraph, cell);
    }

    private static void words(XWPFDocument document, String style, String words) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(clean(words));
    }

    private static void runs(XWPFParagraph paragraph, Cell cell) {
        for (var span : cell.spans()) run(paragraph, span, false);
    }

    private static void run(XWPFParagraph paragraph, Span span, boolean head) {
        var run = paragraph.createRun();
        run.setText(clean(span.text()));
        if (span.bold() || head) run.setBold(true);
        if (span.italic()) run.setItalic(true);
        if (span.missing()) run.setColor("0B6B64");
    }

    /// XML refuses most control characters; names typed with them are still written.
    private static String clean(String words) {
        return words.replaceAll("[\\p{Cntrl}&&[^\\t]]", "").replaceAll("[\\uFFFE\\uFFFF]", "");
    }

    private static void prepare(XWPFDocument document, String title, @Nullable Frame frame)
            throws XmlException {
        document.getProperties().getCoreProperties().setTitle(title);
        document.getProperties().getCoreProperties().setCreator("Maillage");
        document.createStyles().setStyles(StylesDocument.Factory.parse(styles(frame)).getStyles());
        document.createNumbering()
                .setNumbering(NumberingDocument.Factory.parse(NUMBERING).getNumbering());
        document.getDocument()
                .getBody()
                .addNewSectPr()
                .set(
                        CTSectPr.Factory.parse(
                                "<xml-fragment "
                                        + W
                                        + "><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"850\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></xml-fragment>"));
    }

    private static final String NUMBERING =
            "<w:numbering "
                    + W
                    + "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"567\" w:hanging=\"283\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

    /// Twentieths of a point.
    private static long twips(int millimetres) {
        return Math.round(millimetres / 25.4 * 1440);
    }

    private static String styles(@Nullable Frame frame) {
        var address =
                frame == null
                        ? ""
                        : "<w:framePr w:w=\"4820\" w:h=\"1870\" w:hRule=\"exact\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:x=\"%d\" w:y=\"%d\"/>"
                                .formatted(twips(frame.left()), twips(frame.top()));
        return "<w:styles "
                + W
                + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"21\"/><w:lang w:val=\"fr-FR\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                + style("Normal", "Normal", "", "", true)
                + style(
                        HEADING,
                        "heading 1",
                        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
                        "<w:b/><w:sz w:val=\"26\"/>",
                        false)
                + style(
                        SUBHEADING,
                        "heading 2",
                        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>",
                        "<w:b/>",
                        false)
                + style(
                        BULLET,
                        "Puce",
                        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"40\"/>",
                        "",
                        false)
                + style(ANSWER, "Réponse à cocher", "<w:ind w:left=\"284\"/>", "", false)
                + style(
                        CUT,
                        "Ligne à découper",
                        "<w:pBdr><w:top w:val=\"dashed\" w:sz=\"8\" w:space=\"6\" w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"240\"/>",
                        "<w:b/>",
                        false)
                + style(
                        RULE,
                        "Ligne pour écrire",
                        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>",
                        "<w:color w:val=\"FFFFFF\"/>",
                        false)
                + style(
                        SUBJECT,
                        "Objet",
                        "<w:spacing w:before=\"240\" w:after=\"240\"/>",
                        "<w:b/>",
                        false)
                + style(SENDER, "Expéditeur", "<w:spacing w:after=\"0\"/>", "", false)
                + style(
                        RECIPIENT,
                        "Destinataire",
                        address + "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
                        "<w:sz w:val=\"20\"/>",
                        false)
                + style(
                        RIGHT,
                        "À droite",
                        "<w:spacing w:before=\"240\"/><w:jc w:val=\"right\"/>",
                        "",
                        false)
                + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>";
    }

    private static String style(
            String id, String name, String paragraph, String run, boolean byDefault) {
        return "<w:style w:type=\"paragraph\""
                + (byDefault ? " w:default=\"1\"" : "")
                + " w:styleId=\""
                + id
                + "\"><w:name w:val=\""
                + name
                + "\"/>"
                + (byDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")
                + "<w:qFormat/><w:pPr>"
                + paragraph
                + "</w:pPr><w:rPr>"
                + run
                + "</w:rPr></w:style>";
    }
}
