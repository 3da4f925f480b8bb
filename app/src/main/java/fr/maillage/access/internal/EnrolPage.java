package fr.maillage.access.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where one-time codes are enrolled.
///
/// @param secret in groups of four, to be typed where no picture can be taken
/// @param size of the picture, in modules
/// @param picture the QR code as the path of an SVG
/// @param refused why the code typed was not taken
public record EnrolPage(String secret, int size, String picture, @Nullable String refused) {

    static EnrolPage of(String login, String secret, @Nullable String refused) {
        try {
            var matrix =
                    new QRCodeWriter()
                            .encode(
                                    address(login, secret),
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(EncodeHintType.MARGIN, 4));
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++)
                for (int x = 0; x < matrix.getWidth(); x++)
                    if (matrix.get(x, y))
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            return new EnrolPage(
                    secret.replaceAll("(.{4})(?=.)", "$1 "),
                    matrix.getWidth(),
                    path.toString(),
                    refused);
        } catch (WriterException e) {
            throw new IllegalStateException("an address of a hundred letters fits a QR code", e);
        }
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
