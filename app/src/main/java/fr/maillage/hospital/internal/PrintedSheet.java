package fr.maillage.hospital.internal;

/// The sheet as printed.
///
/// @param made when, by whom
/// @param valid what its code opens, and until when
/// @param picture the code, as the address of an image that holds itself
public record PrintedSheet(
        Sheet sheet, String structure, String phone, String made, String valid, String picture) {

    PrintedSheet within(int percent) {
        return new PrintedSheet(sheet.within(percent), structure, phone, made, valid, picture);
    }
}
