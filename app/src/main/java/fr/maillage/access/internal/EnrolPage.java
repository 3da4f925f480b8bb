package fr.maillage.access.internal;

import fr.maillage.kernel.QrCode;
import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where one-time codes are enrolled.
///
/// @param secret in groups of four, to be typed where no picture can be taken
/// @param size of the picture, in modules
/// @param picture the QR code as the path of an SVG
/// @param refused why the code typed was not taken
public record EnrolPage(String secret, int size, String picture, @Nullable String refused) {

    static EnrolPage of(String login, String secret, @Nullable String refused) {
        var code = QrCode.of(address(login, secret));
        return new EnrolPage(
                secret.replaceAll("(.{4})(?=.)", "$1 "), code.size(), code.path(), refused);
    }

    /// What telephones read: key URI of authenticator applications.
    private static String address(String login, String secret) {
        return "otpauth://totp/Maillage:"
                + URLEncoder.encode(login, StandardCharsets.UTF_8)
                + "?secret="
                + secret
                + "&issuer=Maillage&algorithm=SHA1&digits=6&period=30";
    }
}
