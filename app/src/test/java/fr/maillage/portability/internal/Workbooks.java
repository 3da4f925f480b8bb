package fr.maillage.portability.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks written by hand, with what a library would not write: values of formulas, errors,
/// merged cells, macros, bombs.
public final class Workbooks {

    private Workbooks() {}

    /// A workbook of one sheet, whose rows and merged cells are given as XML; style 1 is a day.
    public static byte[] of(String rows, String merged) {
        return zip(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "<sheetData>" + rows + "</sheetData>" + merged,
                new byte[0]);
    }

    /// The same, with a program inside.
    public static byte[] withMacros() {
        return zip(
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "<sheetData/>",
                new byte[] {1, 2, 3});
    }

    /// A sheet that is mostly zeros once unpacked.
    public static byte[] bomb() {
        return zip(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "<sheetData>" + " ".repeat(60_000_000) + "</sheetData>",
                new byte[0]);
    }

    private static byte[] zip(String main, String sheet, byte[] macros) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                            + main
                            + "\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Feuil1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<?xml version=\"1.0\"?><styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                            + sheet
                            + "</worksheet>");
            if (macros.length > 0) {
                zip.putNextEntry(new ZipEntry("xl/vbaProject.bin"));
                zip.write(macros);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// A row of texts.
    public static String row(int number, String... texts) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < texts.length; column++)
            row.append("<c r=\"")
                    .append((char) ('A' + column))
                    .append(number)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(texts[column])
                    .append("</t></is></c>");
        return row.append("</row>").toString();
    }
}
